"""A completed commitment without the date of its fulfilment, or a completed action without an end."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        if action.start and action.start.first_day() > today:
            continue  # status-against-dates says so
        if action.status == "completed" and not action.note and lacks(action, "end"):
            yield Found(
                action.at("status"),
                "This action is completed, and nothing says when it ended.",
                "end: with the year, month or day",
                "Write when it ended, or say in a note why that is not known.",
            )
    for commitment in city.commitments:
        if commitment.status == "completed" and not commitment.note and lacks(commitment, "done"):
            yield Found(
                commitment.at("status"),
                "This commitment is completed, and nothing says when it was fulfilled.",
                "done: with the year, month or day",
                "Write when it was fulfilled, or say in a note why that is not known.",
            )


RULE = Rule("done-without-date", Severity.INFO, "Something completed without a date.", _look)
