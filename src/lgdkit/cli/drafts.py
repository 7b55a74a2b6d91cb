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
    from collections.abc import Iterator, Sequence

    from lgdkit.artifact import Artifact
    from lgdkit.cli.standing_forms import OtherPapers
    from lgdkit.drafting import Drafter
    from lgdkit.drafts import Shelf, Step
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
AS_DRAFTED = "as drafted"
"""Of papers that other commands draft: nobody edited it; whether the data has changed since, their `--check` says."""


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
    draft: str = ""
    """Of a Word file, a PDF or a page: the draft that it is a form of."""


def drafts(
    city: City = ".",
    form: Annotated[
        ListFormat, typer.Option("--format", help="text is for people, json for programs.")
    ] = ListFormat.TEXT,
    out: Annotated[
        str | None, typer.Option("--out", "-o", metavar="DIR", help="Folder of the drafts, if not drafts/.")
    ] = None,
) -> None:
    """List the drafts and their forms: as generated, edited by hand, out of date, in conflict, orphaned.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd drafts examples/espoo

    Writes nothing. Exit status 1 where a draft is in conflict or cannot be written.
    """
    from lgdkit import disk
    from lgdkit.cli.standing_forms import OtherPapers
    from lgdkit.drafting import Drafter
    from lgdkit.drafts import Kind, shelf_of

    drafter = Drafter(disk.read_templates())
    cities = read_cities(Path(city))
    how = How(out)
    rows: list[Row] = []
    for root, data in cities:
        shelf = shelf_of(root, how.folder(root, cities.batch))
        outcome = shelf.compare(_all(drafter, data), mine=".*")
        papers = OtherPapers(data, [each.path for each in outcome.steps if each.kind is not Kind.ORPHANED])
        rows += [_row(root, shelf.folder, each, papers) for each in outcome.steps]
        rows += _form_rows(root, data, shelf, outcome.steps, papers)
    _print(rows, form)
    if cities.broken or any({IN_CONFLICT, FAULTY} & {*each.states} for each in rows):
        stop(1)


def _all(drafter: Drafter, city: Data) -> list[Artifact]:
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found = [*drafter.inventory(city, city.languages), *drafter.roadmap(city, city.languages)]
    return found + drafter.memoranda(city, partners, ())[0]


def _row(root: Path, folder: Path, step: Step, papers: OtherPapers) -> Row:
    from lgdkit.drafts import Kind

    path, origin = ((folder / each).as_posix() if each else "" for each in (step.path, step.origin))
    states = _states(step)
    if step.kind is Kind.ORPHANED and papers.has(step.path):
        states = states[1:] or (AS_DRAFTED,)
    return Row(root.as_posix(), path, states, step.lines, step.reason, origin)


def _form_rows(
    root: Path, data: Data, shelf: Shelf, steps: Sequence[Step], papers: OtherPapers
) -> Iterator[Row]:
    from lgdkit.cli.standing_forms import standing_forms
    from lgdkit.drafts.forms import Standing

    states = {
        Standing.CURRENT: AS_GENERATED,
        Standing.STALE: OUT_OF_DATE,
        Standing.CHANGED: EDITED,
        Standing.FOREIGN: FOREIGN,
        Standing.REFUSED: FAULTY,
        None: ORPHANED,
    }
    for each in standing_forms(root, data, shelf, steps, papers):
        path, draft = ((shelf.folder / name).as_posix() for name in (each.path, each.draft))
        yield Row(root.as_posix(), path, (states[each.standing],), reason=each.reason, draft=draft)


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
    current = [each for each in rows if each.draft and each.states == (AS_GENERATED,)]
    listed = _with_pictures([each for each in rows if each not in current])
    width = max((len(", ".join(each.states)) for each, _ in listed), default=0)
    for each, pictures in sorted(listed, key=lambda one: (one[0].city, one[0].path)):
        forms = [form.path.rpartition(".")[2] for form in current if form.draft == each.path]
        beside = _listed([f"{pictures} picture{'' if pictures == 1 else 's'}"] * bool(pictures) + forms)
        lines = f" (line {', '.join(map(str, each.lines))})" if each.lines else ""
        reason = f" ({visible(each.reason)})" if each.reason else ""
        moved = f" (now {visible(each.origin)})" if each.origin else ""
        typer.echo(f"{', '.join(each.states):{width}}  {visible(each.path)}{beside}{lines}{reason}{moved}")


def _listed(words: Sequence[str]) -> str:
    """Return words as they are listed behind a draft."""
    *more, last = words or ("",)
    return f" with {', '.join(more)}{' and ' if more else ''}{last}" if last else ""


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
