"""Where a city uses terms of shared vocabularies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.diagnostics import Place
from lgdkit.model.city import City

if TYPE_CHECKING:
    from lgdkit.model.workspace import Term


class UsedTerm(NamedTuple):
    """A term of a vocabulary, and where the city names it."""

    vocabulary: str
    term: str
    place: Place


def used_terms(city: City) -> Iterator[UsedTerm]:
    """Give each term that the fields and the indicators of a city name."""
    if city.record:
        for index, field in enumerate(city.record.fields):
            if field.uses:
                yield UsedTerm(*_parted(field.uses), city.record.at("fields", index, "uses"))
    for indicator in city.indicators:
        if indicator.uses:
            yield UsedTerm(*_parted(indicator.uses), indicator.at("uses"))


def term_of(city: City, uses: str | None) -> "Term | None":
    """Return the shared term behind `vocabulary/term`, in the version that is agreed."""
    if uses is None:
        return None
    name, term = _parted(uses)
    agreed = city.shared.get(name)
    return agreed.term(term) if agreed else None


def _parted(uses: str) -> tuple[str, str]:
    vocabulary, _, term = uses.partition("/")
    return vocabulary, term
