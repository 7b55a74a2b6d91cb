from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from lgdkit.model.extra import Extra

FIELDS: TypeAdapter[object] = TypeAdapter(Extra)


def told(raw: object) -> list[tuple[object, ...]]:
    with pytest.raises(ValidationError) as raised:
        FIELDS.validate_python(raw)
    return [(each["type"], each["loc"], each["ctx"]["message"]) for each in raised.value.errors()]


def test_values() -> None:
    raw = {"a": "x", "b": 1.5, "c": 3, "d": True}
    assert FIELDS.validate_python(raw) == {"a": "x", "b": Decimal("1.5"), "c": Decimal(3), "d": True}


def test_what_cannot_be_a_value() -> None:
    assert told({"a": [1], "b": {}, "c": None, "d": float("inf"), "e": float("nan"), 2024: "x"}) == [
        ("wrong-type", ("a",), "This is a list."),
        ("wrong-type", ("b",), "This is a mapping (key: value)."),
        ("wrong-type", ("c",), "This is nothing."),
        ("bad-number", ("d",), "inf cannot be meant."),
        ("bad-number", ("e",), "nan cannot be meant."),
        ("unknown-key", (2024,), "The name of a field is a word, not the number 2024."),
    ]
    assert told(5) == [("wrong-type", (), "This is a number, not a mapping.")]
    assert len(told({f"k{number}": [] for number in range(1000)})) == 50
