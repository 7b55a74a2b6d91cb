"""Values of fields that a city declared for itself."""

from decimal import Decimal
from typing import Annotated, Any

from lgdkit.model.fault import ENOUGH, Fault, fault, faults, kind_of, shown
from lgdkit.model.number import parse_number
from lgdkit.model.parsed import Parsed

ExtraValue = str | Decimal | bool


def _extra(raw: object) -> dict[str, ExtraValue]:
    if not isinstance(raw, dict):
        expected = "own fields and their values: {key: value}"
        raise fault("wrong-type", f"This is {kind_of(raw)}, not a mapping.", expected)
    values: dict[str, ExtraValue] = {}
    found: list[tuple[tuple[str | int, ...], Fault, object]] = []
    for key, value in raw.items():
        if len(found) == ENOUGH:
            break
        try:
            values[_name(key)] = value if isinstance(value, str | bool) else _number(value)
        except Fault as error:
            found.append(((key,), error, value))
    if found:
        raise faults(found)
    return values


def _name(key: object) -> str:
    if isinstance(key, str):
        return key
    message = f"The name of a field is a word, not the number {shown(key)}."
    raise fault(
        "unknown-key", message, "a name that the city declared", "Give the field a name.", on_key=True
    )


def _number(value: object) -> Decimal:
    if isinstance(value, int | float):
        return parse_number(value)
    advice = "Write one value; more than one go into fields of their own."
    raise fault("wrong-type", f"This is {kind_of(value)}.", "a text or a number", advice)


_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": ["string", "number", "boolean"]},
}
Extra = Annotated[dict[str, ExtraValue], Parsed(_extra, _SCHEMA)]
