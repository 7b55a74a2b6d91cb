"""Texts in, findings out: what the folder itself tells belongs to them."""

from datetime import date

from lgdkit import pipeline
from lgdkit.diagnostics import Diagnostic, Place, Severity, Span

TODAY = date(2026, 11, 22)
CITY = b"city: {id: x, name: X, country: FI, languages: [en], organisation: x-town}\n"
ACTIONS = b"""stakeholders:
  - {id: x-town, name: Town of X, kind: municipality}
  - {id: wind-power, name: Wind Power, kind: company}
actions:
  - {id: heat, title: Heat, lead: %s}
"""
LINK = Diagnostic("symbolic-link", Severity.ERROR, Place("bakery.yaml", span=Span(1, 1, 2)), "A link.")


def rules(lead: bytes, *other: Diagnostic) -> list[str]:
    texts = {"a.yaml": CITY, "b.yaml": ACTIONS % lead}
    return weighty(pipeline.check(texts, TODAY, other))


def weighty(checked: pipeline.Checked) -> list[str]:
    """Return the rules that found errors and warnings: so small a city gets much advice."""
    found = (each.diagnostic for each in checked.findings)
    return [each.rule for each in found if each.severity is not Severity.INFO]


def test_a_reference_into_a_file_that_is_not_read_is_no_second_finding() -> None:
    assert rules(b"bakery") == ["unknown-reference"]
    assert rules(b"bakery", LINK) == ["symbolic-link"]


def test_a_slip_is_found_all_the_same() -> None:
    assert rules(b"wind-powre", LINK) == ["unknown-reference", "symbolic-link"]


def test_another_number_is_no_slip() -> None:
    texts = {
        "a.yaml": CITY,
        "b.yaml": (ACTIONS % b"partner-number-13").replace(b"wind-power", b"partner-number-12"),
    }
    assert weighty(pipeline.check(texts, TODAY, [LINK])) == ["symbolic-link"]
