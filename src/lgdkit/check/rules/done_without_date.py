"""A completed commitment without the date of its fulfilment, or a completed action without an end."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        if action.start and action.start.first_day() > today:
            continue  # status-against-dates says so
        if action.status == "completed" and lacks(action, "end") and not unread(action, "status"):
            yield Found(
                action.at("status"),
                "This action is completed, and nothing says when it ended.",
                "end: with the year, month or day",
                "Write when it ended.",
            )
    for commitment in city.commitments:
        if commitment.status == "completed" and lacks(commitment, "done"):
            yield Found(
                commitment.at("status"),
                "This commitment is completed, and nothing says when it was fulfilled.",
                "done: with the year, month or day",
                "Write when it was fulfilled; ask the partner if nobody knows.",
            )


RULE = Rule("done-without-date", Severity.INFO, "Something completed without a date.", _look)
