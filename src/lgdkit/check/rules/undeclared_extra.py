"""A field of the city's own that the city has not declared, or that holds something else than declared."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lgdkit.check.known import unread
from lgdkit.check.near import Nearest, asked
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import ExtraField
from lgdkit.model.date import parse_date
from lgdkit.model.fault import Fault
from lgdkit.model.meant import slip
from lgdkit.model.number import parse_number
from lgdkit.model.quantity import parse_quantity


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or unread(city.record, "extra_fields"):
        return
    declared = {each.name: each for each in city.record.extra_fields}
    nearest = Nearest()
    names = "one of " + ", ".join(declared) if declared else "a field declared under city: extra_fields:"
    declare = "Declare it with its label and kind, or take it out."
    for record in city.records():
        for key, value in getattr(record, "extra", {}).items():
            field = declared.get(key)
            if field is None:
                yield Found(
                    record.place.at("extra").key(key),
                    f'The city has not declared a field "{key}".',
                    names,
                    asked(nearest.of(str(key), declared), declare),
                    fault=str(key),
                    fix=slip(key, declared),
                )
            else:
                misfit = _misfit(field, value)
                if misfit:
                    message = f'The city has declared "{key}" as {_article(field)}.'
                    fix = slip(value, field.choices) if field.kind == "choice" else None
                    yield Found(record.at("extra", key), message, *misfit, fix=fix)


def _article(field: ExtraField) -> str:
    return "a choice" if field.kind == "choice" else f"a {field.kind}"


def _misfit(field: ExtraField, value: Any) -> tuple[str, str] | None:
    """Say what a value should be, and the way out; None where it is what was declared."""
    if field.kind == "choice":
        expected = "one of " + ", ".join(field.choices)
        return None if value in field.choices else (expected, "Write one of these.")
    if field.kind == "text":
        return None if isinstance(value, str) else ("a text", f'Put it in quotes: "{_written(value)}".')
    parse = {"number": parse_number, "date": parse_date, "quantity": parse_quantity}[field.kind]
    try:
        parse(_number(value) if isinstance(value, Decimal) else value)
    except Fault as fault:
        context = fault.context or {}
        return context["expected"], context["help"] or "Mend the value."
    return None


def _number(value: Decimal) -> int | float:
    """Return a number as it was read from YAML."""
    return int(value) if value == value.to_integral() else float(value)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


RULE = Rule("undeclared-extra", Severity.ERROR, "A field of the city's own that is not declared.", _look)
