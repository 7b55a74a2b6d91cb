"""A status that the dates contradict."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City


def _contradiction(action: Action, today: date) -> tuple[str, str] | None:
    start, end, status = action.start, action.end, action.status
    if status in ("ongoing", "completed") and start and start.first_day() > today:
        return f"This action is {status}, but it starts in {start}.", "not-started, or an earlier start"
    if status in ("ongoing", "not-started") and end and end.last_day() < today:
        return f"This action is {status}, but it ended in {end}.", "completed, postponed or cancelled, or a later end"
    if status == "not-started" and start and start.last_day() < today:
        return f"This action is not started, but its start was in {start}.", "ongoing or postponed, or a later start"
    if status == "not-started" and any(milestone.done for milestone in action.milestones):
        return "This action is not started, but one of its milestones is done.", "ongoing"
    return None


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        if action.broken.intersection(("status", "start", "end", "milestones")):
            continue
        if action.start and action.end and action.end.last_day() < action.start.first_day():
            continue
        found = _contradiction(action, today)
        if found:
            yield Found(action.at("status"), *found, "Bring the status and the dates together.")


RULE = Rule("status-against-dates", Severity.WARNING, "A status that the dates contradict.", _look)
