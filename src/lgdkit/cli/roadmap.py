"""`lgd roadmap`: the roadmap drafts of a city, one per language."""

from pathlib import Path
from typing import Annotated

import typer

from lgdkit.cli.drafting import Check, Diff, Force, How, Lang, Out, languages, put_down, read_cities
from lgdkit.cli.terminal import stop


def roadmap(
    city: Annotated[Path, typer.Argument(help="A city's folder, or a folder of cities.")] = Path(),
    lang: Lang = None,
    out: Out = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draft the city's roadmap: targets, partners, actions, costs, indicators, deals.

    Example: lgd roadmap examples/espoo --lang fi
    """
    from lgdkit import disk
    from lgdkit.drafting import Drafter

    drafter = Drafter(disk.read_templates())
    well = True
    for root, each in read_cities(city):
        drafts = drafter.roadmap(each, languages(lang, each.languages))
        well &= put_down(root, drafts, How(out, check, diff, force), r"roadmap\..*" if not lang else "")
    if not well:
        stop(1)
