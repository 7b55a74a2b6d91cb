"""Every figure and date of an agreement's records as values of a document, each with the place where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from lgdkit.diagnostics import Place
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.deal import Deal
from lgdkit.model.duration import Duration
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.model.recurrence import Recurrence
from lgdkit.view.speech import Speech, joined, length, price
from lgdkit.view.values import Amount, Day, Length, Price, Times

Shown = Amount | Price | Day | Length | Times


@dataclass(frozen=True)
class Stood:
    """A figure of the data."""

    place: Place
    value: Shown
    record: str
    """Its record, as in `commitments/heat-pumps`; the city's own is `city`."""
    titles: tuple[str, ...]
    """The texts of its record in the language of the document: what tells which of several it is."""


def figures(city: City, deal: Deal | None, stakeholder: str, language: str) -> list[Stood]:
    """Return the figures of what an agreement is about: its commitments and their actions, the deal, the targets.

    Args:
        city: the city.
        deal: the deal, or None for a first proposal to the stakeholder.
        stakeholder: whose copy it is; its own commitments come first.
        language: the language of the document.
    """
    speech = Speech(city, language)
    commitments = city.commitments_of(deal) if deal else city.commitments
    if deal is None:
        commitments = tuple(each for each in commitments if each.by == stakeholder)
    commitments = tuple(sorted(commitments, key=lambda each: each.by != stakeholder))
    wanted = dict.fromkeys(each.action for each in commitments if each.action in city.action)
    records: list[Record] = [
        *commitments,
        *([deal] if deal else []),
        *(city.action[each] for each in wanted if each),
    ]
    records += [city.record] if city.record else []
    found: list[Stood] = []
    for record in records:
        texts = tuple(
            speech.say(text).text
            for name in ("text", "title")
            if (text := getattr(record, name, None)) is not None
        )
        kind, *_ = record.place.keys
        name = f"{kind}/{record.id}" if kind != "city" else "city"
        found += (Stood(record.at(*keys), value, name, texts) for keys, value in _values(speech, record, ()))
    return found


def _values(speech: Speech, held: Any, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Shown]]:
    match held:
        case Quantity():
            yield keys, speech.amount(held)
        case BySector():
            yield keys, joined([part for _, part in held.sectors])
            for sector, part in held.sectors:
                yield (*keys, sector), speech.amount(part)
        case Money():
            yield keys, price(held)
        case PartialDate():
            yield keys, Day(held.year, held.month, held.day)
        case Duration():
            yield keys, length(held)
        case Recurrence():
            yield keys, Times(held.times, held.per)
        case BaseModel():
            names = type(held).model_fields
            for name, info in names.items():
                yield from _values(speech, getattr(held, name), (*keys, info.alias or name))
        case tuple() | list():
            for number, each in enumerate(held):
                yield from _values(speech, each, (*keys, number))
        case dict():
            for name, each in held.items():
                yield from _values(speech, each, (*keys, name))
        case _:
            pass
