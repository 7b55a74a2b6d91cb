"""A term of a shared vocabulary of which the city does not say which version it uses."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.terms import used_terms
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or unread(city.record, "vocabularies"):
        return
    for used in used_terms(city):
        if used.vocabulary in city.record.vocabularies:
            continue
        agreed = city.shared.get(used.vocabulary)
        version = agreed.version if agreed else "1.0"
        yield Found(
            used.place,
            f'The city does not say which version of the vocabulary "{used.vocabulary}" it uses.',
            f'city: vocabularies: {{{used.vocabulary}: "{version}"}}',
            "Write the version that the group has agreed on, in quotes.",
            fault=used.vocabulary,
        )


RULE = Rule(
    "vocabulary-without-version",
    Severity.WARNING,
    "A term of a shared vocabulary whose version the city does not name.",
    _look,
)
