"""`lgd roadmap`: the roadmap drafts of a city, one per language."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lgdkit.cli.cluster import Cluster
from lgdkit.cli.drafting import (
    Batch,
    Check,
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
from lgdkit.cli.terminal import stop

if TYPE_CHECKING:
    from lgdkit.model.city import City as Data


def roadmap(
    city: City = ".",
    lang: Lang = None,
    out: Out = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
    cluster: Cluster = None,
) -> None:
    """Draft the city's roadmap: targets, partners, actions, costs, indicators, deals.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd roadmap examples/espoo --lang fi

    Writes drafts/roadmap.<language>.md, with its pictures in drafts/pictures/.
    """
    how, wanted = How(out, check, diff, force, forms(to)), tuple(languages(lang, ()))
    cities = read_cities(Path(city))
    well = [*cities.each(_Draft(how, wanted), cluster)]
    if cities.broken or not all(well):
        stop(1)


@dataclass(frozen=True)
class _Draft:
    """Drafts the roadmap of a city."""

    how: How
    wanted: tuple[str, ...]

    def __call__(self, root: Path, city: "Data", batch: Batch) -> bool:
        from lgdkit.cli.desk import desk

        drafter = desk().drafter(root)
        if drafter is None:
            return False
        drafts = drafter.roadmap(city, self.wanted or city.languages)
        if not desk().is_fit(root, drafter):
            return False
        mine = "" if self.wanted else r"(?:pictures/)?roadmap\..*"
        return put_down(root, drafts, self.how, mine, self.how.folder(root, batch), city=city)
