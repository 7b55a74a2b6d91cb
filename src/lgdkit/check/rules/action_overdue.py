"""An action that should have started or ended by now."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City

_OPEN = ("not-started", "ongoing")
_READ = ("status", "start", "end")


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        if action.status not in _OPEN or unread(action, *_READ):
            continue
        start, end = action.start, action.end
        if start and end and end.last_day() < start.first_day():
            continue  # end-before-start says so
        waiting = action.status == "not-started"
        if waiting and any(milestone.done for milestone in action.milestones):
            continue  # status-against-dates says so
        if end and end.last_day() < today:
            yield _late(
                action, f"its end was {when(end)}", "completed, postponed or cancelled, or a later end"
            )
        elif waiting and start and start.last_day() < today:
            yield _late(
                action, f"its start was {when(start)}", "ongoing, postponed or cancelled; or a later start"
            )


def _late(action: Action, when: str, expected: str) -> Found:
    written = "status" in action.model_fields_set
    status = f"is {action.status}" if written else "has no status and so counts as not-started"
    return Found(
        action.at("status"),
        f"This action {status}, but {when}.",
        expected,
        "If it is late, leave it: lgd status lists it. If not, mend the status or the date.",
    )


RULE = Rule("action-overdue", Severity.INFO, "An action that should have started or ended by now.", _look)
