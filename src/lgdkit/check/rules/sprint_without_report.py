"""A sprint that is over, and of which nothing says what came out of it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_AFTER = ("challenges", "ideas", "learnings", "next_steps", "outcomes")


def _look(city: City, today: date) -> Iterator[Found]:
    for sprint in city.sprints:
        end = sprint.end or sprint.start
        if end is None or end.last_day() >= today or sprint.note or unread(sprint, "note"):
            continue
        if all(lacks(sprint, each) for each in _AFTER):
            yield Found(
                sprint.place,
                f"This sprint ended {when(end)}, and nothing says what came out of it.",
                "learnings:, next_steps:, outcomes:",
                "Write down what was learnt and what comes next; or say in a note that it is not known.",
            )


RULE = Rule(
    "sprint-without-report", Severity.INFO, "A sprint that is over, without anything that came of it.", _look
)
