"""Something postponed whose dates are all past."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        last = action.end or action.start
        if action.status != "postponed" or last is None or last.last_day() >= today:
            continue
        if not unread(action, "start", "end"):
            yield Found(
                action.at("status"),
                f"This action is postponed, and its last date, {last}, is past: nobody knows until when.",
                "start: and end: with the new dates",
                "Write the new dates; if there will be none, write cancelled.",
            )
    for commitment in city.commitments:
        due = commitment.due
        if commitment.status == "postponed" and due and due.last_day() < today and not commitment.done:
            yield Found(
                commitment.at("status"),
                f"This commitment is postponed, and it was due {when(due)}: nobody knows until when.",
                "due: with the new date",
                "Agree on a new date with the partner; if there will be none, write cancelled.",
            )


RULE = Rule("postponed-without-date", Severity.WARNING, "Something postponed, to no date.", _look)
