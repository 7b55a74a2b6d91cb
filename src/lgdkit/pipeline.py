"""Joins the rooms: texts in, findings and documents out. Opens no file and reads no clock."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.check.rules import RULES
from lgdkit.check.run import check_city
from lgdkit.diagnostics import Diagnostic, Located
from lgdkit.model.city import City
from lgdkit.read.city import read_city

if TYPE_CHECKING:
    from lgdkit.model.workspace import Vocabulary
    from lgdkit.read.locate import Locator


class Checked(NamedTuple):
    """A city that was read and checked, with its findings in the order of its files."""

    city: City
    findings: tuple[Located, ...]


def check(
    texts: Mapping[str, bytes],
    today: date,
    other: Iterable[Diagnostic] = (),
    wanted: frozenset[str] = frozenset(),
    kept: Mapping[str, bytes] | None = None,
    others: Callable[[str], City | None] | None = None,
    *,
    advice: bool = True,
    shared: "Mapping[str, Vocabulary] | None" = None,
) -> Checked:
    """Read and check one city.

    Args:
        texts: the YAML texts by their path in the city's folder.
        today: the day that late and past are measured from.
        other: findings about the folder itself, such as a link that leads out of it.
        wanted: rules that the person asked for by name; these are told, whatever the city ignores.
        kept: what `lgd sign` has kept of signatures, by path in the city's folder.
        others: gives another city that this one names, by its id, if it is at hand.
        advice: whether to ask the rules that only give advice.
        shared: the vocabularies that the cities of its workspace share, by id.
    """
    other = tuple(other)
    city, shape = read_city(texts, lost=[each.place.file for each in other])
    if kept:
        from lgdkit.read.signings import read_signings  # only where something was signed

        city = replace(city, signings=read_signings(kept))
    if shared:
        city = replace(city, shared=shared)
    if others and city.abroad:
        city = _among_others(city, others)
    findings = (*other, *shape, *check_city(city, RULES, today, wanted, advice=advice))
    if not findings:
        return Checked(city, ())
    return Checked(city, located(findings, texts))


def _among_others(city: City, others: Callable[[str], City | None]) -> City:
    """Add to a city those that it names, as far as they are at hand, and what its originals say now."""
    from lgdkit.model.original import originals  # only where another city is named

    asked = {name: others(name) for name in sorted(city.abroad)}
    found = {name: each for name, each in asked.items() if each and each.record and each.record.id == name}
    return replace(city, others=found, originals=originals(city, found)) if found else city


def located(diagnostics: Iterable[Diagnostic], texts: Mapping[str, bytes]) -> tuple[Located, ...]:
    """Return findings with their lines, in the order of the files."""
    from lgdkit.read.locate import Locator  # only where something is found

    locator = Locator(dict(texts))
    return tuple(sorted({_located(each, locator): None for each in diagnostics}, key=_order))


def _located(diagnostic: Diagnostic, locator: "Locator") -> Located:
    span = locator.span(diagnostic.place)
    related = tuple((each.place.file, locator.span(each.place), each.note) for each in diagnostic.related)
    file = diagnostic.place.file
    return Located(diagnostic, file, span, locator.line(file, span.line), related)


def _order(found: Located) -> tuple[object, ...]:
    return found.file, found.span, found.diagnostic.rule, found.diagnostic.message
