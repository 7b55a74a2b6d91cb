"""Plain numbers and percentages."""

import re
from decimal import Decimal
from typing import Annotated, Any

from lgdkit.model.fault import fault, kind_of, shown
from lgdkit.model.meant import figure, write_it
from lgdkit.model.parsed import Parsed

_PERCENT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?) ?%", re.ASCII)
_DIGITS = 15
_TOO_LARGE = Decimal(10) ** _DIGITS
_EXPECTED = "a number, with a point for decimals: 17.4"
_EXPECTED_PERCENT = "a number and a percent sign: 80 %"


def parse_number(raw: object) -> Decimal:
    """Read a number that has its unit elsewhere.

    Raises:
        Fault: no number, or one that is infinite.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        advice = number_advice(raw)
        raise fault("bad-number", f"{shown(raw)} is no number.", _EXPECTED, advice, fix=number_meant(raw))
    number = Decimal(str(raw))
    if not number.is_finite() or abs(number) >= _TOO_LARGE:
        advice = "Write a number that was counted or measured."
        raise fault("bad-number", f"{shown(raw)} cannot be meant.", "a number of up to 15 digits", advice)
    return number


def number_advice(raw: object) -> str:
    """Advise how to write a number that stands there as a text: without quotes, unit and separators."""
    if isinstance(raw, float) and raw.is_integer():
        return f"Write {int(raw)}."
    found = figure(raw) if isinstance(raw, str) else None
    if found is None:
        return ""
    if found.rest:
        return f"Write the number alone: {found.ways[0]}."
    return write_it(found.ways) if found.ways[0] != raw else f"Write it without quotes: {raw}."


def number_meant(raw: object) -> int | float | None:
    """Return the number that a text can only mean: 14 600 or 17,4, but not 12.000."""
    found = figure(raw) if isinstance(raw, str) else None
    number = None if found is None or found.rest else found.sure()
    if number is None or len(number) > _DIGITS:
        return None
    return float(number) if "." in number else int(number)


def parse_percent(raw: object) -> Decimal:
    """Read a percentage; the result is in percent, so `80 %` gives 80.

    Raises:
        Fault: no number with a percent sign.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        share = f"{raw * 100:g}" if 0 < raw <= 1 else raw
        fix = f"{raw} %" if isinstance(raw, int) and raw > 1 else None
        raise fault(
            "bad-quantity", f"{shown(raw)} has no percent sign.", "80 %", f"Write {share} %.", fix=fix
        )
    if not isinstance(raw, str):
        raise fault("bad-quantity", f"This is {kind_of(raw)}, not a percentage.", _EXPECTED_PERCENT)
    match = _PERCENT.fullmatch(raw)
    if match is None:
        found = figure(raw)
        is_percent = found is not None and re.fullmatch(_SIGN, found.rest) is not None
        advice = f"Write {found.ways[-1]} %." if found and is_percent else ""
        number = found.sure() if found and is_percent and found.rest else None
        fix = f"{number} %" if number else None
        raise fault("bad-quantity", f"{shown(raw)} is no percentage.", _EXPECTED_PERCENT, advice, fix=fix)
    return Decimal(match[1])


_SIGN = r"(?i:%|p\.?c\.?|per ?cent|prosenttia|procent|prozent)?"
_NUMBER_SCHEMA: dict[str, Any] = {"type": "number", "examples": [17.4]}
_PERCENT_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^-?[0-9.]+ ?%$", "examples": ["80 %"]}
NumberField = Annotated[Decimal, Parsed(parse_number, _NUMBER_SCHEMA)]
PercentField = Annotated[Decimal, Parsed(parse_percent, _PERCENT_SCHEMA)]
