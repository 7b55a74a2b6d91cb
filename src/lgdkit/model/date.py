"""Dates with the precision that their writer gave them."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from lgdkit.model.fault import Fault, fault, kind_of, shown
from lgdkit.model.parsed import Parsed

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_EXPECTED = "2024, 2024-05 or 2024-05-31"


class PartialDate(NamedTuple):
    """A year, a month or a day; what was not written stays unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def first_day(self) -> date:
        """Return the earliest day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day that this can mean."""
        return _last_day(self.year, self.month or 12, self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@lru_cache(maxsize=4096)
def _last_day(year: int, month: int, day: int | None) -> date:
    return date(year, month, day or calendar.monthrange(year, month)[1])


def parse_date(raw: object) -> PartialDate:
    """Read a date written as year, year-month or year-month-day.

    Raises:
        Fault: another form, or a day that the calendar does not have.
    """
    if type(raw) is str:  # nearly always
        return _read(raw)
    if isinstance(raw, str | int | float) and not isinstance(raw, bool):
        return _read(str(raw))
    raise fault("bad-date", f"This is {kind_of(raw)}, not a date.", _EXPECTED)


@lru_cache(maxsize=4096)
def _read(text: str) -> PartialDate:
    match = _FORM.fullmatch(text)
    if match is None:
        raise fault("bad-date", f"{shown(text)} is no date.", _EXPECTED, _way_out(text), fix=_meant(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1900 <= year <= 2199:
        message = f"The year {text[:4]} cannot be meant."
        raise fault("bad-date", message, "a year from 1900 to 2199", "Mend the year.")
    if month is not None and not 1 <= month <= 12:
        message = f"{shown(text)} is no date: there is no month {month}."
        raise fault("bad-date", message, "a month from 01 to 12", "Write the year first, then month and day.")
    if month is not None and day is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            message = f"{shown(text)} is no date: {year}-{month:02d} has {last} days."
            raise fault("bad-date", message, f"a day from 01 to {last}", "Mend the day, or leave it out.")
    return PartialDate(year, month, day)


def _meant(raw: str) -> str | None:
    """Return the date that a text can only mean, written our way: 2024-05-31 for `31.5.2024`."""
    match = next(filter(None, (re.fullmatch(form, raw) for form in _SURE_FORMS)), None)
    if match is None:
        return None
    written = "-".join(
        match[part].zfill(2) for part in ("year", "month", "day") if match.groupdict().get(part)
    )
    try:
        _read(written)
    except Fault:  # a day that the calendar does not have
        return None
    return written


def _way_out(raw: str) -> str:
    """Advise how to write what was probably meant: 2024-05-31 for `31.5.2024`."""
    for form in _OTHER_FORMS:
        match = re.fullmatch(form, raw[:32].strip())
        if match:
            written = [match[part] for part in ("year", "month", "day") if match.groupdict().get(part)]
            return f"Write {'-'.join(part.zfill(2) for part in written)}."
    match = re.fullmatch(_MONTH_FIRST, raw)
    if match:
        return "Write the year first, then month and day: which of the two numbers is the month?"
    if re.search(r"[0-9]{4}\s*[-–—/]\s*[0-9]{4}", raw):
        return "Write one date; a period has one for its start and one for its end."
    return "Write the year first, then month and day, joined by hyphens."


_YEAR, _MONTH, _DAY = (
    r"(?P<year>(?:19|20|21)\d\d)",
    r"(?P<month>0?[1-9]|1[0-2])",
    r"(?P<day>0?[1-9]|[12]\d|3[01])",
)
_OTHER_FORMS = tuple(
    f"(?a){form}"
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}\s*[-–./ ]\s*{_MONTH}(?:\s*[-–./ ]\s*{_DAY})?\.?(?:[T ].*)?",
        rf"{_YEAR}{_MONTH.replace('0?', '0')}(?:{_DAY.replace('0?', '0')})?",
        rf"{_DAY}\.\s*{_MONTH}\.?\s*{_YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])\s*[-/]\s*{_MONTH}\s*[-/]\s*{_YEAR}",
        rf"{_MONTH}\s*/\s*(?P<day>1[3-9]|2\d|3[01])\s*/\s*{_YEAR}",
        rf"{_MONTH}\s*[-./ ]\s*{_YEAR}",
    )
)
_MONTH_FIRST = rf"(?a)\s*\d{{1,2}}\s*[-/]\s*\d{{1,2}}\s*[-/]\s*{_YEAR}\s*"


DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 1900, "maximum": 2199},
        {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    ],
    "examples": [2024, "2024-05", "2024-05-31"],
}
DateField = Annotated[PartialDate, Parsed(parse_date, DATE_SCHEMA)]
_SURE_FORMS = tuple(
    # no time of day, which would be lost; and no year/month, which may be a span of two years: 2010/11
    rf"(?a)\s*{form}\s*"
    for form in (
        rf"{_YEAR}\s*(?P<sign>[-./])\s*{_MONTH}\s*(?P=sign)\s*{_DAY}\.?",
        rf"{_YEAR}[-.]{_MONTH}",
        rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])",
        rf"{_DAY}\.\s*{_MONTH}\.\s*{_YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])\s*(?P<sign>[-/])\s*{_MONTH}\s*(?P=sign)\s*{_YEAR}",
        rf"{_MONTH}\s*/\s*(?P<day>1[3-9]|2\d|3[01])\s*/\s*{_YEAR}",
        rf"{_MONTH}\s*[./]\s*{_YEAR}",
    )
)
