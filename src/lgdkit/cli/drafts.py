"""`lgd drafts`: how each draft of a city stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import City, How, read_cities
from lgdkit.cli.terminal import stop

if TYPE_CHECKING:
    from lgdkit.artifact import Artifact
    from lgdkit.drafting import Drafter
    from lgdkit.drafts import Step
    from lgdkit.model.city import City as Data

AS_GENERATED, EDITED, OUT_OF_DATE, IN_CONFLICT = (
    "as generated",
    "edited by hand",
    "out of date",
    "in conflict",
)
ORPHANED, DELETED, NOT_DRAFTED, FOREIGN = (
    "orphaned",
    "deleted by hand",
    "not drafted yet",
    "not drafted by lgd",
)
FAULTY = "cannot be written"


class ListFormat(StrEnum):
    """For whom the drafts are listed."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True)
class Row:
    """A draft and how it stands; more than one thing may be true of it."""

    city: str
    path: str
    states: tuple[str, ...]
    lines: tuple[int, ...] = ()
    """Where marks of a conflict stand."""
    reason: str = ""
    origin: str = ""
    """Where its file stands now, under an id that its stakeholder or its deal had before."""


def drafts(
    city: City = ".",
    form: Annotated[
        ListFormat, typer.Option("--format", help="text is for people, json for programs.")
    ] = ListFormat.TEXT,
    out: Annotated[
        str | None, typer.Option("--out", "-o", metavar="DIR", help="Folder of the drafts, if not drafts/.")
    ] = None,
) -> None:
    """List the drafts: as generated, edited by hand, out of date, in conflict, orphaned.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd drafts examples/espoo

    Writes nothing. Exit status 1 where a draft is in conflict or cannot be written.
    """
    from lgdkit import disk
    from lgdkit.drafting import Drafter
    from lgdkit.drafts import shelf_of

    drafter = Drafter(disk.read_templates())
    cities = read_cities(Path(city))
    how = How(out)
    rows: list[Row] = []
    for root, data in cities:
        shelf = shelf_of(root, how.folder(root, cities.batch))
        outcome = shelf.compare(_all(drafter, data), mine=".*")
        rows += [_row(root, shelf.folder, each) for each in outcome.steps]
    _print(rows, form)
    if cities.broken or any({IN_CONFLICT, FAULTY} & {*each.states} for each in rows):
        stop(1)


def _all(drafter: Drafter, city: Data) -> list[Artifact]:
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found = [*drafter.inventory(city, city.languages), *drafter.roadmap(city, city.languages)]
    return found + drafter.memoranda(city, partners, ())[0]


def _row(root: Path, folder: Path, step: Step) -> Row:
    path, origin = ((folder / each).as_posix() if each else "" for each in (step.path, step.origin))
    return Row(root.as_posix(), path, _states(step), step.lines, step.reason, origin)


def _states(step: Step) -> tuple[str, ...]:
    from lgdkit.drafts import Kind

    edited = (EDITED,) if step.edited else ()
    if step.moved is not None and step.kind in (Kind.UNCHANGED, Kind.EDITED):
        return (*edited, OUT_OF_DATE)
    match step.kind:
        case Kind.WRITTEN:
            return (NOT_DRAFTED,) if step.there is None else (OUT_OF_DATE,)
        case Kind.MERGED | Kind.CONFLICT:
            return (EDITED, OUT_OF_DATE)
        case Kind.UNRESOLVED:
            return (IN_CONFLICT,)
        case Kind.UNCHANGED:
            return (AS_GENERATED,)
        case Kind.EDITED | Kind.UNKNOWN:
            return (EDITED,)
        case Kind.DELETED:
            return (DELETED,)
        case Kind.FOREIGN:
            return (FOREIGN,)
        case Kind.ORPHANED:
            return (ORPHANED, *edited)
        case Kind.REFUSED:
            return (FAULTY, *edited)


def _print(rows: list[Row], form: ListFormat) -> None:
    import json

    from lgdkit.render.plain import visible

    if form is ListFormat.JSON:
        shown = {"version": 1, "drafts": [asdict(each) for each in rows]}
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    listed = _with_pictures(rows)
    width = max((len(", ".join(each.states)) for each, _ in listed), default=0)
    for each, pictures in listed:
        lines = f" (line {', '.join(map(str, each.lines))})" if each.lines else ""
        reason = f" ({visible(each.reason)})" if each.reason else ""
        moved = f" (now {visible(each.origin)})" if each.origin else ""
        drawn = f" with {pictures} picture{'' if pictures == 1 else 's'}" if pictures else ""
        typer.echo(f"{', '.join(each.states):{width}}  {visible(each.path)}{drawn}{lines}{reason}{moved}")


def _with_pictures(rows: list[Row]) -> list[tuple[Row, int]]:
    """Return the documents, each with how many of its pictures stand as it does, and the other pictures."""
    documents = {(_owner(each.path), each.states) for each in rows if not _is_picture(each)}
    pictures = Counter(
        key for each in rows if _is_picture(each) and (key := (_owner(each.path), each.states)) in documents
    )
    return [
        (each, 0 if _is_picture(each) else pictures[_owner(each.path), each.states])
        for each in rows
        if not _is_picture(each) or (_owner(each.path), each.states) not in documents
    ]


def _is_picture(row: Row) -> bool:
    from lgdkit.drafts import PICTURE

    return row.path.endswith(PICTURE)


def _owner(path: str) -> tuple[str, ...]:
    """Return what a document and its pictures have in common: the folder, its name and its language."""
    *folders, name = path.split("/")
    parts = name.split(".")
    return (*(each for each in folders if each != "pictures"), parts[0], parts[-2])
