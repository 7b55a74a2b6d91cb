"""An action of which nobody can see whether it works."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.action import OPEN


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("commitments"):
        return
    measured = {each.action for each in city.commitments if each.indicator or unread(each, "indicator")}
    for action in city.actions:
        if action.status in OPEN and action.id not in measured and lacks(action, "indicators"):
            yield Found(
                action.place,
                "No indicator shows whether this action works.",
                "indicators: with the id of an indicator",
                "Name one that exists, or write one under indicators: with what the city counts already.",
            )


RULE = Rule("no-indicators", Severity.INFO, "An action without an indicator.", _look)
