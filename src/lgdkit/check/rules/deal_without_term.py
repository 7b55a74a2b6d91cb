"""A deal that does not say how long it holds."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state in SETTLED and lacks(deal, "term"):
            yield Found(
                deal.place,
                "This deal does not say how long it holds.",
                "term: {from: …, until: …}",
                "Write what the parties agreed; a deal without an end has at least a review: term: {review: …}.",
            )


RULE = Rule("deal-without-term", Severity.INFO, "A deal that does not say how long it holds.", _look)
