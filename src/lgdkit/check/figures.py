"""Figures that rules compare: emissions in tonnes, and numbers that a slip of the unit sets apart."""

from decimal import Decimal

from lgdkit.model.quantity import BySector, Quantity
from lgdkit.vocab.unit import EMISSIONS

_SLIP = 1000


def tonnes(ghg: object) -> Decimal | None:
    """Return an emission figure in tonnes; None where there is none."""
    return ghg.tonnes() if isinstance(ghg, Quantity | BySector) else None


def out_of_scale(one: Decimal, other: Decimal) -> bool:
    """Say whether two numbers of the same thing are so far apart that a unit or a point must be wrong."""
    small, large = sorted((abs(one), abs(other)))
    return small > 0 and large >= _SLIP * small


def rounding(*ghg: Quantity | BySector) -> Decimal:
    """Return by how many tonnes a sum of these may be off: half of the last digit of each, as it was written."""
    parts = [part for each in ghg for part in _parts(each)]
    return sum((half_step(each.value) * EMISSIONS[each.unit] for each in parts), Decimal(0))


def half_step(number: Decimal) -> Decimal:
    """Return half of the last digit that was written: 0.05 for 22.9."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _parts(ghg: Quantity | BySector) -> tuple[Quantity, ...]:
    return (ghg,) if isinstance(ghg, Quantity) else tuple(part for _, part in ghg.sectors)
