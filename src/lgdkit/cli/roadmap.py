"""`lgd roadmap`: the roadmap drafts of a city, one per language."""

from pathlib import Path

from lgdkit.cli.drafting import (
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


def roadmap(
    city: City = ".",
    lang: Lang = None,
    out: Out = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draft the city's roadmap: targets, partners, actions, costs, indicators, deals.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd roadmap examples/espoo --lang fi

    Writes drafts/roadmap.<language>.md.
    """
    from lgdkit.cli.desk import Desk

    how, wanted = How(out, check, diff, force, forms(to)), languages(lang, ())
    desk = Desk()
    cities = read_cities(Path(city))
    well = True
    for root, each in cities:
        drafter = desk.drafter(root)
        if drafter is None:
            well = False
            continue
        drafts = drafter.roadmap(each, wanted or each.languages)
        if not desk.is_fit(root, drafter):
            well = False
            continue
        mine = "" if wanted else r"roadmap\..*"
        well &= put_down(root, drafts, how, mine, how.folder(root, cities), city=each)
    if cities.broken or not well:
        stop(1)
