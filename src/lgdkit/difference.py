"""The cities of a folder at two times, side by side. Opens no file: both folders were read before."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lgdkit.compare.change import Comparison
from lgdkit.compare.records import compare
from lgdkit.diagnostics import Place
from lgdkit.disk import Folder, parted
from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.read.locate import Locator


class Difference(NamedTuple):
    """What changed in one city."""

    root: str
    """Its folder inside the one that was compared; the one before, where it is no more."""
    comparison: Comparison
    lines: Mapping[Place, int]
    """The line of each place that a change names, in the files afterwards."""
    stakeholders: frozenset[str]
    """The ids of all stakeholders of the two sides."""


class _Side(NamedTuple):
    root: str
    city: City
    texts: Mapping[str, bytes]


_NOTHING = _Side("", City(), {})


def differences(before: Folder, after: Folder) -> tuple[Difference, ...]:
    """Compare the cities of two folders, known by their ids or else by their place in the folder."""
    return tuple(_difference(*pair) for pair in _pairs(list(_sides(before)), list(_sides(after))))


def _sides(folder: Folder) -> Iterator[_Side]:
    """Give the cities of a folder, and what may be one that cannot be read."""
    for root, inside in parted(folder).items():
        city = read_city(inside.texts, lost=[each.place.file for each in inside.faults]).city
        if city.record or city.records():
            yield _Side(root, city, inside.texts)


def _pairs(before: list[_Side], after: list[_Side]) -> Iterator[tuple[_Side, _Side]]:
    left = list(before)
    for each in after:
        same_id = [old for old in left if _id(old) and _id(old) == _id(each)]
        same_root = [old for old in left if old.root == each.root]
        other = next(iter(same_id + same_root), None)
        if other:
            left.remove(other)
        yield other or _NOTHING, each
    for each in left:
        yield each, _NOTHING


def _id(side: _Side) -> str:
    return side.city.record.id if side.city.record else ""


def _difference(before: _Side, after: _Side) -> Difference:
    comparison = compare(before.city, after.city)
    locator = Locator(after.texts)
    places = {
        place
        for change in comparison.changes
        for place in (change.place, *(each.place for each in change.fields))
        if place
    }
    ids = frozenset(each.id for side in (before, after) for each in side.city.stakeholders)
    lines = {place: locator.span(place).line for place in places}
    return Difference((before if after is _NOTHING else after).root, comparison, lines, ids)
