"""Lengths of time: so many days, weeks, months or years."""

import re
from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from lgdkit.model.fault import fault, shown

_FORM = re.compile(r"([1-9]\d{0,3}) (day|week|month|year)s?", re.ASCII)


class Duration(NamedTuple):
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
        raise fault(
            "bad-duration",
            f"{shown(raw)} is no length of time.",
            "a number and day, week, month or year, in English: 3 months",
        )
    return Duration(int(match[1]), match[2])


_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$",
    "examples": ["3 months"],
}
DurationField = Annotated[Duration, PlainValidator(parse_duration), WithJsonSchema(_SCHEMA)]
