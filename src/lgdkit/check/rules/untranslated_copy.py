"""The same text in two languages: one of them was not translated."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.text import Text

_LEAST_WORDS = 5
"""Shorter texts may well be the same in two languages: names, numbers, loan words."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for number, (keys, text, proper) in city.told.alike:
        copied = None if proper else _copied(text)
        if copied:
            first, second = copied
            yield Found(
                city.spoken[number][0].at(*keys, second),
                f"This text is word for word the one in {first}.",
                f"the text in {second}",
                f"Translate it, or take the line out: documents then show it in {first} and mark it.",
            )


def _copied(text: Text) -> tuple[str, str] | None:
    """Return two languages that have the same text, if it is longer than a name."""
    seen: dict[str, str] = {}
    for language, wording in text.wordings:
        first = seen.setdefault(wording.text, language)
        if first != language and len(wording.text.split()) >= _LEAST_WORDS:
            return first, language
    return None


RULE = Rule("untranslated-copy", Severity.WARNING, "The same text in two languages.", _look)
