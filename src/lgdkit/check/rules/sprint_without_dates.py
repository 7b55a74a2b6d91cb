"""A sprint of which nothing says when it is."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        if lacks(sprint, "start") and not sprint.note and not unread(sprint, "note"):
            yield Found(
                sprint.place,
                "Nothing says when this sprint is.",
                "start: and end:, with the day or the month",
                "Write the dates, or say in a note that they are not known.",
            )


RULE = Rule("sprint-without-dates", Severity.INFO, "A sprint without dates.", _look)
