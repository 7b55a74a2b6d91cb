"""Lengths of time: so many days, weeks, months or years."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from lgdkit.model.fault import fault, shown
from lgdkit.model.parsed import Parsed

_FORM = re.compile(r"([1-9]\d{0,3}) (day|week|month|year)s?", re.ASCII)
_NUMBER = r"\s*([1-9]\d{0,3})\s*([^\W\d_]*)"
_EXPECTED = "a number and day, week, month or year, in English: 3 months"
_UNITS = {
    "day": ("d", "pv", "päivä", "päivää", "dag", "dagar", "tag", "tage"),
    "week": ("w", "wk", "vk", "viikko", "viikkoa", "vecka", "veckor", "woche", "wochen"),
    "month": ("m", "mo", "mth", "kk", "kuukausi", "kuukautta", "mån", "månad", "månader", "monat", "monate"),
    "year": ("a", "y", "yr", "yrs", "v", "vuosi", "vuotta", "år", "jahr", "jahre"),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A count of days, weeks, months or years."""

    count: int
    unit: str


def parse_duration(raw: object) -> Duration:
    """Read a length of time.

    Raises:
        Fault: another form.
    """
    match = _FORM.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        way_out = _way_out(shown(raw).strip('"'))
        raise fault(
            "bad-duration",
            f"{shown(raw)} is no length of time.",
            _EXPECTED,
            way_out,
            fix=_meant(raw, way_out),
        )
    return Duration(int(match[1]), match[2])


def _meant(raw: object, way_out: str) -> str | None:
    """Return what was meant, if nothing follows the unit and it is a word: v may be a year or a week."""
    match = re.fullmatch(_NUMBER, raw.strip()) if isinstance(raw, str) else None
    written = way_out.removeprefix("Write ").removesuffix(".")
    return written if match and len(match[2]) > 1 and _FORM.fullmatch(written) else None


def _way_out(text: str) -> str:
    match = re.match(_NUMBER, text)
    if match is None:
        return ""
    word = match[2].casefold()
    for unit, words in _UNITS.items():
        if word.removesuffix("s") == unit or word in words:
            return f"Write {match[1]} {unit}{'' if match[1] == '1' else 's'}."
    return f"Write the unit after the number, such as {match[1]} months." if not word else ""


_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$",
    "examples": ["3 months"],
}
DurationField = Annotated[Duration, Parsed(parse_duration, _SCHEMA)]
