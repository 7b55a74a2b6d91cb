"""A next step of which nobody knows who takes it, or by when."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        for index, step in enumerate(sprint.next_steps):
            if step.done or step.note:
                continue
            missing = [
                said
                for said, there in (
                    ("who takes it", step.by or step.role),
                    ("by when", step.due),
                )
                if not there
            ]
            if missing:
                yield Found(
                    sprint.at("next_steps", index),
                    f"This next step does not say {' or '.join(missing)}.",
                    "by: or role:, and due:",
                    "Agree on it before people go home; or write in its note why it is open.",
                )


RULE = Rule("next-step-incomplete", Severity.WARNING, "A next step without who or by when.", _look)
