"""What a value of another type, or a text of another form, can only mean."""

import pytest

from lgdkit.model.fault import AS_TEXT
from lgdkit.read.advice import pattern_meant, type_meant

NUTS, LOCODE, NACE = "^[A-Z]{2}[A-Z0-9]{3}$", "^[A-Z]{2} [A-Z0-9]{3}$", r"^[A-V]?[0-9]{0,2}(\.[0-9]{1,2})?$"


@pytest.mark.parametrize(
    ("kind", "raw", "meant"),
    [
        ("string_type", 2770, AS_TEXT),
        ("string_type", True, AS_TEXT),
        ("string_type", ["x"], None),
        ("bool_type", "Yes", True),
        ("bool_type", "ei", False),
        ("bool_type", 1, True),
        ("bool_type", 0, False),
        ("bool_type", 2, None),
        ("bool_type", 1.0, None),
        ("bool_type", "perhaps", None),
        ("int_type", "12 000", 12000),
        ("int_type", "12’000", 12000),
        ("int_type", "12", 12),
        ("int_type", "12.000", None),
        ("int_type", "12,000", None),
        ("int_type", 133.0, None),  # 133.000 may be a hundred and thirty-three thousand
        ("int_type", "12 people", None),
        ("tuple_type", "fortum", ("fortum",)),
        ("tuple_type", 13, (13,)),
        ("tuple_type", True, None),
        ("tuple_type", "fortum, helen", None),
        ("tuple_type", {"a": 1}, None),
        ("model_type", "x", None),
    ],
)
def test_types(kind: str, raw: object, meant: object) -> None:
    found = type_meant(kind, raw)
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("raw", "pattern", "meant"),
    [
        ("se331", NUTS, "SE331"),
        ("SEUME", LOCODE, "SE UME"),
        ("s94", NACE, "S94"),
        ("Baseline", "^(baseline|latest)$", "baseline"),
        ("first", "^(baseline|latest)$", None),
        ("FI1B", NUTS, None),
        ("Fortum", "^[a-z0-9][a-z0-9-]{0,63}$", None),
    ],
)
def test_forms(raw: str, pattern: str, meant: str | None) -> None:
    assert pattern_meant(raw, pattern) == meant
