"""A NACE code that the classification does not have."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_DIVISIONS = {
    "A": (1, 3),
    "B": (5, 9),
    "C": (10, 33),
    "D": (35, 35),
    "E": (36, 39),
    "F": (41, 43),
    "G": (45, 47),
    "H": (49, 53),
    "I": (55, 56),
    "J": (58, 63),
    "K": (64, 66),
    "L": (68, 68),
    "M": (69, 75),
    "N": (77, 82),
    "O": (84, 84),
    "P": (85, 85),
    "Q": (86, 88),
    "R": (90, 93),
    "S": (94, 96),
    "T": (97, 98),
    "U": (99, 99),
}
"""Sections and their divisions in Rev. 2 (Regulation 1893/2006): of such a code the library need not be asked."""
_REVISIONS = ("2.1", "2.0")
"""The revision of 2025 and the one before it, in which most registers still write."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for stakeholder in city.stakeholders:
        code = stakeholder.sector.nace if stakeholder.sector else None
        if code is None:
            continue
        wrong = _wrong(code)
        if wrong:
            yield Found(
                stakeholder.at("sector", "nace"),
                wrong,
                'a code of NACE Rev. 2.1 or Rev. 2, with or without its letter: S94, "35.11"',
                "Look the code up, or write the activity in words under activity:.",
            )


def _wrong(code: str) -> str:
    """Say what is wrong with a code, if anything is."""
    if len(code) == 3 and code[1:].isdecimal() and code[0] in _DIVISIONS:
        first, last = _DIVISIONS[code[0]]
        if first <= int(code[1:]) <= last:
            return ""
    # the library and its tables take their time to load, so only a city with such codes waits for them
    from stdnum.eu import nace
    from stdnum.exceptions import ValidationError

    letter, digits = (code[0], code[1:]) if code[:1].isalpha() else ("", code)
    sections: list[str] = []
    for revision in _REVISIONS:
        try:
            nace.validate(digits or letter, revision)
            sections.append(nace.info(digits or letter, revision=revision).get("section", letter))
        except ValidationError:
            continue
    if not sections:
        return f'The classification has no code "{code}".'
    if letter and letter not in sections:
        known = " or ".join(dict.fromkeys(sections))
        return f"The code {digits} is of section {known}, not of {letter}."
    return ""


RULE = Rule("unknown-nace", Severity.WARNING, "A NACE code that the classification does not have.", _look)
