"""Finds the two cities between which something travels, and what of the first one is meant."""

import difflib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lgdkit import disk, pipeline
from lgdkit.cli.at_hand import AtHand, ids_of
from lgdkit.cli.space import allowed, found_at
from lgdkit.cli.terminal import fail, today
from lgdkit.diagnostics import Located, Severity
from lgdkit.disk import Folder
from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.render.plain import visible
from lgdkit.view.taken import Taken, deals_about, with_action, with_deal

_KINDS = ("deals", "actions")


class Found(NamedTuple):
    """A city: its folder, its texts, and what was read of them."""

    root: Path
    folder: Folder
    city: City


def city_called(name: str, below: Path) -> Found:
    """Return the city of an id below a folder, or the one in the folder of this name.

    Of a city's own folder, the workspace around it is asked, too, and the folders beside it.
    """
    if not below.is_dir():
        fail(f"there is no folder {visible(below.as_posix())}")
    roots = found_at(below).roots
    likely = [each for each in roots if each.name == name]
    if len(likely) == 1 and "/" not in name and (found := _as_it_is(likely[0])) and _id(found) == name:
        return _checked(found)
    folder = next((each for each in (below / name, Path(name)) if each.is_dir()), None)
    here = found_at(folder).roots if folder is not None else []
    if len(here) == 1 and ("/" in name or disk.holds_city(here[0])):
        return _checked(_as_it_is(here[0]))
    known = ids_of(roots)
    where = known.get(name) or _beside(below, roots, name)
    if where is not None:
        return _checked(_as_it_is(where))
    if here:
        fail(f"{visible(name)} holds {len(here)} cities: name one of them")
    near = difflib.get_close_matches(name[:100], known, 1)
    advice = f"; did you mean {near[0]}?" if near else f"; here are: {', '.join(known)}" if known else ""
    return fail(f'no city "{visible(name[:100])}" lies in {visible(below.as_posix())}{advice}')


def _beside(folder: Path, roots: Sequence[Path], name: str) -> Path | None:
    """Return the city of an id in the workspace around a city's folder, or beside it; None where the folder is none."""
    if [each.resolve() for each in roots] != [folder.resolve()]:
        return None
    found = AtHand(allowed()).folder(name, folder)
    return Path(os.path.relpath(found)) if found else None


def taken_from(found: Found, kind: str, name: str, deal: str | None) -> Taken:
    """Return what goes along with a deal or an action of a city, by its id."""
    city = found.city
    deals = {each.id: each for each in city.deals}
    where = city.record.id if city.record else found.root.as_posix()
    if kind == "deals" or (not kind and name in deals):
        if name in deals and not kind and name in city.action:
            fail(
                f"{where} has a deal and an action {name}: write {where}/deals/{name} or {where}/actions/{name}"
            )
        if name in deals:
            return with_deal(city, deals[name])
    elif name in city.action:
        action = city.action[name]
        about = {each.id: each for each in deals_about(city, action)}
        if deal is not None and deal not in about:
            fail(f"--deal {visible(deal)}: no such deal holds a commitment to {name}; {_listed(about)}")
        if deal is None and len(about) > 1:
            fail(f"several deals hold commitments to {name}: name one with --deal; {_listed(about)}")
        return with_action(city, action, about[deal] if deal else next(iter(about.values()), None))
    near = difflib.get_close_matches(name[:100], [*deals, *city.action], 1)
    advice = f"; did you mean {where}/{near[0]}?" if near else ""
    return fail(f'{where} has no deal and no action "{visible(name[:100])}"{advice}')


def parted(source: str) -> tuple[str, str, str]:
    """Return city, kind and id of what is written as espoo/kera, espoo/deals/kera, or with a path before it."""
    where, _, name = source.rstrip("/").rpartition("/")
    head, _, kind = where.rpartition("/")
    if head and kind in _KINDS:
        return head, kind, name
    if not where or not name:
        fail(f"{visible(source)}: write the city and the id of a deal or an action, espoo/kera-commitment")
    return where, "", name


def _listed(deals: Iterable[str]) -> str:
    names = ", ".join(deals)
    return f"there are: {names}" if names else "there is none"


def _as_it_is(root: Path) -> Found:
    folder = disk.read_folder(root)
    return Found(root, folder, read_city(folder.texts).city)


def _id(found: Found) -> str:
    return found.city.record.id if found.city.record else ""


def _checked(found: Found) -> Found:
    """Return a city that has no errors; of one that has, nothing is taken and nothing is put into it."""
    folder = found.folder
    checked = pipeline.check(folder.texts, today(None), folder.faults, kept=folder.kept, advice=False)
    errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
    if errors or checked.city.record is None:
        name = visible(found.root.as_posix())
        fail(f"{name} has {_count(errors)}: lgd check {name} shows them; nothing was taken over")
    return Found(found.root, folder, checked.city)


def _count(errors: list[Located]) -> str:
    return f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
