"""A day of the programme that is not a day of the sprint, or a session that ends before it begins."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Key, Severity
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate

if TYPE_CHECKING:
    from lgdkit.model.sprint import Sprint


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        first, last = sprint.start, sprint.end or sprint.start
        if first and last and last.last_day() >= first.first_day():
            for what, day, keys in _days(sprint):
                if day.last_day() < first.first_day() or day.first_day() > last.last_day():
                    yield Found(
                        sprint.at(*keys),
                        f"This {what} is {when(day)}, and the sprint is not.",
                        f"a day from {first} to {last}" if last != first else f"{first}",
                        "Mend the day, or the dates of the sprint.",
                    )
        for index, session in enumerate(sprint.sessions):
            if session.start and session.end and session.end <= session.start:
                yield Found(
                    sprint.at("sessions", index, "end"),
                    f"This session ends at {session.end}, and it begins at {session.start}.",
                    f"a time after {session.start}",
                    "Look whether the two are exchanged; a session ends on the day on which it begins.",
                )


def _days(sprint: "Sprint") -> Iterator[tuple[str, PartialDate, tuple[Key, ...]]]:
    lists = {
        "sessions": ("session", [each.day for each in sprint.sessions]),
        "site_visits": ("visit", [each.day for each in sprint.site_visits]),
        "practices": ("presentation", [each.day for each in sprint.practices]),
    }
    for key, (what, days) in lists.items():
        for index, day in enumerate(days):
            if day:
                yield what, day, (key, index, "day")


RULE = Rule(
    "session-outside-dates",
    Severity.WARNING,
    "A session or visit on a day that is none of the sprint's, or of a time that cannot be.",
    _look,
)
