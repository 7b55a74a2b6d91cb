"""A register number that the register cannot have given."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


class _Kind(NamedTuple):
    """How a register calls its number, and what one looks like: those of Espoo, Umeå, and a made-up one."""

    name: str
    like: str


_KINDS = {
    "FI-ytunnus": _Kind("Finnish Business ID (Y-tunnus)", "0101263-6"),
    "SE-orgnr": _Kind("Swedish organisationsnummer", "212000-2627"),
    "EU-VAT": _Kind("VAT number", "FI01012636, with the country first"),
    "LEI": _Kind("Legal Entity Identifier", "20 letters and digits"),
    "DE-HR": _Kind("number of the Handelsregister", "HRB 1234, Amtsgericht Mannheim"),
    "DE-VR": _Kind("number of the Vereinsregister", "VR 1234, Amtsgericht Mannheim"),
}
_FINNISH = re.compile(r"[0-9]{7}-[0-9]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1)
_SWEDISH = re.compile(r"[0-9]{6}-[0-9]{4}")
_LEI = 20
"""Letters and digits of a Legal Entity Identifier (ISO 17442)."""
_GERMAN = re.compile(r"\b(HRA|HRB|VR)\s*[0-9]{1,6}(?:\s+[A-Z]{1,3}\b)?", re.I)
_LETTERS = {"DE-HR": ("HRA", "HRB"), "DE-VR": ("VR",)}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for stakeholder in city.stakeholders:
        register = stakeholder.registration
        if register is None or register.system not in _KINDS:
            continue
        check = _german if register.system in _LETTERS else _with_check_digit
        wrong = check(register.system, register.number)
        if wrong:
            yield Found(
                stakeholder.at("register", "number"),
                wrong,
                f"a {_KINDS[register.system].name}: {_KINDS[register.system].like}",
                "Copy the number from the register; if it is of another one, mend system:.",
            )


def _with_check_digit(system: str, number: str) -> str:
    """Say what is wrong with a number whose digits prove themselves; python-stdnum knows how."""
    if _adds_up(system, number):
        return ""
    no_such = f'"{number}" is no {_KINDS[system].name}.'
    if system == "LEI" and len(number) != _LEI:
        return no_such  # of a shorter one the library says that its check digit is wrong
    # the library takes its time to load, so only a city with such numbers waits for it
    from stdnum.exceptions import InvalidChecksum, ValidationError

    try:
        _validator(system)(number)
    except InvalidChecksum:
        return f'The check digit of "{number}" does not fit: a digit is wrong, or two are exchanged.'
    except ValidationError:
        return no_such
    return ""


def _adds_up(system: str, number: str) -> bool:
    """Say whether a number is plainly right: written as its register writes it, and its check digit fits.

    Nearly every number is, and then the library need not be loaded.
    """
    digits = [int(digit) for digit in number if digit.isdecimal()]
    if system == "FI-ytunnus" and _FINNISH.fullmatch(number):
        return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0
    if system == "SE-orgnr" and _SWEDISH.fullmatch(number):
        doubled = [digit * (2 - at % 2) for at, digit in enumerate(digits)]
        return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0
    return False


def _validator(system: str) -> Callable[[str], str]:
    if system == "FI-ytunnus":
        from stdnum.fi import ytunnus

        return ytunnus.validate
    if system == "SE-orgnr":
        from stdnum.se import orgnr

        return orgnr.validate
    if system == "EU-VAT":
        from stdnum.eu import vat

        return vat.validate
    from stdnum import lei

    return lei.validate


def _german(system: str, number: str) -> str:
    """Say what is wrong with a number that a German court gave: it has no check digit, but letters and a court."""
    found = _GERMAN.search(number)
    letters = _LETTERS[system]
    if found is None or found[1].upper() not in letters:
        return f'"{number}" has no {" or ".join(letters)} with a number after it.'
    court = (number[: found.start()] + number[found.end() :]).strip(" ,;()")
    if not court:
        return f'"{number}" does not say of which court: every court counts from one.'
    return ""


RULE = Rule("wrong-register-number", Severity.WARNING, "A number that no register has given.", _look)
