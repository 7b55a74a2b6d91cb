"""`lgd schema`: what a data file may hold."""

import sys
from enum import StrEnum
from typing import Annotated

import typer


class SchemaFormat(StrEnum):
    """For whom the format is described."""

    JSON = "json"
    MARKDOWN = "markdown"


def schema(
    form: Annotated[
        SchemaFormat, typer.Option("--format", help="json is for editors and checkers, markdown for people.")
    ] = SchemaFormat.JSON,
) -> None:
    """Print what a data file may hold: a JSON Schema, or a page to read.

    Example: lgd schema > lgd.schema.json
    """
    import json

    if form is SchemaFormat.MARKDOWN:
        from lgdkit.read.reference import reference

        sys.stdout.write(reference())
        return
    from lgdkit.read.schema import file_schema

    sys.stdout.write(json.dumps(file_schema(), ensure_ascii=False, indent=2) + "\n")
