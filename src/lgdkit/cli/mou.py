"""`lgd mou`: a Memorandum of Understanding per stakeholder."""

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import Check, Diff, Force, How, Lang, Out, languages, put_down, read_cities
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from lgdkit.model.city import City
    from lgdkit.model.stakeholder import Stakeholder
    from lgdkit.view.missing import Missing


def mou(
    targets: Annotated[list[str] | None, typer.Argument(metavar="CITY, STAKEHOLDER", hidden=True)] = None,
    lang: Lang = None,
    out: Out = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draft a Memorandum of Understanding for each stakeholder, one for each of its deals.

    First CITY, a city's folder or a folder of cities; without it, it is the folder you are in. Then the ids
    of stakeholders; without them, all get their drafts.

    Example: lgd mou examples/espoo fortum

    Writes drafts/mou/<stakeholder>.<deal>.<language>.md. What the data does not say is listed on stderr.
    Every draft is a draft for legal review.
    """
    from lgdkit import disk
    from lgdkit.drafting import Drafter

    how, spoken = How(out, check, diff, force), languages(lang, ())
    path, wanted = _split(targets or [])
    drafter = Drafter(disk.read_templates())
    cities = read_cities(path)
    if wanted and len(cities.roots) > 1:
        names = ", ".join(each.as_posix() for each in cities.roots)
        fail(f'{path} holds several cities, so name one of them before "{wanted[0]}": {names}')
    well = True
    for root, city in cities:
        drafts, missing = drafter.memoranda(city, _chosen(city, wanted), spoken)
        mine = rf"mou/.*\.(?:{'|'.join(spoken)})\.md" if spoken else r"mou/.*"
        others = drafter.memorandum_paths(city)
        well &= put_down(root, drafts, how, mine, how.folder(root, cities), others)
        if not (check or diff):
            _tell(missing)
    if cities.broken or not well:
        stop(1)


def _split(targets: list[str]) -> tuple[Path, list[str]]:
    """Tell the folder from the stakeholders: the first word is one if it is a folder or looks like a path."""
    if targets and ("/" in targets[0] or os.path.isdir(targets[0])):  # noqa: PTH112 - raises for no name
        return Path(targets[0]), targets[1:]
    return Path(), targets


def _chosen(city: "City", wanted: list[str]) -> "list[Stakeholder]":
    if not wanted:
        return [each for each in city.stakeholders if each.id != city.organisation]
    for each in wanted:
        if each not in city.stakeholder:
            match = difflib.get_close_matches(each, city.stakeholder, 1)
            fail(f'no stakeholder has the id "{each}"' + (f'; did you mean "{match[0]}"?' if match else ""))
        if each == city.organisation:
            fail(f'"{each}" is the city itself: its partners get a copy')
    return [city.stakeholder[each] for each in wanted]


def _tell(missing: "list[Missing]") -> None:
    """List what the data does not say, by record, once."""
    by_record: dict[str, list[str]] = {}
    for each in missing:
        known = by_record.setdefault(each.record, [])
        if each.what not in known:
            known.append(each.what)
    if by_record:
        say("To find out (the drafts say that it is still to be agreed or filled in):")
    for record, what in by_record.items():
        say(f"  {record}: {', '.join(what)}")
