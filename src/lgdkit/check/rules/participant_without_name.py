"""A participant of a sprint of whom nothing says who it is."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        for index, each in enumerate(sprint.participants):
            if each.organisation is None and each.name is None and each.city is None:
                yield Found(
                    sprint.at("participants", index),
                    "Nothing says who this participant is.",
                    "organisation: with an id, or name:, or city:",
                    "Name the organisation, no person. If no name is known, say what it is: seven observer cities.",
                )


RULE = Rule("participant-without-name", Severity.WARNING, "A participant of a sprint without a name.", _look)
