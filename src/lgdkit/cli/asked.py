"""Which cities, and which of their files, the paths on the command line ask for."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from lgdkit import disk
from lgdkit.cli.terminal import fail

_ENDINGS = (".yaml", ".yml")


def cities_asked_for(paths: Sequence[Path]) -> Iterator[tuple[Path, frozenset[str] | None]]:
    """Give each city's folder once, with the files asked for, or None for all of them.

    A file is checked with its whole city, for what it refers to stands in others.
    """
    for path in paths:
        if not os.path.lexists(path):
            fail(f"there is no {path}")
        if not path.is_dir() and path.suffix not in _ENDINGS:
            fail(f"{path} is no data of a city: only files ending in .yaml or .yml are read")
    asked: dict[Path, tuple[Path, set[str] | None]] = {}
    for path in paths:
        if path.is_dir():
            asked.update({root.resolve(): (root, None) for root in disk.find_cities(path)})
            continue
        file = path.parent.resolve() / path.name
        root = disk.city_of(file)
        _, files = asked.setdefault(root, (_shown(root, path), set()))
        if files is not None:
            files.add(file.relative_to(root).as_posix())
    for shown, files in asked.values():
        yield shown, None if files is None else frozenset(files)


def _shown(root: Path, path: Path) -> Path:
    """Write a city's folder as the person would who wrote the path: from here, unless that was absolute."""
    return root if path.is_absolute() else Path(os.path.relpath(root, Path.cwd()))
