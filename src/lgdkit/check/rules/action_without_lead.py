"""An action that nobody leads."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        if lacks(action, "lead") and action.status != "cancelled":
            yield Found(
                action.place,
                "Nobody leads this action.",
                "lead: with the id of a stakeholder",
                "Name the stakeholder in charge; if it is still open, name the one who looks for it.",
            )


RULE = Rule("action-without-lead", Severity.WARNING, "An action that nobody leads.", _look)
