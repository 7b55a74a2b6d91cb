"""Values of fields that a city declared for itself."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from lgdkit.model.fault import fault, faults, kind_of

ExtraValue = str | Decimal | bool


def _extra(raw: object) -> dict[str, ExtraValue]:
    if not isinstance(raw, dict):
        raise fault("wrong-type", f"This is {kind_of(raw)}, not a mapping.", "own fields and their values: {key: value}")
    found = [
        ((key,), fault("wrong-type", f"This is {kind_of(value)}.", "a text or a number"), value)
        for key, value in raw.items()
        if not isinstance(value, str | int | float)
    ]
    if found:
        raise faults(found)
    return {
        key: value if isinstance(value, str | bool) else Decimal(str(value)) for key, value in raw.items()
    }


_SCHEMA: dict[str, Any] = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
Extra = Annotated[dict[str, ExtraValue], PlainValidator(_extra), WithJsonSchema(_SCHEMA)]
