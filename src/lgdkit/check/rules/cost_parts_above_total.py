"""A part of the cost that is more than the whole."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import half_step
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import money
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.money import Money

_HELP = "Look at k and M, and whether the total is newer than its parts."


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        cost = action.cost
        if cost is None or not isinstance(cost.total, Money) or cost.total.amount <= 0:
            continue
        total, own = cost.total, cost.own
        if isinstance(own, Money) and own.currency == total.currency and own.amount > total.amount:
            message = f"The city's own share, {money(own.amount, own)}, is more than the total cost:"
            yield _above(action, total, "own", message, "at most")
        years = [each.amount for each in cost.per_year.values() if each.currency == total.currency]
        together = sum(years, Decimal(0))
        if together > total.amount and together > total.amount + sum(
            map(half_step, (total.amount, *years)), Decimal(0)
        ):
            message = f"The years add up to {money(together, total)}, more than the total cost:"
            yield _above(action, total, "per_year", message, "years that add up to at most")


def _above(action: Action, total: Money, part: str, message: str, expected: str) -> Found:
    limit = money(total.amount, total)
    related = (Related(action.at("cost", "total"), "the total"),)
    return Found(action.at("cost", part), f"{message} {limit}.", f"{expected} {limit}", _HELP, related)


RULE = Rule("cost-parts-above-total", Severity.WARNING, "A part of the cost above the whole.", _look)
