"""Which translations do not say what they were made from."""

from hashlib import sha256
from typing import Any

import pytest

from lgdkit.check.translated import unrecorded
from lgdkit.read.city import read_city

CITY = "city: {id: x, name: X, country: FI, languages: [fi, en, sv], organisation: t, vision: %s}\n"
OF = sha256(b"Puhdas vesi").hexdigest()[:12]
BY_MACHINE = "{text: Clean water, origin: machine}"


def noted(vision: str) -> list[tuple[Any, Any]]:
    found = unrecorded(read_city({"a.yaml": (CITY % vision).encode()}).city)
    return [(fix.place.keys, fix.to) for fixes in found.values() for fix in fixes if fix.is_new]


@pytest.mark.parametrize(
    "original", ["Puhdas vesi", "Puhdas   vesi", "{text: Puhdas vesi, origin: approved}"]
)
def test_a_translation(original: str) -> None:
    wanted = [(("city", "vision", "en", "of"), OF), (("city", "vision", "sv", "of"), OF)]
    sv = "{text: Rent vatten, origin: draft}"
    assert noted(f"{{fi: {original}, en: {BY_MACHINE}, sv: {sv}}}") == wanted


@pytest.mark.parametrize(
    "vision",
    [
        "Puhdas vesi",
        "{fi: Puhdas vesi, en: Clean water}",
        "{fi: {text: Puhdas vesi, origin: approved}}",
        "{fi: Puhdas vesi, en: {text: Clean water, origin: machine, of: abc}}",
        f"{{sv: Rent vatten, en: {BY_MACHINE}}}",
        f"{{fi: {{text: Puhdas vesi, origin: machine}}, en: {BY_MACHINE}}}",
        f"{{fi: {{text: Puhdas vesi, of: abc}}, en: {BY_MACHINE}}}",
    ],
)
def test_nothing_to_note(vision: str) -> None:
    assert noted(vision) == []
