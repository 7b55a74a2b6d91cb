"""Words that several rules say in the same way: dates, amounts, sums."""

from decimal import Decimal

from lgdkit.model.amount import unit_of
from lgdkit.model.date import PartialDate
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.vocab.currency import MULTIPLES
from lgdkit.vocab.unit import EMISSIONS


def when(date: PartialDate) -> str:
    """Say when: on a day, or in a month or year."""
    return f"in {date}" if date.day is None else f"on {date}"


def quantity(amount: Quantity) -> str:
    """Say an amount as it was written."""
    return f"{amount.value} {unit_of(amount)}"


def emissions(ghg: Quantity | BySector) -> str:
    """Say emissions as they were written, those by sector as their sum in the unit of the first one."""
    if isinstance(ghg, Quantity):
        return quantity(ghg)
    if len(ghg.sectors) == 1:
        return quantity(ghg.sectors[0][1])
    return sum_of(ghg.tonnes(), ghg.sectors[0][1])


def sum_of(tonnes: Decimal, like: Quantity) -> str:
    """Say a sum of tonnes in the unit of one of its parts."""
    return quantity(like._replace(value=plain(tonnes / EMISSIONS[like.unit])))


def money(amount: Decimal, like: Money) -> str:
    """Say a sum of money with the multiple of one of its parts: 12.5 MEUR."""
    return f"{plain(amount.scaleb(-MULTIPLES[like.multiple]))} {like.multiple}{like.currency}"


def plain(number: Decimal) -> Decimal:
    """Return a number that prints without an exponent and without zeros at its end."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short
