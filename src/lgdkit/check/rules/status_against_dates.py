"""A status that the dates contradict."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment

_HELP = "Bring the status and the dates together."


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        found = _of_action(action, today)
        if found:
            yield Found(action.at("status"), *found, _HELP)
    for commitment in city.commitments:
        found = _of_commitment(commitment)
        if found:
            yield Found(commitment.at("status"), *found, _HELP)


def _of_action(action: Action, today: date) -> tuple[str, str] | None:
    start, end, status = action.start, action.end, action.status
    if unread(action, "status", "start", "milestones"):
        return None
    if start and end and end.last_day() < start.first_day():
        return None  # end-before-start says so
    if status in ("ongoing", "completed") and start and start.first_day() > today:
        return f"This action is {status}, but it starts {when(start)}.", "not-started, or an earlier start"
    if status == "not-started" and any(milestone.done for milestone in action.milestones):
        return f"{_said(action)}, but one of its milestones is done.", "ongoing"
    return None


def _of_commitment(commitment: Commitment) -> tuple[str, str] | None:
    if commitment.done is None or commitment.status == "completed" or unread(commitment, "status"):
        return None
    return f"{_said(commitment)}, but it was fulfilled {when(commitment.done)}.", "completed, or no done:"


def _said(record: Action | Commitment) -> str:
    """Say the status; where none was written, that it counts as not started."""
    what = "action" if isinstance(record, Action) else "commitment"
    if "status" not in record.model_fields_set:
        return f"This {what} has no status and so counts as not-started"
    return f"This {what} is {record.status}"


RULE = Rule("status-against-dates", Severity.WARNING, "A status that the dates contradict.", _look)
