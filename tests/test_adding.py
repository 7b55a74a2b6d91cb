"""A new record in a city: which file it goes to, and what is wrong with it."""

from datetime import date

import pytest

from lgdkit.adding import CannotAdd, Plain, added, fault_of

DAY = date(2026, 11, 22)
CITY = b"""\
# yaml-language-server: $schema=../schema.json
city: {id: lintula, name: Lintula, country: FI, languages: [fi, en], organisation: lintula-city}
stakeholders:
  - {id: lintula-city, name: Lintula, kind: municipality}
"""


def test_a_record_without_fault() -> None:
    found = added(
        {"a.yaml": CITY}, DAY, (), "stakeholders", {"id": Plain("b"), "name": "B", "kind": Plain("sme")}
    )
    assert (found.file, found.is_new, found.errors) == ("a.yaml", False, ())
    assert found.text == CITY + b"  - {id: b, name: B, kind: sme}\n"


def test_a_new_file_names_the_schema_as_those_beside_it() -> None:
    record = {"id": Plain("heat"), "title": "Lämpö"}
    found = added({"a.yaml": CITY}, DAY, (), "actions", record, "actions.yaml")
    assert found.is_new
    assert found.text.decode() == (
        "# yaml-language-server: $schema=../schema.json\n\nactions:\n  - id: heat\n    title: Lämpö\n"
    )
    deeper = added({"a.yaml": CITY}, DAY, (), "actions", record, "more/actions.yaml")
    assert deeper.text.decode() == "actions:\n  - id: heat\n    title: Lämpö\n"


def test_errors_are_those_that_the_record_brings() -> None:
    broken = CITY + b"  - {id: old, name: Old, kind: nothing}\n"
    record = {"id": Plain("lintula-city"), "name": "B", "kind": Plain("sme")}
    found = added({"a.yaml": broken}, DAY, (), "stakeholders", record)
    assert [each.diagnostic.rule for each in found.errors] == ["duplicate-id"]


def test_a_file_that_cannot_be_added_to_is_named() -> None:
    with pytest.raises(CannotAdd, match=r"^b\.yaml: line 2 of it has a fault"):
        added(
            {"a.yaml": CITY, "b.yaml": b"a: ["},
            DAY,
            (),
            "actions",
            {"id": Plain("x"), "title": "x"},
            "b.yaml",
        )


@pytest.mark.parametrize(
    ("kind", "key", "value", "wrong"),
    [
        ("stakeholders", "kind", Plain("sme"), ""),
        (
            "stakeholders",
            "kind",
            Plain("firm"),
            '"firm" is no code for "kind". Expected: one of municipality',
        ),
        ("commitments", "due", Plain("2026"), ""),
        ("commitments", "due", Plain("31.12.2026"), '"31.12.2026" is no date. Expected: 2024'),
        ("actions", "id", Plain("A b"), '"A b" is no id.'),
        ("actions", "title", {"fi": "a\x00"}, "invisible"),
        ("actions", "title", {"xx": "a"}, "xx"),
    ],
)
def test_a_value(kind: str, key: str, value: object, wrong: str) -> None:
    found = fault_of(kind, key, value)
    assert wrong in found
    assert bool(found) is bool(wrong)
