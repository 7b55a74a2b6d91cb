"""`lgd schema`: what a data file may hold."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lgdkit.model.city import City
    from lgdkit.read.offered import Offered


class Of(StrEnum):
    """Which file is described."""

    CITY = "city"
    WORKSPACE = "workspace"
    VOCABULARY = "vocabulary"


class SchemaFormat(StrEnum):
    """For whom the format is described."""

    JSON = "json"
    MARKDOWN = "markdown"


def schema(
    path: Annotated[str, typer.Argument(metavar="PATH", hidden=True)] = ".",
    form: Annotated[
        SchemaFormat, typer.Option("--format", help="json is for editors and checkers, markdown for people.")
    ] = SchemaFormat.JSON,
    of: Annotated[
        Of,
        typer.Option(
            "--of", help="Of a city's data file, of lgd.yaml of a workspace, or of a shared vocabulary."
        ),
    ] = Of.CITY,
    workspace: Annotated[
        bool,
        typer.Option(
            "--workspace",
            help="With the ids that exist at PATH, so that an editor offers them; default: the folder you are in.",
        ),
    ] = False,
    closed: Annotated[
        bool,
        typer.Option(
            "--closed",
            help="With --workspace: an id that does not exist is wrong. Write the schema anew often.",
        ),
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, as a whole or not at all."),
    ] = None,
) -> None:
    """Print what a data file may hold: a JSON Schema, or a page to read.

    PATH is a city's folder or a folder of cities; it counts with --workspace alone.

    Example: lgd schema --workspace examples/espoo --output examples/espoo/.lgd/schema.json
    """
    from lgdkit.cli.terminal import fail, say

    if of is not Of.CITY:
        if workspace or closed or path != ".":
            fail(f"--workspace, --closed and PATH are about data of cities: leave out --of {of}")
        text = _text_of(of, form)
    elif form is SchemaFormat.MARKDOWN:
        from lgdkit.read.reference import reference

        if workspace or closed:
            fail("--workspace and --closed are for editors: leave out --format markdown")
        text = reference()
    elif workspace:
        text = schema_text(_offered(Path(path), closed=closed))
    elif closed or path != ".":
        fail("PATH and --closed count with --workspace alone")
    else:
        text = schema_text(None)
    if output is None:
        sys.stdout.write(text)
        return
    from lgdkit.drafts.place import replace
    from lgdkit.render.plain import visible

    try:
        replace(Path(output), text.encode(errors="backslashreplace"))
    except OSError as error:
        fail(f"{visible(output)} cannot be written: {error.strerror or type(error).__name__}")
    say(f"{visible(output)}: written")


_PAGE = """# {title}

This page is written by `lgd schema --of {of} --format markdown` from the models; do not edit it by hand.

{about}
A key in **bold** must be there.
"""


def _text_of(of: Of, form: SchemaFormat) -> str:
    import json

    from lgdkit.model.workspace import Vocabulary, Workspace
    from lgdkit.read.reference import reference_of
    from lgdkit.read.schema import record_schema

    if of is Of.WORKSPACE:
        title, about = "The format of lgd.yaml", "The file lgd.yaml of a workspace: a group of cities."
        schema = record_schema(Workspace, about)
    else:
        title, about = (
            "The format of a shared vocabulary",
            "A vocabulary that several cities share, in one version.",
        )
        schema = record_schema(Vocabulary, about, "vocabulary")
    if form is SchemaFormat.MARKDOWN:
        return reference_of(schema, _PAGE.format(title=title, of=of, about=about))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_text(offered: Offered | None) -> str:
    """Return the JSON Schema as it is printed and kept in files."""
    import json

    from lgdkit.read.schema import file_schema

    return json.dumps(file_schema(offered), ensure_ascii=False, indent=2) + "\n"


def offered_by(*cities: City, closed: bool = False) -> Offered:
    """Return what an editor offers for these cities: their ids, and those of the rules."""
    from lgdkit.check.rules import RULES
    from lgdkit.read.offered import offered

    return offered(cities, {rule.id: rule.summary for rule in RULES}, closed=closed)


def _offered(path: Path, *, closed: bool) -> Offered:
    from lgdkit import disk
    from lgdkit.cli.space import found_at
    from lgdkit.cli.terminal import fail
    from lgdkit.read.city import read_city
    from lgdkit.render.plain import visible

    if not path.is_dir():
        fail(f"there is no folder {visible(str(path))}")
    cities = []
    for root in found_at(path).roots:
        folder = disk.read_folder(root)
        lost = [fault.place.file for fault in folder.faults]
        cities.append(read_city(folder.texts, lost=lost).city)
    return offered_by(*cities, closed=closed)
