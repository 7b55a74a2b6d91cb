"""`lgd check`: every fault of a city's files, at its line."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import datetime

    from lgdkit.cli.change import Change
    from lgdkit.cli.fixing import Mender


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DAY", help="The day that late and past are measured from: 2026-01-31."
        ),
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

    Exit status 1 where there are errors or warnings, 0 where there are none; with --diff, 1 where something
    would change.
    """
    from lgdkit import disk, pipeline
    from lgdkit.cli.asked import cities_asked_for
    from lgdkit.cli.terminal import colours, fail, say, stop, today
    from lgdkit.diagnostics import Severity
    from lgdkit.render.findings import Tally, finding_text

    day = today(date)
    tally = Tally()
    paint = colours()
    mender = _mender(day, only_show=diff) if fix or diff else None
    change = _change(since, day) if since is not None else None
    fixable = 0
    for root, only in cities_asked_for([Path(each) for each in paths or ["."]]):
        folder = disk.read_folder(root)
        known = {*folder.texts, *(fault.place.file for fault in folder.faults)}
        for file in sorted((only or known) - known):
            fail(f"{root / file} is no data of a city: drafts, templates and what is hidden are not read")
        if mender:
            folder = mender.mend(folder, only)
        if diff:
            continue
        checked = pipeline.check(folder.texts, day, folder.faults)
        if change:
            checked = change.only_new(folder, checked)
        findings = [each for each in checked.findings if only is None or each.file in only]
        fixable += sum(bool(each.diagnostic.fixes) for each in findings)
        for each in findings:
            name = (root / each.file).as_posix()
            if only is not None and name.startswith("../"):
                name = os.path.relpath(name)  # a file asked for by its name is shown by it
            typer.echo(finding_text(each, name, paint, root.as_posix()))
        tally.add(len(checked.city.records()), len(folder.texts), findings)
    if mender:
        mender.tell()
    if diff:
        stop(int(bool(mender and mender.would_change)))
    typer.echo(tally.line())
    if change:
        change.tell()
    if fixable and not mender:
        say(f"{fixable} of them {'has' if fixable == 1 else 'have'} one right answer: lgd check --fix")
    if mender and mender.refused:
        stop(2)
    if tally.count(Severity.ERROR) or tally.count(Severity.WARNING):
        stop(1)


def _mender(day: "datetime.date", *, only_show: bool) -> "Mender":
    from lgdkit.cli.fixing import Mender

    return Mender(day, only_show=only_show)


def _change(revision: str, day: "datetime.date") -> "Change":
    from lgdkit.cli.change import Change

    return Change(revision, day)
