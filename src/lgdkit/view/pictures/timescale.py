"""Where a date stands in a picture: from the first day of the first year to the end of the last one."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lgdkit.view.pictures.sheet import INNER, MARGIN, SMALL, Room
from lgdkit.view.values import Day

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LABEL = 42
"""The room that the number of a year takes."""
_LEAST = 3
_TIP = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A line at the beginning of a year, and the room of the year's number."""

    year: int
    x: int
    top: int
    bottom: int
    room: Room


@dataclass(frozen=True, slots=True)
class Span:
    """A bar as a line around it, with a tip on a side that is open."""

    points: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The years that a picture shows, over its whole width."""

    first: int
    last: int

    @classmethod
    def of(cls, days: Sequence[date]) -> "TimeScale":
        """Return the scale that holds these days."""
        return cls(min(days).year, max(days).year)

    @staticmethod
    def days(day: Day) -> tuple[date, date]:
        """Return the first and the last day that a date can mean."""
        month = day.month or 12
        last = day.day or calendar.monthrange(day.year, month)[1]
        return date(day.year, day.month or 1, day.day or 1), date(day.year, month, last)

    def at(self, day: date, *, end: bool = False) -> int:
        """Return where a day begins, or ends."""
        start = date(self.first, 1, 1).toordinal()
        whole = date(self.last, 12, 31).toordinal() + 1 - start
        return MARGIN + (day.toordinal() + end - start) * INNER // whole

    def middle(self, day: Day) -> int:
        """Return the middle of the time that a date can mean."""
        first, last = self.days(day)
        return (self.at(first) + self.at(last, end=True)) // 2

    def span(self, start: Day | None, end: Day | None, y: int, height: int) -> Span | None:
        """Return the bar from one date to another; where one is not known, it goes to the edge and has a tip."""
        if start is None and end is None:
            return None
        x = self.at(self.days(start)[0]) if start else MARGIN
        until = self.at(self.days(end)[1], end=True) if end else MARGIN + INNER
        x, until = min(x, until), max(x, until)
        x = min(x, MARGIN + INNER - 2 * _TIP)
        until = max(until, x + _LEAST)
        middle, bottom = y + height // 2, y + height
        if end is None:
            return Span(f"{x},{y} {until - _TIP},{y} {until},{middle} {until - _TIP},{bottom} {x},{bottom}")
        if start is None:
            until = max(until, x + 2 * _TIP)
            return Span(f"{x + _TIP},{y} {until},{y} {until},{bottom} {x + _TIP},{bottom} {x},{middle}")
        return Span(f"{x},{y} {until},{y} {until},{bottom} {x},{bottom}")

    def marks(self, top: int, bottom: int) -> tuple[Mark, ...]:
        """Return a mark for each year, or for as many as there is room for."""
        count = self.last + 1 - self.first
        step = next((each for each in _STEPS if INNER * each // count >= _LABEL), _STEPS[-1])
        years = [year for year in range(self.first, self.last + 1) if (year - self.first) % step == 0]
        found = []
        for year in years:
            x = self.at(date(year, 1, 1))
            if x + _LABEL <= MARGIN + INNER + 4:
                found.append(Mark(year, x, top, bottom, Room(x + 3, top, _LABEL - 4, size=SMALL)))
        return tuple(found)
