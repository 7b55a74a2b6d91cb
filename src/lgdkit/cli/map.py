"""`lgd map`: the action inventory of a city."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lgdkit.cli.drafting import (
    Check,
    Cities,
    City,
    Diff,
    Force,
    How,
    Lang,
    Out,
    To,
    forms,
    languages,
    put_down,
    read_cities,
)
from lgdkit.cli.terminal import fail, stop


class Format(StrEnum):
    """What `lgd map` prints."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def map_(
    city: City = ".",
    form: Annotated[
        Format, typer.Option("--format", help="table also writes the drafts; csv and json only print data.")
    ] = Format.TABLE,
    lang: Lang = None,
    out: Out = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draw the action inventory: who does what, where nobody does anything, who has no agreement.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd map examples/espoo

    Prints a table and writes drafts/map.<language>.md.
    """
    how, wanted = How(out, check, diff, force, forms(to)), languages(lang, ())
    cities = read_cities(Path(city))
    if form is Format.TABLE:
        well = _draft(cities, how, wanted)
    elif how != How():
        fail(
            f"--format {form} prints data and writes nothing: leave out --out, --to, --check, --diff and --force"
        )
    else:
        well = _print_data(form, cities, wanted)
    if cities.broken or not well:
        stop(1)


def _draft(cities: Cities, how: How, wanted: Sequence[str]) -> bool:
    from lgdkit.cli.desk import Desk
    from lgdkit.cli.table import print_table

    desk = Desk()
    quiet = how.check or how.diff or how.out == "-"
    well = True
    for root, city in cities:
        spoken = wanted or city.languages
        drafter = desk.drafter(root)
        if drafter is None:
            well = False
            continue
        table = [] if quiet else drafter.inventory_table(city, spoken[0])
        drafts = drafter.inventory(city, spoken)
        if not desk.is_fit(root, drafter):
            well = False
            continue
        if city.record and not quiet:
            print_table(city.record.name.best(spoken[0], city.languages[0])[1].text, table)
        mine = "" if wanted else r"map\..*"
        well &= put_down(root, drafts, how, mine, how.folder(root, cities), city=city)
    return well


def _print_data(form: Format, cities: Cities, wanted: Sequence[str]) -> bool:
    from lgdkit.render.tables import as_csv, as_json
    from lgdkit.view.inventory_rows import ActionRow, inventory_rows

    rows: list[ActionRow] = []
    for _, city in cities:
        rows += inventory_rows(city, (wanted or city.languages)[0])
    sys.stdout.write(as_csv(rows, ActionRow) if form is Format.CSV else as_json("actions", rows))
    return True
