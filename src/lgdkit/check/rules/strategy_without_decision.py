"""A strategy of which nothing says whether it was adopted."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for strategy in city.record.strategies if city.record else ():
        if strategy.kind != "report" and lacks(strategy, "adopted") and lacks(strategy, "reference"):
            yield Found(
                strategy.place,
                "Nothing says whether and when this strategy was adopted.",
                "adopted: the date, or reference: the number of the decision",
                "Look it up in the council's papers; partners may ask on what the city relies.",
            )


RULE = Rule(
    "strategy-without-decision",
    Severity.INFO,
    "A strategy without the date or number of its decision.",
    _look,
)
