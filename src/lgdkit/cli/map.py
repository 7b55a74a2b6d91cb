"""`lgd map`: the action inventory of a city."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.cluster import Cluster
from lgdkit.cli.drafting import (
    Batch,
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

if TYPE_CHECKING:
    from lgdkit.model.city import City as Data
    from lgdkit.view.inventory_rows import ActionRow


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
    cluster: Cluster = None,
) -> None:
    """Draw the action inventory: who does what, where nobody does anything, who has no agreement.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd map examples/espoo

    Prints a table and writes drafts/map.<language>.md, with its pictures in drafts/pictures/.
    """
    how, wanted = How(out, check, diff, force, forms(to)), tuple(languages(lang, ()))
    cities = read_cities(Path(city))
    if form is Format.TABLE:
        well = all([*cities.each(_Draft(how, wanted), cluster)])
    elif how != How():
        fail(
            f"--format {form} prints data and writes nothing: leave out --out, --to, --check, --diff and --force"
        )
    else:
        well = _print_data(form, cities, wanted, cluster)
    if cities.broken or not well:
        stop(1)


@dataclass(frozen=True)
class _Draft:
    """Draws the inventory of a city: its table, and its drafts."""

    how: How
    wanted: tuple[str, ...]

    def __call__(self, root: Path, city: "Data", batch: Batch) -> bool:
        from lgdkit.cli.desk import desk
        from lgdkit.cli.table import print_table

        how = self.how
        quiet = how.check or how.diff or how.out == "-"
        spoken = self.wanted or city.languages
        drafter = desk().drafter(root)
        if drafter is None:
            return False
        table = [] if quiet else drafter.inventory_table(city, spoken[0])
        drafts = drafter.inventory(city, spoken)
        if not desk().is_fit(root, drafter):
            return False
        if city.record and not quiet:
            print_table(city.record.name.best(spoken[0], city.languages[0])[1].text, table)
        mine = "" if self.wanted else r"(?:pictures/)?map\..*"
        return put_down(root, drafts, how, mine, how.folder(root, batch), city=city)


@dataclass(frozen=True)
class _Rows:
    """Gives the actions of a city as data."""

    wanted: tuple[str, ...]

    def __call__(self, root: Path, city: "Data", batch: Batch) -> "tuple[ActionRow, ...]":  # noqa: ARG002
        from lgdkit.view.inventory_rows import inventory_rows

        return inventory_rows(city, (self.wanted or city.languages)[0])


def _print_data(form: Format, cities: Cities, wanted: tuple[str, ...], cluster: str | None) -> bool:
    from lgdkit.render.tables import as_csv, as_json
    from lgdkit.view.inventory_rows import ActionRow

    rows = [row for found in cities.each(_Rows(wanted), cluster) for row in found]
    sys.stdout.write(as_csv(rows, ActionRow) if form is Format.CSV else as_json("actions", rows))
    return True
