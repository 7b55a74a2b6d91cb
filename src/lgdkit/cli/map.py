"""`lgd map`: the action inventory of a city."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import Check, Diff, Force, How, Lang, Out, languages, put_down, read_cities
from lgdkit.cli.terminal import stop

if TYPE_CHECKING:
    from lgdkit.view.inventory_rows import ActionRow


class Format(StrEnum):
    """What `lgd map` prints."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def map_(
    city: Annotated[Path, typer.Argument(help="A city's folder, or a folder of cities.")] = Path(),
    form: Annotated[
        Format, typer.Option("--format", help="table also writes the drafts; csv and json only print data.")
    ] = Format.TABLE,
    lang: Lang = None,
    out: Out = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draw the action inventory: who does what, where nobody does anything, who has no agreement.

    Example: lgd map examples/espoo

    Prints a table and writes drafts/map.<language>.md.
    """
    from lgdkit import disk
    from lgdkit.cli.table import print_table
    from lgdkit.drafting import Drafter

    drafter = Drafter(disk.read_templates())
    rows: list[ActionRow] = []
    well = True
    for root, each in read_cities(city):
        wanted = languages(lang, each.languages)
        if form is not Format.TABLE:
            from lgdkit.view.inventory_rows import inventory_rows

            rows += inventory_rows(each, wanted[0])
            continue
        if not (check or diff or out == "-"):
            print_table(each.record.name.best(wanted[0], each.languages[0])[1].text if each.record else "", drafter.inventory_table(each, wanted[0]))
        drafts = drafter.inventory(each, wanted)
        well &= put_down(root, drafts, How(out, check, diff, force), r"map\..*" if not lang else "")
    if form is not Format.TABLE:
        _print_data(form, rows)
    if not well:
        stop(1)


def _print_data(form: Format, rows: "list[ActionRow]") -> None:
    from lgdkit.render.tables import as_csv, as_json
    from lgdkit.view.inventory_rows import ActionRow

    sys.stdout.write(as_csv(rows, ActionRow) if form is Format.CSV else as_json("actions", rows))
