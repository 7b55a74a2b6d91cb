"""`lgd check`: every fault of a city's files, at its line."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import datetime

    from lgdkit.cli.change import Change
    from lgdkit.cli.fixing import Mender
    from lgdkit.cli.selection import Selection

_NAMES = "Rules or families, parted by commas; may be repeated."


class Least(StrEnum):
    """The least weight that is shown and counts."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DAY", help="The day that late and past are measured from: 2026-01-31."
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="NAMES", help=f"Only these. {_NAMES}")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="NAMES", help=f"Not these. {_NAMES}")
    ] = None,
    severity: Annotated[
        Least, typer.Option("--severity", help="The least weight that is shown and counts.")
    ] = Least.WARNING,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="text, concise, json, github, gitlab, sarif, junit or markdown. "
            "One may be printed; with =FILE it goes to a file, and may be repeated.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="FILE", help="Write what would be printed to a file."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what has one right answer; comments stay.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what --fix would change.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Only what was not there at this git revision."),
    ] = None,
) -> None:
    """Find every fault in a city's files, at file, line and column, with the way out.

    Each PATH is a city's folder, a folder of cities, or a file; without one, it is the folder you are in.

    Example: lgd check examples/espoo

    Exit status 1 where something is shown, or with --diff would change, and 0 where nothing is. What the
    settings under check: of the city ignore is shown where --select names it.
    """
    from lgdkit import disk, pipeline
    from lgdkit.cli.asked import asked_for
    from lgdkit.cli.beside import origins_beside
    from lgdkit.cli.report import Reporter, looked, looked_at_workspace
    from lgdkit.cli.selection import selection
    from lgdkit.cli.target import targets_of
    from lgdkit.cli.terminal import fail, say, stop, today

    day = today(date)
    chosen = selection(select, ignore, severity)
    reporter = Reporter(targets_of(form, output), chosen)
    mender = _mender(day, only_show=diff) if fix or diff else None
    change = _change(since, day, chosen) if since is not None else None
    asked = asked_for([Path(each) for each in paths or ["."]])
    for each in asked.spaces:
        reporter.add(looked_at_workspace(each.root, each.findings, each.files, chosen))
    ids: dict[Path, dict[str, list[Path]]] = {}
    for root, only, space in asked.cities:
        folder = disk.read_folder(root)
        known = {*folder.texts, *(fault.place.file for fault in folder.faults)}
        for file in sorted((only or known) - known):
            fail(f"{root / file} is no data of a city: drafts, templates and what is hidden are not read")
        if mender:
            folder = mender.mend(folder, only)
        if diff:
            continue
        checked = pipeline.check(
            folder.texts,
            day,
            folder.faults,
            chosen.wanted,
            folder.kept,
            origins_beside(root, folder.texts),
            advice=chosen.advice,
            shared=space.vocabularies if space else None,
        )
        if checked.city.record and checked.city.record.appearance:
            from lgdkit.cli.letterhead import with_letterhead

            checked = with_letterhead(folder, checked)
        if change:
            checked = change.only_new(folder, checked)
        found = looked(root, checked, len(folder.texts), only, chosen, with_names=reporter.with_names)
        reporter.add(found)
        if space and found.id:
            ids.setdefault(space.root, {}).setdefault(found.id, []).append(root)
    for each in asked.spaces:
        from lgdkit.workspace import twice_the_same_city

        twice = twice_the_same_city(each, ids.get(each.root, {}))
        reporter.add(looked_at_workspace(each.root, twice, 0, chosen))
    if mender:
        mender.tell()
    if diff:
        stop(int(bool(mender and mender.would_change)))
    reporter.tell()
    if change:
        change.tell()
    if reporter.fixable and reporter.explains and not mender:
        say(
            f"{reporter.fixable} of them {'has' if reporter.fixable == 1 else 'have'} one right answer: lgd check --fix"
        )
    if mender and mender.refused:
        stop(2)
    if reporter.count:
        stop(1)


def _mender(day: "datetime.date", *, only_show: bool) -> "Mender":
    from lgdkit.cli.fixing import Mender

    return Mender(day, only_show=only_show)


def _change(revision: str, day: "datetime.date", chosen: "Selection") -> "Change":
    from lgdkit.cli.change import Change

    return Change(revision, day, chosen)
