"""A deal that does not say how a party leaves."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state in SETTLED and lacks(deal, "termination"):
            yield Found(
                deal.place,
                "This deal does not say how a party leaves it.",
                "termination: {notice: 3 months}",
                "Write the period of notice that the parties agreed.",
            )


RULE = Rule("deal-without-notice", Severity.INFO, "A deal that does not say how a party leaves.", _look)
