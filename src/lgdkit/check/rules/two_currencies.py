"""An action with money in two currencies, and no rate between them."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.money import Money
from lgdkit.model.walk import Keys


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    rates = city.record.rates if city.record else ()
    pairs = {frozenset((rate.currency, rate.to)) for rate in rates}
    if city.record and unread(city.record, "rates"):
        return
    for action in city.actions:
        if action.cost is None and not action.funding:
            continue
        first: tuple[Keys, str] | None = None
        for keys, currency in _currencies(action):
            first = first or (keys, currency)
            if currency != first[1] and frozenset((currency, first[1])) not in pairs:
                yield Found(
                    action.at(*keys),
                    f"This is in {currency}, and the other money of this action in {first[1]}.",
                    f"one currency, or a rate under city: rates: from {currency} to {first[1]}",
                    "Give the action in one currency, or state the rate and its day.",
                    (Related(action.at(*first[0]), f"in {first[1]}"),),
                )
                break


def _currencies(action: Action) -> Iterator[tuple[Keys, str]]:
    cost = action.cost
    if cost:
        for key, money in (("total", cost.total), ("own", cost.own)):
            if isinstance(money, Money):
                yield ("cost", key), money.currency
        for year, money in cost.per_year.items():
            yield ("cost", "per_year", year), money.currency
    for index, funding in enumerate(action.funding):
        if isinstance(funding.amount, Money):
            yield ("funding", index, "amount"), funding.amount.currency


RULE = Rule("two-currencies", Severity.WARNING, "Money of one action in two currencies.", _look)
