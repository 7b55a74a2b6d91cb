"""Values of the data: when two of them mean the same, and how one is written."""

from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from lgdkit.model.amount import Quantity, unit_of
from lgdkit.model.base import Record
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration
from lgdkit.model.money import Money
from lgdkit.model.number import parse_percent
from lgdkit.model.parsed import Parsed
from lgdkit.model.quantity import BySector, NotApplicable, NotQuantified
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.text import Text
from lgdkit.vocab.currency import MULTIPLES
from lgdkit.vocab.period import MONTHS
from lgdkit.vocab.unit import EMISSIONS, ENERGY, POWER

_PEAK = "MWp"
IN_ORDER = frozenset({"languages"})
"""Lists whose order means something: the first language is the one that plain texts are in."""


class Measured(NamedTuple):
    """A figure in the first unit of its kind: only figures of one unit can be compared."""

    unit: str
    value: Decimal


def is_empty(value: object) -> bool:
    """Say whether a field holds nothing; false and 0 are something."""
    return value is None or value == () or value == {}


def words(text: str) -> str:
    """Return a text without its line breaks, which mean nothing."""
    return " ".join(text.split())


def measured(value: object, *, emissions: bool = True) -> Measured | None:
    """Return what can be compared of a figure; None where there is no figure.

    Of emissions the record says whether they are per year or in total, and not the unit; `emissions` is
    False where a unit of mass may measure anything.
    """
    if isinstance(value, BySector):
        return Measured("t", value.tonnes())
    if isinstance(value, Quantity):
        return _quantity(value, emissions=emissions)
    if isinstance(value, Money):
        return Measured(value.currency, value.amount)
    if isinstance(value, Recurrence):
        return Measured("/year", Decimal(value.times * 12) / MONTHS[value.per])
    if isinstance(value, Decimal):
        return Measured("", value)
    return None


def _quantity(value: Quantity, *, emissions: bool) -> Measured:
    rate = "/year" if value.per_year else ""
    if value.unit in EMISSIONS:
        if value.per_person:
            return Measured("t/person", value.tonnes())
        return Measured("t" if emissions else f"t{rate}", value.tonnes())
    for first, factors in (("MWh", ENERGY), ("MW", POWER)):
        if value.unit in factors:
            unit = _PEAK if value.unit.endswith("p") else first
            return Measured(f"{unit}{rate}", value.value * factors[value.unit])
    return Measured(f"{value.unit}{rate}", value.value)


def day(value: object) -> date | None:
    """Return the last day that a date or a year can mean: a deadline is kept on it, too."""
    if isinstance(value, PartialDate):
        return value.last_day()
    return date(value, 12, 31) if type(value) is int else None


def canon(value: Any, first: str, key: str = "") -> Hashable:
    """Return a form that is equal for values that mean the same, however they were written.

    Args:
        value: what a field holds.
        first: the language of plain texts.
        key: the key of the field.
    """
    if is_empty(value):
        return None
    if isinstance(value, Text):
        spoken = {code: value.wording(code, first) for code in value.languages(first)}
        return frozenset(
            (code, words(each.text), each.origin, each.of) for code, each in spoken.items() if each
        )
    if isinstance(value, NotQuantified):
        return "not_quantified", canon(value.reason, first)
    if isinstance(value, BySector):
        return frozenset((sector, each.tonnes()) for sector, each in value.sectors)
    if isinstance(value, Quantity | Money):
        return measured(value, emissions=key != "amount")
    if isinstance(value, PartialDate | Duration | NotApplicable):
        return type(value).__name__, value
    if isinstance(value, tuple):
        parts = [canon(each, first, key) for each in value]
        return tuple(parts) if key in IN_ORDER else frozenset(Counter(parts).items())
    if isinstance(value, Mapping):
        return frozenset((name, canon(each, first, key)) for name, each in value.items())
    if isinstance(value, BaseModel):
        return _canon_of_part(value, first)
    return type(value) is bool, value


def _canon_of_part(part: BaseModel, first: str) -> Hashable:
    left_out = ("id",) if isinstance(part, Record) else ()
    return tuple(
        (name, canon(getattr(part, name), first, name))
        for name in type(part).model_fields
        if name not in left_out
    )


def same(before: object, after: object, firsts: tuple[str, str], key: str = "") -> bool:
    """Say whether two values mean the same; `firsts` are the first languages of the two sides."""
    return canon(before, firsts[0], key) == canon(after, firsts[1], key)


def written(value: Any, first: str, *, percent: bool = False) -> str:
    """Write a value as it stands in the data; a text in the first language, or the first one it has."""
    if isinstance(value, Text):
        return words(value.best(first, first)[1].text)
    if isinstance(value, Quantity):
        return f"{value.value:f} {unit_of(value)}"
    if isinstance(value, Money):
        number = value.amount.scaleb(-MULTIPLES[value.multiple])
        return f"{number:f} {value.multiple}{value.currency}"
    if isinstance(value, BySector):
        return ", ".join(f"{sector} {written(each, first)}" for sector, each in value.sectors)
    if isinstance(value, NotApplicable):
        return "not-applicable"
    if isinstance(value, NotQuantified):
        return f"not quantified: {written(value.reason, first)}"
    if isinstance(value, Duration):
        return f"{value.count} {value.unit}{'' if value.count == 1 else 's'}"
    if isinstance(value, Recurrence):
        return f"{value.times} per {value.per}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}{' %' if percent else ''}"
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return ", ".join(written(each, first) for each in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {written(each, first)}" for key, each in value.items())
    return _written_part(value, first) if isinstance(value, BaseModel) else words(str(value))


def _written_part(part: BaseModel, first: str) -> str:
    """Write a piece of data on one line: the first value as it is, the others after their keys."""
    said = [
        (info.alias or name, written(getattr(part, name), first, percent=is_percent(type(part), name)))
        for name, info in type(part).model_fields.items()
        if not is_empty(getattr(part, name))
    ]
    return ", ".join(f"{key} {value}" if number else value for number, (key, value) in enumerate(said))


@cache
def is_percent(model: type[BaseModel], name: str) -> bool:
    """Say whether a field holds a percentage."""
    marks = _marks(model.model_fields[name].annotation, model.model_fields[name].metadata)
    return any(isinstance(each, Parsed) and each.parse is parse_percent for each in marks)


def _marks(annotation: Any, metadata: list[Any]) -> list[Any]:
    inner = [
        each for part in getattr(annotation, "__args__", ()) for each in getattr(part, "__metadata__", ())
    ]
    return [*metadata, *inner]
