"""Values of a city's own fields, under the labels that it gave them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.city_record import ExtraField
from lgdkit.model.date import parse_date
from lgdkit.model.extra import ExtraValue
from lgdkit.model.fault import Fault
from lgdkit.model.quantity import parse_quantity
from lgdkit.model.text import Text
from lgdkit.view.speech import Speech, day
from lgdkit.view.values import Amount, Day, Said


@dataclass(frozen=True, slots=True)
class ExtraLine:
    """A value of a field of the city's own; `holds` where it is yes or no."""

    label: Said
    value: Said | Decimal | Day | Amount | None
    holds: bool | None = None


def extras(speech: Speech, values: Mapping[str, ExtraValue]) -> tuple[ExtraLine, ...]:
    """Return the values of declared fields, in the order of their declaration."""
    declared = speech.city.record.extra_fields if speech.city.record else ()
    return tuple(_line(speech, each, values[each.name]) for each in declared if each.name in values)


def _line(speech: Speech, field: ExtraField, value: ExtraValue) -> ExtraLine:
    label = speech.say(field.label)
    if isinstance(value, bool):
        return ExtraLine(label, None, holds=value)
    try:
        if field.kind == "date":
            return ExtraLine(label, day(parse_date(value if isinstance(value, str) else int(value))))
        if field.kind == "quantity":
            return ExtraLine(label, speech.amount(parse_quantity(value)))
    except Fault:
        pass  # a value of another kind is a finding; here it is printed as it was written
    if isinstance(value, Decimal):
        return ExtraLine(label, value)
    if field.kind == "choice":
        return ExtraLine(label, Said(value, speech.first))
    return ExtraLine(label, speech.say(Text(value)))
