"""`lgd mou --amend`: the amendments to deals that have changed since they were signed."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lgdkit.cli.desk import Desk
from lgdkit.cli.drafting import How, put_down, read_cities
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from lgdkit.model.city import City
    from lgdkit.model.deal import Deal


def amend(path: Path, wanted: Sequence[str], languages: Sequence[str], how: How) -> None:
    """Draft the amendments to the deals of these ids, or without ids to all that have changed."""
    desk = Desk()
    cities = read_cities(path)
    if wanted and len(cities.roots) > 1:
        names = ", ".join(each.as_posix() for each in cities.roots)
        fail(f'{path} holds several cities, so name one of them before "{wanted[0]}": {names}')
    well = True
    for root, city in cities:
        drafter = desk.drafter(root)
        if drafter is None:
            well = False
            continue
        drafts = drafter.amendments(city, _chosen(city, wanted), languages)
        if not desk.is_fit(root, drafter):
            well = False
        elif drafts:
            well &= put_down(root, drafts, how, "", how.folder(root, cities.batch), city=city)
        else:
            say("Nothing has changed since it was signed, so there is nothing to amend.")
    if cities.broken or not well:
        stop(1)


def _chosen(city: "City", wanted: Sequence[str]) -> "Sequence[Deal]":
    from lgdkit.render.plain import visible
    from lgdkit.view.amendment import amendments_of

    known = {each.id: each for each in city.deals}
    signed = {each.deal for each in city.signings}
    for each in wanted:
        if each not in known:
            near = difflib.get_close_matches(each[:100], known, 1)
            advice = f'; did you mean "{near[0]}"?' if near else ""
            fail(f'no deal has the id "{visible(each[:100])}"{advice}')
        if each not in signed:
            fail(f'"{each}" was not signed with lgd sign, so nobody knows what it said then')
    return [known[each] for each in wanted] or amendments_of(city)
