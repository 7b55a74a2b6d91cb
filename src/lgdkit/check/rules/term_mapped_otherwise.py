"""A field of action that is tied to other codes than the shared term that it stands for."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.terms import term_of
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.shared:
        return
    for index, field in enumerate(city.record.fields):
        term = term_of(city, field.uses)
        if term and term.ccc and field.ccc and term.ccc != field.ccc:
            yield Found(
                city.record.at("fields", index, "ccc"),
                f'The field "{field.id}" stands for "{field.uses}", which the group ties to {term.ccc}.',
                term.ccc,
                "Write the code of the group, take the line out, or use another term.",
            )
    for indicator in city.indicators:
        term = term_of(city, indicator.uses)
        if term and term.unit and term.unit != indicator.unit:
            yield Found(
                indicator.at("unit"),
                f'The indicator "{indicator.id}" stands for "{indicator.uses}", which the group gives in {term.unit}.',
                term.unit,
                "Give the values in that unit; else they cannot be compared.",
            )


RULE = Rule(
    "term-mapped-otherwise",
    Severity.WARNING,
    "A field or an indicator that does not fit the shared term that it stands for.",
    _look,
)
