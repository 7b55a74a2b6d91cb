"""A field of the city's own that the city has not declared, or that holds something else than declared."""

import difflib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import ExtraField
from lgdkit.model.date import parse_date
from lgdkit.model.quantity import parse_quantity


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or "extra_fields" in city.record.broken:
        return
    declared = {each.name: each for each in city.record.extra_fields}
    for record in city.records():
        for key, value in getattr(record, "extra", {}).items():
            field = declared.get(key)
            if field is None:
                match = difflib.get_close_matches(key, declared, 1)
                yield Found(
                    record.place.at("extra").key(key),
                    f'The city has not declared a field "{key}".',
                    "one of " + ", ".join(declared) if declared else "a field declared under city: extra_fields:",
                    f'Did you mean "{match[0]}"?' if match else "Declare it with its label and kind, or take it out.",
                )
            elif not _fits(field, value):
                expected = ", ".join(field.choices) if field.kind == "choice" else f"a {field.kind}"
                yield Found(
                    record.at("extra", key), f'"{key}" holds something else than declared.', expected, "Mend the value."
                )


def _fits(field: ExtraField, value: Any) -> bool:
    if field.kind == "choice":
        return value in field.choices
    if field.kind == "number":
        return isinstance(value, Decimal)
    if field.kind == "text":
        return isinstance(value, str)
    parse = parse_date if field.kind == "date" else parse_quantity
    try:
        parse(int(value) if isinstance(value, Decimal) and value == value.to_integral() else value)
    except ValueError:
        return False
    return True


RULE = Rule("undeclared-extra", Severity.ERROR, "A field of the city's own that is not declared.", _look)
