"""A milestone that should have been reached by now."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import overdue, reversed_
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_OPEN = ("not-started", "ongoing")


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        if not action.milestones or action.status not in _OPEN:
            continue
        if overdue(action, today) or unread(action, "status", "start", "end", "milestones"):
            continue  # the action is late as a whole
        for index, milestone in enumerate(action.milestones):
            due = milestone.due
            if due is None or milestone.done or due.last_day() >= today or reversed_(action.start, due):
                continue
            yield Found(
                action.at("milestones", index, "due"),
                f"This milestone was due {when(due)}, and nothing says that it was reached.",
                "done: with its date, or a later due:",
                "If it is late, leave it. If not, write when it was reached.",
            )


RULE = Rule("milestone-overdue", Severity.INFO, "A milestone that should have been reached.", _look)
