"""A next step of a sprint that should be done by now."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for sprint in city.sprints:
        for index, step in enumerate(sprint.next_steps):
            if step.due and not step.done and step.due.last_day() < today:
                yield Found(
                    sprint.at("next_steps", index, "due"),
                    f"This next step was due {when(step.due)}, and nothing says that it is done.",
                    "done: with its date, or a later due:",
                    "If it is late, leave it. If not, write when it was done.",
                )


RULE = Rule("next-step-overdue", Severity.INFO, "A next step of a sprint that should be done.", _look)
