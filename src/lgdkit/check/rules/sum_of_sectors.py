"""Emissions by sector that do not add up to the total that stands beside them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import rounding
from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions, sum_of
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt
from lgdkit.model.quantity import SECTORS

_MOST = 10
"""A total so many times its sectors cannot be right, even if sectors are left out."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        if target.mixed:
            continue  # per-person-against-whole says so
        for key, given in (("baseline", target.baseline), ("latest", target.latest)):
            if given and given.sectors and not unread(target, key):
                wrong = _sum(given)
                if wrong is not None:
                    together = sum_of(wrong, given.ghg)
                    yield Found(
                        target.at(key, "ghg"),
                        f"The sectors add up to {together}, and the total says {emissions(given.ghg)}.",
                        f"{together}, or sectors that add up to {emissions(given.ghg)}",
                        "Look in the source which figure is wrong, and at the units.",
                        (Related(target.at(key, "sectors"), "the sectors"),),
                    )


def _sum(given: EmissionsAt) -> Decimal | None:
    """Return the sum of the sectors in tonnes where it is not the total; figures may be rounded."""
    parts = [part.tonnes() for part in given.sectors.values()]
    total, together = given.ghg.tonnes(), sum(parts, Decimal(0))
    allowed = rounding(given.ghg, *given.sectors.values())
    too_little = len(parts) == len(SECTORS) or together * _MOST < total
    if together > total + allowed or (too_little and together < total - allowed):
        return together
    return None


RULE = Rule("sum-of-sectors", Severity.WARNING, "Sectors that do not add up to the total.", _look)
