"""Funding that is more than the action costs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import half_step
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import money
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.money import Money


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        total = action.cost.total if action.cost else None
        if not action.funding or not isinstance(total, Money):
            continue
        amounts = {
            index: each.amount.amount
            for index, each in enumerate(action.funding)
            if isinstance(each.amount, Money)
            and each.amount.currency == total.currency
            and each.status != "rejected"
        }
        together = sum(amounts.values(), Decimal(0))
        if total.amount > 0 and together > total.amount + sum(
            map(half_step, (total.amount, *amounts.values())), Decimal(0)
        ):
            yield Found(
                action.at("funding", max(amounts, key=lambda index: amounts[index]), "amount"),
                f"The funding is {money(together, total)} together, and the action costs "
                f"{money(total.amount, total)}.",
                f"funding up to {money(total.amount, total)}",
                "Look at k and M. An application that failed has status: rejected and does not count.",
                (Related(action.at("cost", "total"), "the cost"),),
            )


RULE = Rule("funding-above-cost", Severity.WARNING, "Funding that is more than the cost.", _look)
