"""Ids are made of names as the languages write them without accents."""

import pytest

from lgdkit.edit.ident import LONGEST, proposed


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Wärme für Größe", "de", "waerme-fuer-groesse"),
        ("Puhdas lämpö", "fi", "puhdas-lampo"),
        ("Åtgärder för Umeå", "sv", "atgarder-for-umea"),
        ("Wa\u0308rme", "de", "waerme"),
        ("GRÜN", "de", "gruen"),
        ("Lintu Energia Oy, Espoo", "fi", "lintu-energia-oy-espoo"),
        ("John Deere's 2nd", "en", "john-deeres-2nd"),
        ("Søren & Łódź – Ærø", "da", "soren-lodz-aero"),
        ("2030", "en", "2030"),
        ("Зелёный", "ru", ""),
        ("--", "en", ""),
    ],
)
def test_an_id(text: str, language: str, expected: str) -> None:
    assert proposed(text, language, ()) == expected


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert proposed("Heat", "en", {"heat"}) == "heat-2"
    assert proposed("Heat", "en", {"heat", "heat-2", "other"}) == "heat-3"
    assert proposed("!", "en", {"", "-2"}) == ""


def test_a_long_name_ends_with_a_whole_word() -> None:
    assert proposed("a climate neutral city in the year twenty thirty five", "en", ()) == (
        "a-climate-neutral-city-in-the-year"
    )
    assert proposed("x" * 90, "en", ()) == "x" * LONGEST
    assert proposed("x" * 20 + " " + "y" * 19 + " z", "en", ()) == "x" * 20 + "-" + "y" * 19
