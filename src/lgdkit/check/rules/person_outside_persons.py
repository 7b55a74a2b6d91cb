"""The name of a person outside of the list of persons."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import filterfalse

from lgdkit.check.rule import Found, Rule
from lgdkit.check.words import first_matches, placed
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5
"""Shorter names are met by chance in other words."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    names = {each.name.strip(): each.id for each in city.persons if len(each.name.strip()) >= _LEAST}
    words = _words(city.vocabulary) if names else set()
    met = [name for name in names if _may_be_met(name, words)]
    if not met:
        return
    forms = [re.compile(rf"{name}(?<!\w{name})(?!\w)") for name in map(re.escape, met)]
    for record, keys, name in placed(city, first_matches(city.told.texts, forms)):
        if type(record) is not Stakeholder or keys[0] != "name":
            yield Found(
                record.at(*keys),
                f'The name of the person "{names[name]}" stands here, outside of persons.',
                "the role, and the person by id where a field asks for one",
                "Write the role instead: documents are published, and only persons: is left out of them.",
            )


def _words(text: str) -> set[str]:
    """Return the different words of a text: those that stand alone at once, the others out of their signs."""
    parts = text.split()
    words = set(filter(str.isalpha, parts))
    words.update(_WORD.findall(" ".join(filterfalse(str.isalpha, parts))))
    return words


def _may_be_met(name: str, words: set[str]) -> bool:
    """Say whether the words of a name are among those of the texts; one word alone may mean anything."""
    parts = _WORD.findall(name.lower())
    return len(parts) > 1 and words.issuperset(parts)


RULE = Rule(
    "person-outside-persons", Severity.WARNING, "The name of a person outside of the list of persons.", _look
)
