"""Actions that together reduce more than a sector, or the city, emits."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import rounding
from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import quantity, sum_of
from lgdkit.diagnostics import Place, Related, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt
from lgdkit.model.quantity import BySector, Quantity

_Part = tuple[Action, Quantity]
_WHOLE = ""
"""Stands for all sectors together."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    record = city.record
    if (
        record is None
        or unread(record, "targets", "totals")
        or (record.totals and not record.totals.additive)
    ):
        return
    known = _known(city)
    if not known:
        return
    parts = _parts(city)
    told = False
    for sector, (limit, place, year) in known.items():
        several = parts.get(sector, [])
        amounts = [amount.tonnes() for _, amount in several]
        together, whole = sum(amounts, Decimal(0)), limit.tonnes()
        if together <= whole or len(several) < 2 or any(amount > whole for amount in amounts):
            continue  # of a single one, out-of-proportion speaks
        if together <= whole + rounding(limit, *(amount for _, amount in several)) or (
            sector == _WHOLE and told
        ):
            continue
        told = True
        yield Found(
            place,
            f"The actions reduce {sum_of(together, limit)} together, and {_who(sector)} emitted "
            f"{quantity(limit)} in {year}.",
            "actions that reduce no more than there is",
            "Look which action already counts another one's reduction, and say so under counted_in:. "
            "If no sum of them is right, write totals: {additive: false}.",
            tuple(Related(action.at("impact", "ghg"), "one of them") for action, _ in several[:10]),
        )


def _who(sector: str) -> str:
    return f"the sector {sector}" if sector else "the city"


def _parts(city: City) -> dict[str, list[_Part]]:
    """Return what is added up: yearly reductions that no other action counts, by sector and as a whole."""
    parts: dict[str, list[_Part]] = {}
    for action in city.actions:
        impact = action.impact
        if impact is None or impact.per != "year" or impact.counted_in or action.status == "cancelled":
            continue
        if isinstance(impact.ghg, Quantity):
            parts.setdefault(_WHOLE, []).append((action, impact.ghg))
        elif isinstance(impact.ghg, BySector):
            for sector, amount in impact.ghg.sectors:
                parts.setdefault(sector, []).append((action, amount))
                parts.setdefault(_WHOLE, []).append((action, amount))
    return parts


def _known(city: City) -> dict[str, tuple[Quantity, Place, int]]:
    """Return the largest emissions that are known of each sector, and of the city last."""
    known: dict[str, tuple[Quantity, Place, int]] = {}
    for target in city.record.targets if city.record else ():
        if target.per_person:
            continue
        for key, given in (("baseline", target.baseline), ("latest", target.latest)):
            if given:
                for sector, amount in _of(given):
                    if sector not in known or known[sector][0].tonnes() < amount.tonnes():
                        keys = (key, "sectors", sector) if sector else (key, "ghg")
                        known[sector] = (amount, target.at(*keys), given.year)
    return dict(sorted(known.items(), key=lambda each: each[0] == _WHOLE))


def _of(given: EmissionsAt) -> Iterator[tuple[str, Quantity]]:
    yield from given.sectors.items()
    yield _WHOLE, given.ghg


RULE = Rule("actions-above-sector", Severity.WARNING, "Actions that reduce more than there is.", _look)
