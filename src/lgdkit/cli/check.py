"""`lgd check`: every fault of a city's files, at its line."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.cluster import Cluster

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from lgdkit.cli.change import Change
    from lgdkit.cli.fixing import Mender
    from lgdkit.cli.look import Look, ToCheck
    from lgdkit.cli.report import Looked
    from lgdkit.cli.selection import Selection

_MANY = 20
"""Of more cities, each is told as soon as it is checked."""
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
    cluster: Cluster = None,
) -> None:
    """Find every fault in a city's files, at file, line and column, with the way out.

    Each PATH is a city's folder, a folder of cities, or a file; without one, it is the folder you are in.

    Example: lgd check examples/espoo

    Exit status 1 where something is shown, or with --diff would change, and 0 where nothing is. What the
    settings under check: of the city ignore is shown where --select names it.
    """
    from lgdkit.cli.asked import asked_for
    from lgdkit.cli.look import Look, ToCheck
    from lgdkit.cli.report import Reporter, looked_at_workspace
    from lgdkit.cli.selection import selection
    from lgdkit.cli.target import targets_of
    from lgdkit.cli.terminal import say, stop, today

    day = today(date)
    chosen = selection(select, ignore, severity)
    reporter = Reporter(targets_of(form, output), chosen)
    mender = _mender(day, only_show=diff) if fix or diff else None
    change = _change(since, day, chosen) if since is not None else None
    asked = asked_for([Path(each) for each in paths or ["."]])
    for each in asked.spaces:
        reporter.add(looked_at_workspace(each.root, each.findings, each.files, chosen))
    look = Look(
        day,
        chosen,
        {each.root: each.vocabularies for each in asked.spaces},
        reporter.with_names,
        mender,
        change,
    )
    cities = [ToCheck(root, only, space.root if space else None) for root, only, space in asked.cities]
    reporter.streams = len(cities) > _MANY
    ids: dict[Path, dict[str, list[Path]]] = {}
    for city, found in _looked(cities, look, cluster, diff=diff):
        reporter.add(found)
        if city.space and found.id:
            ids.setdefault(city.space, {}).setdefault(found.id, []).append(city.root)
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


def _looked(
    cities: "Sequence[ToCheck]", look: "Look", cluster: str | None, *, diff: bool
) -> "Iterator[tuple[ToCheck, Looked]]":
    """Check cities; what remembers from one city to the next what it did is done by one process alone."""
    if look.mender or look.change or (len(cities) == 1 and cluster is None):
        for city in cities:
            found = look(city, only_mend=diff)
            if found is not None:
                yield city, found
        return
    from lgdkit.cli.crew import over

    left = iter(cities)
    for found in over(cities, look, lambda city: city.root.as_posix(), cluster):
        if found is not None:
            yield next(each for each in left if each.root == found.root), found


def _mender(day: "datetime.date", *, only_show: bool) -> "Mender":
    from lgdkit.cli.fixing import Mender

    return Mender(day, only_show=only_show)


def _change(revision: str, day: "datetime.date", chosen: "Selection") -> "Change":
    from lgdkit.cli.change import Change

    return Change(revision, day, chosen)
