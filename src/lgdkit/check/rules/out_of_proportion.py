"""A reduction larger than what it is a part of: the kiloton that should be a ton."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions, quantity
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.base import Placed
from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt
from lgdkit.model.commitment import Commitment
from lgdkit.model.quantity import BySector, Quantity

_HELP = "Look at the unit: t, kt or Mt."


class _Whole(NamedTuple):
    """The most that can be reduced in a year: by the city, and by those of its sectors that are known."""

    said: str
    city: Quantity
    tonnes: Decimal
    """What the whole city emits, worked out once."""
    sectors: dict[str, tuple[str, Quantity]]


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    whole = _whole(city)
    for action in city.actions:
        impact = action.impact
        if whole and impact and impact.per == "year" and not unread(action, "impact"):
            yield from _against_city(impact.ghg, whole, action, "impact", "ghg")
    for commitment in city.commitments:
        if commitment.ghg and not unread(commitment, "ghg", "per", "action"):
            yield from _of_commitment(city, commitment, whole)


def _of_commitment(city: City, commitment: Commitment, whole: _Whole | None) -> Iterator[Found]:
    """Hold a commitment against its action, or against the city where the action has no figure."""
    own, action = commitment.ghg, city.action.get(commitment.action or "")
    impact = action.impact if action and not unread(action, "impact") else None
    if action and impact and isinstance(impact.ghg, Quantity | BySector):
        if not isinstance(own, Quantity | BySector) or impact.per != commitment.per:
            return
        if own.tonnes() > impact.ghg.tonnes():
            message = f'This commitment reduces more than its whole action "{action.id}".'
            yield Found(commitment.at("ghg"), message, f"at most {emissions(impact.ghg)}", _HELP)
    elif whole and commitment.per == "year":
        yield from _against_city(own, whole, commitment, "ghg")


def _against_city(ghg: object, whole: _Whole, record: Placed, *keys: str) -> Iterator[Found]:
    if isinstance(ghg, Quantity) and ghg.tonnes() > whole.tonnes:
        yield _more(record.at(*keys), "the whole city", whole.said, whole.city)
    elif isinstance(ghg, BySector):
        for sector, part in ghg.sectors:
            said, limit = whole.sectors.get(sector, (whole.said, whole.city))
            if part.tonnes() > limit.tonnes():
                what = f"the sector {sector}" if sector in whole.sectors else "the whole city"
                yield _more(record.at(*keys, sector), what, said, limit)


def _more(place: Place, what: str, said: str, limit: Quantity) -> Found:
    return Found(place, f"This reduces more than {what} emits: {said}.", f"at most {quantity(limit)}", _HELP)


def _whole(city: City) -> _Whole | None:
    """Return the largest emissions that a target of the city names, so that no boundary is too narrow."""
    targets = city.record.targets if city.record else ()
    known = [each for one in targets if not one.per_person for each in (one.baseline, one.latest) if each]
    if not known:
        return None
    largest = max(known, key=lambda each: (each.ghg.tonnes(), len(each.sectors)))
    sectors: dict[str, tuple[str, Quantity]] = {}
    for sector in largest.sectors:
        year, ghg = max(_of_sector(known, sector), key=lambda each: each[1].tonnes())
        sectors[sector] = (f"{quantity(ghg)} in {year}", ghg)
    said = f"{quantity(largest.ghg)} in {largest.year}"
    return _Whole(said, largest.ghg, largest.ghg.tonnes(), sectors)


def _of_sector(known: list[EmissionsAt], sector: str) -> Iterator[tuple[int, Quantity]]:
    for each in known:
        for name, ghg in each.sectors.items():
            if name == sector:
                yield each.year, ghg


RULE = Rule("out-of-proportion", Severity.WARNING, "A reduction larger than what it is a part of.", _look)
