"""A translation whose original was changed afterwards."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.text import changed_source, digest

_SHOWN = 12
"""So many signs of a digest are enough to tell one text from another."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for number, (keys, text, _) in dict.fromkeys(city.told.noted):
        for language, _ in text.wordings:
            source = changed_source(text, language)
            if source:
                now = digest(source[1])[:_SHOWN]
                yield Found(
                    city.spoken[number][0].at(*keys, language, "of"),
                    "The text that this was translated from has changed since.",
                    f"of: {now}, the digest of the text in {source[0]} as it is now",
                    f"Read the translation against the text in {source[0]}; then write of: {now}.",
                )


RULE = Rule(
    "stale-translation", Severity.WARNING, "A translation whose original was changed afterwards.", _look
)
