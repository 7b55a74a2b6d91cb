"""A translation whose original was changed afterwards."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.text import Text, digest

_SHOWN = 12
"""So many signs of a digest are enough to tell one text from another."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for number, (keys, text, _) in dict.fromkeys(city.told.noted):
        for language, wording in text.wordings:
            source = _changed(text, language, wording.of) if wording.of is not None else None
            if source:
                now = digest(source[1])[:_SHOWN]
                yield Found(
                    city.spoken[number][0].at(*keys, language, "of"),
                    "The text that this was translated from has changed since.",
                    f"of: {now}, the digest of the text in {source[0]} as it is now",
                    f"Read the translation against the text in {source[0]}; then write of: {now}.",
                )


def _changed(text: Text, language: str, of: str) -> tuple[str, str] | None:
    """Return the language and text of the original if it is no longer what was translated."""
    others = [(code, wording) for code, wording in text.wordings if code != language]
    if not others or any(digest(each.text).startswith(of.strip().lower() or "-") for _, each in others):
        return None
    # a text that is no translation itself is the original
    code, wording = next((each for each in others if each[1].of is None), others[0])
    return code, wording.text


RULE = Rule(
    "stale-translation", Severity.WARNING, "A translation whose original was changed afterwards.", _look
)
