"""Which values have one right answer, and which only look as if they had."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lgdkit.model.amount import parse_emissions, parse_quantity
from lgdkit.model.base import CountryCode, LanguageCode
from lgdkit.model.date import parse_date
from lgdkit.model.duration import parse_duration
from lgdkit.model.fault import AS_TEXT, Fault
from lgdkit.model.meant import figure, slip
from lgdkit.model.money import parse_money
from lgdkit.model.number import parse_number, parse_percent
from lgdkit.model.quantity import StatedEmissionsField
from lgdkit.model.text import TextField

CODES = ("not-started", "ongoing", "completed", "postponed", "cancelled")


def fix_of(parse: Callable[[object], object], raw: object) -> object:
    with pytest.raises(Fault) as caught:
        parse(raw)
    return (caught.value.context or {})["fix"]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Ongoing", CODES, "ongoing"),
        ("NOT STARTED", CODES, "not-started"),
        ("not_started", CODES, "not-started"),
        ("notstarted", CODES, "not-started"),
        ("ongoin", CODES, "ongoing"),
        ("ongoingg", CODES, "ongoing"),
        ("ongoign", CODES, "ongoing"),
        ("ongping", CODES, "ongoing"),
        ("nongoing", CODES, "ongoing"),
        (" ongoing ", CODES, "ongoing"),
        ("not-startde", CODES, "not-started"),
        # too far away, too short, another number, or two that are as near
        ("going", CODES, None),
        ("done", CODES, None),
        ("o", ("o2",), None),
        ("lov", ("low",), None),
        ("city-2031", ("city-2030",), None),
        ("city-203", ("city-2030",), None),
        ("block-c", ("block-a",), None),
        ("block-c", ("block-a", "block-b"), None),
        ("blok", ("block", "bloc"), None),
        ("1-12", ("11-2",), None),
        ("clean-heat-fast", ("clean-heat",), None),
        ("ongongi", CODES, None),
        (12, CODES, None),
        ("x" * 100, ("x" * 99,), None),
    ],
)
def test_a_slip(word: object, known: tuple[str, ...], meant: str | None) -> None:
    assert slip(word, known) == meant


def test_what_is_known_needs_no_slip() -> None:
    """A word that is right in itself stands for itself, however near others are."""
    assert slip("bloc", ("bloc", "block")) == "bloc"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14 600", "14600"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("17,4", "17.4"),
        ("12.5", "12.5"),
        ("12.000", None),
        ("12,000", None),
        ("0,500", "0.500"),
        ("1 234,567", None),
    ],
)
def test_a_number_that_nobody_takes_otherwise(text: str, number: str | None) -> None:
    found = figure(text)
    assert found is not None
    assert found.sure() == number


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("1.3.2026", "2026-03-01"),
        ("31. 5. 2024", "2024-05-31"),
        ("2026/03/01", "2026-03-01"),
        ("2024.5.31", "2024-05-31"),
        ("2024-5-3", "2024-05-03"),
        ("2024-5", "2024-05"),
        ("2024.10", "2024-10"),
        (20240531, "2024-05-31"),
        ("31/5/2024", "2024-05-31"),
        ("13-5-2024", "2024-05-13"),
        ("5/31/2024", "2024-05-31"),
        ("05/2024", "2024-05"),
        ("5.2024", "2024-05"),
        (" 2024-05-31 ", "2024-05-31"),
        # two readings, a day that is none, a time that would be lost, a span of years
        ("5/6/2024", None),
        ("30.2.2024", None),
        ("2024-05-31T10:00", None),
        ("2010/11", None),
        ("2024/05-06", None),
        ("2024-2026", None),
        ("soon", None),
    ],
)
def test_dates(raw: object, meant: str | None) -> None:
    assert fix_of(parse_date, raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("17,4", 17.4),
        ("14 600", 14600),
        ("12", 12),
        ("-5,5", -5.5),
        ("12.000", None),
        ("12 km", None),
        ("1" + " 000" * 5, None),
        ("many", None),
        (True, None),
    ],
)
def test_numbers(raw: object, meant: object) -> None:
    fix = fix_of(parse_number, raw)
    assert (fix, type(fix)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (80, "80 %"),
        ("80 percent", "80 %"),
        ("12,5 %", "12.5 %"),
        ("80", None),  # a number in quotes may be of anything
        (0.8, None),
        (1, None),
        ("most", None),
    ],
)
def test_percentages(raw: object, meant: str | None) -> None:
    assert fix_of(parse_percent, raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("3 kk", "3 months"),
        ("3 Months", "3 months"),
        ("1 vuosi", "1 year"),
        ("3 v", None),  # a year in Finnish, a week in Swedish
        ("3 months and a day", None),
        ("3", None),
        ("soon", None),
        (3, None),
    ],
)
def test_durations(raw: object, meant: str | None) -> None:
    assert fix_of(parse_duration, raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("24,5 kt/year", "24.5 kt/year"),
        ("24kt/year", "24 kt/year"),
        ("24 kt / a", "24 kt/year"),
        ("24 kt per year", "24 kt/year"),
        ("24 ktCO2e/year", "24 kt/year"),
        ("24 kt CO2-eq/a", "24 kt/year"),
        ("1 060 t", "1060 t"),
        # carbon dioxide alone is less than all gases; without the year it may be a total; mt is no Mt
        ("24 ktCO2/year", None),
        ("24 ktCO2e", None),
        ("24 mt/year", None),
        ("12.000t", None),
        ("ca 24 kt", None),
        ("24", None),
        ("much", None),
    ],
)
def test_emissions(raw: object, meant: str | None) -> None:
    assert fix_of(parse_emissions, raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"), [("14 600 lamps", "14600 lamps"), ("500flats", "500 flats"), ("5 new flats", None)]
)
def test_counts(raw: object, meant: str | None) -> None:
    assert fix_of(parse_quantity, raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("5 M€", "5 MEUR"),
        ("€5M", "5 MEUR"),
        ("1 200 000 €", "1200000 EUR"),
        ("1,5 mio EUR", "1.5 MEUR"),
        ("12500 eur", "12500 EUR"),
        ("5 M$", None),
        ("5 Mkr", None),
        ("10.000 €", None),
        ("5 to 7 M€", None),
        ("12500", None),
        ("-5 M€", None),
        ("€", None),
    ],
)
def test_money(raw: object, meant: str | None) -> None:
    assert fix_of(parse_money, raw) == meant


def test_codes_of_countries_and_languages() -> None:
    def fixes(kind: Any, raw: str) -> object:
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(kind).validate_python(raw)
        return caught.value.errors()[0]["ctx"]["fix"]

    assert fixes(CountryCode, "fi") == "FI"
    assert fixes(LanguageCode, "sv_SE") == "sv"
    assert fixes(LanguageCode, "english") is None


@pytest.mark.parametrize(
    ("raw", "keys", "meant"),
    [
        ({"EN": "x"}, ("EN",), "en"),
        ({"en": {"txet": "x"}}, ("en", "txet"), "text"),
        ({"en": {"text": "x", "origin": "Machine"}}, ("en", "origin"), "machine"),
        ({"en": 12}, ("en",), AS_TEXT),
        ({"en": {"text": 12}}, ("en", "text"), AS_TEXT),
        ({"en": ["x"]}, ("en",), None),
    ],
)
def test_texts(raw: object, keys: tuple[str, ...], meant: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(TextField).validate_python(raw)
    found = {each["loc"]: each["ctx"]["fix"] for each in caught.value.errors()}
    assert found == {keys: meant}


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ({"Transport": "24 kt/year"}, "transport"),
        ({"not_quantifed": "why"}, "not_quantified"),
        ({"traffic": "24 kt/year"}, None),
        ("not applicable", "not-applicable"),
        ({"transport": "24,5 kt/year"}, "24.5 kt/year"),
    ],
)
def test_sectors(raw: object, meant: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(StatedEmissionsField).validate_python(raw)
    assert [each["ctx"]["fix"] for each in caught.value.errors()] == [meant]
