"""The name of a person outside of the list of persons."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.words import all_words
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder

_LEAST = 5
"""Shorter names are met by chance in other words."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    names = {
        name: each.id for each in city.persons if len(name := each.name.strip()) >= _LEAST and " " in name
    }
    if not names:
        return
    for record, keys, text in all_words(city, tuple(names)):
        if type(record) is Stakeholder and keys[0] == "name":
            continue  # a business may bear the name of its owner
        for name, person in names.items():
            if name in text:
                yield Found(
                    record.at(*keys),
                    f'The name of the person "{person}" stands here, outside of persons.',
                    "the role, and the person by id where a field asks for one",
                    "Write the role instead: documents are published, and only persons: is left out of them.",
                )
                break


RULE = Rule(
    "person-outside-persons", Severity.WARNING, "The name of a person outside of the list of persons.", _look
)
