"""Sums over several currencies in one, with the rates that the city states: beside them, and never instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from lgdkit.model.city import City
from lgdkit.model.city_record import Rate
from lgdkit.view.values import Day, Price


@dataclass(frozen=True, slots=True)
class RateLine:
    """One unit of a currency in another, on a day."""

    one: Price
    is_worth: Decimal
    currency: str
    date: Day


@dataclass(frozen=True, slots=True)
class Converted:
    """A sum in one currency, rounded to its whole units, and the rates that were used."""

    together: Price
    rates: tuple[RateLine, ...]


def converted(city: City, sums: Sequence[Price]) -> Converted | None:
    """Add up sums of several currencies in one of them.

    Returns:
        None where there is one currency alone, or where the rates do not lead from every one to the same.
    """
    stated = city.record.rates if city.record else ()
    if len(sums) < 2:
        return None
    for currency in dict.fromkeys((*(each.to for each in stated), *(each.currency for each in stated))):
        used = [_rate(stated, each.currency, currency) for each in sums if each.currency != currency]
        if None not in used:
            return _in(currency, sums, [each for each in used if each])
    return None


def _rate(stated: Sequence[Rate], one: str, other: str) -> Rate | None:
    """Return the newest rate between two currencies, whichever way it is stated."""
    pair = {one, other}
    found = [each for each in stated if {each.currency, each.to} == pair and each.rate > 0]
    return max(found, key=lambda each: (each.date.last_day(), each.to == other), default=None)


def _in(currency: str, sums: Sequence[Price], rates: Sequence[Rate]) -> Converted:
    with localcontext(prec=50):  # room for whatever the data may hold
        together = sum((_worth(each, currency, rates) for each in sums), Decimal(0))
        whole = together.quantize(Decimal(1), ROUND_HALF_UP)
    lines = tuple(
        RateLine(Price(Decimal(1), each.currency), each.rate, each.to, Day(*each.date)) for each in rates
    )
    return Converted(Price(whole, currency), lines)


def _worth(price: Price, currency: str, rates: Sequence[Rate]) -> Decimal:
    for each in rates:
        if each.currency == price.currency and each.to == currency:
            return price.amount * each.rate
        if each.to == price.currency and each.currency == currency:
            return price.amount / each.rate
    return price.amount
