"""An agreement that does not say what it is for."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state in SETTLED and lacks(deal, "purpose") and lacks(deal, "goals"):
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state} and says neither what it is for nor what its goals are.",
                "purpose: a sentence or two; or goals: a list",
                "Take it from the signed text, or write what the parties want to reach together.",
            )


RULE = Rule("deal-without-purpose", Severity.WARNING, "A deal without purpose and goals.", _look)
