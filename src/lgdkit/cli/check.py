"""`lgd check`: every fault of a city's files, at its line."""

from enum import StrEnum
from typing import Annotated

import typer

from lgdkit.cli.cluster import Cluster

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
    from lgdkit.cli.checking import Wish, check_cities

    check_cities(
        paths or ["."],
        Wish(date, select, ignore, severity, form, output, since, cluster, fix, diff),
    )
