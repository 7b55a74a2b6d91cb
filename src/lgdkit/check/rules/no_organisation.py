"""A city with deals that does not say which stakeholder signs for it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record and city.record.lacks("organisation") and city.stakeholders:
        yield Found(
            city.record.place,
            "The city does not say which stakeholder signs for it.",
            "organisation: with the id of the municipality's record",
            "Write the municipality under stakeholders: and name it here.",
        )


RULE = Rule("no-organisation", Severity.WARNING, "A city that does not say who signs for it.", _look)
