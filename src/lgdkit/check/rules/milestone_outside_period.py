"""A milestone before its action starts or after it ends."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        start, end = action.start, action.end
        if not action.milestones or reversed_(start, end):
            continue
        for index, milestone in enumerate(action.milestones):
            due = milestone.due
            if due is None:
                continue
            if start and reversed_(start, due):
                message = f"This milestone is due {when(due)}, before the action starts {when(start)}."
                expected, way_out = f"a date from {start} on", "Mend the date, or the action's start."
            elif end and reversed_(due, end):
                message = f"This milestone is due {when(due)}, after the action ends {when(end)}."
                expected, way_out = f"a date up to {end}", "Mend the date, or the action's end."
            else:
                continue
            yield Found(action.at("milestones", index, "due"), message, expected, way_out)


RULE = Rule(
    "milestone-outside-period",
    Severity.WARNING,
    "A milestone before its action starts or after it ends.",
    _look,
)
