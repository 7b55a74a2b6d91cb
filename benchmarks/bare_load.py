"""Load every YAML file below a folder with PyYAML's CSafeLoader, and do nothing more.

`lgd check` is held against it.
"""

import sys
from pathlib import Path

import yaml


def main() -> None:
    for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main()
