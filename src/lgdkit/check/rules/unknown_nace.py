"""A NACE code that the classification does not have."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

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
