"""`lgd group`: the comparison of several cities."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.cluster import Cluster
from lgdkit.cli.drafting import (
    Batch,
    Check,
    Cities,
    Diff,
    Force,
    How,
    Lang,
    To,
    forms,
    languages,
    put_down,
    read_cities,
)
from lgdkit.cli.terminal import fail, stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lgdkit.model.city import City as Data
    from lgdkit.model.workspace import Workspace
    from lgdkit.view.standing import Standing


class Format(StrEnum):
    """What `lgd group` prints."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def group(
    workspace: Annotated[str, typer.Argument(metavar="WORKSPACE", hidden=True)] = ".",
    form: Annotated[
        Format, typer.Option("--format", help="table also writes the drafts; csv and json only print data.")
    ] = Format.TABLE,
    lang: Lang = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="Folder for the drafts; - prints them. Default: drafts/ of the workspace.",
        ),
    ] = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
    cluster: Cluster = None,
) -> None:
    """Compare the cities of a workspace: fields, deals, commitments, reductions per head, shares, gaps.

    WORKSPACE is a folder with lgd.yaml, or a folder of cities; without it, it is the folder you are in.

    Example: lgd group examples

    Prints a table and writes drafts/group.<language>.md. Figures of different boundaries are never compared
    without saying so. For each gap it names a practice or a deal of another city to look at, and why.
    """
    how, wanted = How(out, check, diff, force, forms(to)), languages(lang, ())
    cities = read_cities(Path(workspace))
    if form is not Format.TABLE and how != How():
        fail(
            f"--format {form} prints data and writes nothing: leave out --out, --to, --check, --diff and --force"
        )
    found = _standings(cities, cluster)
    if not found:
        if cities.broken:
            stop(1)
        fail(f"there is no city in {workspace}")
    record = cities.space.record if cities.space else None
    if form is Format.TABLE:
        spoken = wanted or (record.languages if record else _languages(found))
        well = _draft(cities, found, record, spoken, how)
    else:
        _print_data(form, found, record, (wanted or (record.languages if record else _languages(found)))[0])
        well = True
    if cities.broken or not well:
        stop(1)


def _stands(root: Path, city: Data, batch: Batch) -> Standing | None:  # noqa: ARG001
    from lgdkit.view.standing import standing

    return standing(city)


def _standings(cities: Cities, cluster: str | None) -> list[Standing]:
    """Return how each city stands: the table that the comparison is made of, and all that is kept of a city."""
    return [found for found in cities.each(_stands, cluster) if found]


def _languages(found: Sequence[Standing]) -> tuple[str, ...]:
    """Return the first language of each city, each once."""
    return tuple(dict.fromkeys(each.first for each in found))


def _draft(
    cities: Cities, found: Sequence[Standing], record: Workspace | None, spoken: Sequence[str], how: How
) -> bool:
    from lgdkit import disk
    from lgdkit.cli.group_table import print_comparison
    from lgdkit.drafting import Drafter
    from lgdkit.view.comparison import comparison

    drafter = Drafter(disk.read_templates())
    views = {language: comparison(found, record, language) for language in spoken}
    if not (how.check or how.diff or how.out == "-"):
        view = views[spoken[0]]
        title = view.name.text if view.name else ""
        print_comparison(title, drafter.comparison_table(view, spoken[0]))
    drafts = [draft for language, view in views.items() for draft in drafter.comparison(view, language)]
    out = Path(how.out) if how.out not in (None, "-") else None
    return put_down(cities.path, drafts, how, r"group\..*", out)


def _print_data(form: Format, found: Sequence[Standing], record: Workspace | None, language: str) -> None:
    from lgdkit.view.comparison import comparison
    from lgdkit.view.group_rows import GroupRow, gap_rows, group_rows

    shown = comparison(found, record, language)
    rows = group_rows(found, shown)
    if form is Format.CSV:
        from lgdkit.render.tables import as_csv

        sys.stdout.write(as_csv(rows, GroupRow))
        return
    from lgdkit.render.comparison_json import comparison_json

    sys.stdout.write(comparison_json(shown, rows, gap_rows(shown)))
