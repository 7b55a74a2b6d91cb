"""One fault in the form of a record gives one finding."""

from datetime import date

import pytest

from lgdkit.pipeline import check

CITY = "city: {id: a, name: A, country: FI, languages: [en]}\n"


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ("actions: [{id: q, zzzz: Title}]", [("unknown-key", 'Is "title" meant? That key is missing.')]),
        (
            "actions: [{id: q, zzzz: T, yyyy: T}]",
            [("missing-field", ""), ("unknown-key", ""), ("unknown-key", "")],
        ),
        (
            "commitments: [{id: q, zzzz: x}]",
            [("missing-field", ""), ("missing-field", ""), ("unknown-key", "")],
        ),
        ("actions: [{id: q, titel: Title}]", [("unknown-key", 'Did you mean "title"?')]),
        (
            "actions: [{id: q, title: {en: Port, harbour}}]",
            [("empty-value", 'Put the text in quotes: en: "Port, harbour".')],
        ),
        ("actions: [{id: q, title: {en: Port, fi}}]", [("empty-value", "Write the value")]),
        ('actions: [{id: q, title: {en: "Port", harbour}}]', [("empty-value", "Write the value")]),
        ("actions: [{id: q, title: Port, harbour}]", [("empty-value", "Write the value")]),
    ],
)
def test_one_fault_one_finding(records: str, told: list[tuple[str, str]]) -> None:
    found = check({"a.yaml": f"{CITY}{records}\n".encode()}, date(2026, 11, 22)).findings
    errors = sorted(
        (each.diagnostic.rule, each.diagnostic.help) for each in found if each.diagnostic.severity == "error"
    )
    assert [rule for rule, _ in errors] == [rule for rule, _ in told]
    assert all(way_out.startswith(start) for (_, way_out), (_, start) in zip(errors, told, strict=True))
