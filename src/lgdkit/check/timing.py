"""What rules work out from dates: a day after a length of time, and what ends before it starts."""

import calendar
from datetime import date, timedelta

from lgdkit.model.action import Action
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration

_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}


def reversed_(start: PartialDate | None, end: PartialDate | None) -> bool:
    """Say whether something ends before it starts: that is a finding, and nothing follows from such dates."""
    if start is None or end is None or end.year > start.year:
        return False  # by far the most
    return end.last_day() < start.first_day()


def after(day: date, length: Duration) -> date:
    """Return the day a length of time later; the last day of a month that has no such day."""
    try:
        if length.unit in _DAYS:
            return day + timedelta(days=length.count * _DAYS[length.unit])
        return months_after(day, length.count * _MONTHS[length.unit])
    except (OverflowError, ValueError):
        return date.max


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def overdue(action: Action, today: date) -> bool:
    """Say whether an open action should have ended, or have started, by now."""
    if action.end and action.end.last_day() < today:
        return True
    return bool(action.status == "not-started" and action.start and action.start.last_day() < today)
