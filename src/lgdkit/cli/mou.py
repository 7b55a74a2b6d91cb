"""`lgd mou`: a Memorandum of Understanding per stakeholder."""

import difflib
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
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CITY] [STAKEHOLDER]...", help="A city's folder, then ids of stakeholders; default: all, here."),
    ] = None,
    lang: Lang = None,
    out: Out = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draft a Memorandum of Understanding for each stakeholder, one for each of its deals.

    Example: lgd mou examples/espoo fortum

    What the data does not say is listed on stderr. Every draft is a draft for legal review.
    """
    from lgdkit import disk
    from lgdkit.drafting import Drafter

    path, wanted = _split(targets or [])
    drafter = Drafter(disk.read_templates())
    well = True
    for root, city in read_cities(path):
        stakeholders = _chosen(city, wanted)
        drafts, missing = drafter.memoranda(city, stakeholders, languages(lang, ()))
        well &= put_down(root, drafts, How(out, check, diff, force), "" if wanted or lang else r"mou/.*")
        if not (check or diff):
            _tell(missing)
    if not well:
        stop(1)


def _split(targets: list[str]) -> tuple[Path, list[str]]:
    """Tell the folder from the stakeholders: a first word that is a folder, or looks like a path, is the folder."""
    if targets and (Path(targets[0]).is_dir() or "/" in targets[0]):
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
