"""`lgd schema`: the JSON Schema of the data files."""

import sys


def schema() -> None:
    """Print the JSON Schema of a data file, for editors and other checkers.

    Example: lgd schema > lgd.schema.json
    """
    import json

    from lgdkit.read.schema import file_schema

    sys.stdout.write(json.dumps(file_schema(), ensure_ascii=False, indent=2) + "\n")
