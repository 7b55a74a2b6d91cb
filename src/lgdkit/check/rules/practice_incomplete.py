"""A practice that does not say what another city needs to know before it takes it over."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_NEEDED = {
    "challenge": "what it is an answer to",
    "approach": "what was done",
    "enabling_conditions": "what must be in place",
    "did_not_work": "what did not work",
    "transfer_tips": "what another city should mind",
}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for practice in city.practices:
        missing = [key for key in _NEEDED if lacks(practice, key)]
        if missing and not practice.note and not unread(practice, "note"):
            yield Found(
                practice.place,
                f"This practice does not say {', '.join(_NEEDED[key] for key in missing)}.",
                ", ".join(f"{key}: …" for key in missing),
                "Write it; or write in a note what is not known.",
            )


RULE = Rule(
    "practice-incomplete",
    Severity.INFO,
    "A practice that leaves out what others need to take it over.",
    _look,
)
