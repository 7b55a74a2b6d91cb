"""A deal that does not say how the partners report."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state in SETTLED and lacks(deal, "reporting"):
            yield Found(
                deal.place,
                "This deal does not say how often the partners report.",
                "reporting: {every: {times: 1, per: year}, to: …}",
                "Write how often and to whom; once a year is what most published climate agreements ask for.",
            )


RULE = Rule(
    "deal-without-reporting", Severity.INFO, "A deal that does not say how the partners report.", _look
)
