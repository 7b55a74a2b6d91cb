"""A city's data as said in one language."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, overload

from lgdkit.model.action import Action
from lgdkit.model.amount import unit_of
from lgdkit.model.base import Citation
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, NotApplicable, NotQuantified, Quantity
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.model.text import Text, Wording
from lgdkit.view.translations import is_stale
from lgdkit.view.values import Amount, Day, Figure, Length, Price, Said, SectorPart, Times
from lgdkit.vocab.unit import EMISSIONS, PER_YEAR

ELSEWHERE = "elsewhere"
"""The decision on an action that another city's data holds: nobody here knows it."""


@dataclass(frozen=True, slots=True)
class ActionName:
    """An action where it is only mentioned: its title never goes without how far the decision has come."""

    id: str
    title: Said
    decision: str


Stated = Quantity | BySector | Money | NotApplicable | NotQuantified | None


@dataclass(frozen=True)
class Speech:
    """Turns the values of a city's records into those of a document in one language."""

    city: City
    language: str
    leading: str | None = None
    """The language to fall back to, that of the text that prevails; else it is the city's first one."""
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was said or drawn up before, to be used again in other documents."""

    @cached_property
    def first(self) -> str:
        """The city's first language, in which plain texts are written."""
        return self.city.languages[0]

    @overload
    def say(self, text: Text) -> Said: ...
    @overload
    def say(self, text: Text | None) -> Said | None: ...
    def say(self, text: Text | None) -> Said | None:
        """Return a text in the document's language, or in another one and marked as such."""
        if text is None:
            return None
        said: Said | None = self.kept.get(text)
        if said is None:
            language, wording = self._best(text)
            stale = is_stale(text, language)
            said = Said(wording.text, language, language != self.language, wording.origin, stale)
            self.kept[text] = said
        return said

    def proper(self, text: Text) -> Said:
        """Return a name: one that is written once is the same in every language."""
        language, wording = self._best(text)
        return Said(wording.text, language, False, wording.origin, is_stale(text, language))

    def _best(self, text: Text) -> tuple[str, Wording]:
        if self.leading and text.wording(self.language, self.first) is None:
            return text.best(self.leading, self.first)
        return text.best(self.language, self.first)

    def name(self, stakeholder: str) -> Said:
        """Return the name of a stakeholder; of one in another city's data, its id."""
        known = self.city.stakeholder.get(stakeholder)
        return self.called(known) if known else Said(stakeholder, self.language)

    def called(self, stakeholder: Stakeholder) -> Said:
        """Return the name of a stakeholder, or its role marked as still to be filled."""
        name = self.proper(stakeholder.name)
        return replace(name, to_be_found=True) if stakeholder.to_be_found else name

    def action(self, action: str) -> ActionName:
        """Return an action as it is mentioned; of one in another city's data, its id."""
        known = self.city.action.get(action)
        return self.mention(known) if known else ActionName(action, Said(action, self.language), ELSEWHERE)

    def mention(self, action: Action) -> ActionName:
        """Return an action of the city as it is mentioned."""
        return ActionName(action.id, self.say(action.title), decision_of(action))

    def figure(self, value: Stated, *, co2: bool = False) -> Figure:
        """Return a figure, or what stands instead of it."""
        if value is None:
            return Figure("missing")
        if isinstance(value, NotApplicable):
            return Figure("not-applicable")
        if isinstance(value, NotQuantified):
            return Figure("not-quantified", reason=self.say(value.reason))
        if isinstance(value, Money):
            return Figure("given", price(value))
        if isinstance(value, BySector):
            parts = tuple(SectorPart(sector, emitted(part)) for sector, part in value.sectors)
            return Figure("given", joined([part for _, part in value.sectors]), by_sector=parts)
        return Figure("given", emitted(value) if co2 else self.amount(value))

    def amount(self, quantity: Quantity) -> Amount:
        """Return a quantity that is no greenhouse gas, its unit as the city calls it in this language."""
        unit, per_year = self.unit(unit_of(quantity))
        return Amount(quantity.value, unit, per_year)

    def unit(self, written: str) -> tuple[str, bool]:
        """Return the name of a unit, and whether it is per year; one that the city does not name as it stands."""
        names = self.city.record.units if self.city.record else {}
        if written in names:
            return self.proper(names[written]).text, False
        base = written.removesuffix(PER_YEAR)
        return (self.proper(names[base]).text if base in names else base), base != written

    def reduction(self, value: Stated, per: str) -> Figure:
        """Return a reduction, per year or in total as the record says and however its unit was written."""
        figure = self.figure(value, co2=True)
        if not isinstance(figure.amount, Amount):
            return figure
        yearly = per == "year"
        return replace(
            figure,
            amount=replace(figure.amount, per_year=yearly),
            by_sector=tuple(
                replace(part, amount=replace(part.amount, per_year=yearly)) for part in figure.by_sector
            ),
        )

    def cited(self, citations: tuple[Citation, ...]) -> tuple[tuple[Said, str], ...]:
        """Return titles of sources, each with the place in it."""
        found = []
        for each in citations:
            source = self.city.source.get(each.id)
            title = self.proper(source.title) if source else Said(each.id, self.language)
            found.append((title, each.at or ""))
        return tuple(found)


def speech_of(city: City, language: str, leading: str | None = None) -> Speech:
    """Return the city as said in a language: the same one for all documents of a run."""
    key = ("speech", language, leading)
    found: Speech | None = city.kept.get(key)
    if found is None:
        found = city.kept[key] = Speech(city, language, leading)
    return found


def decision_of(action: Action) -> str:
    """Return how far the decision has come: decided, agreed, proposed, or none where nothing is recorded."""
    return action.decision.status if action.decision else "none"


def emitted(ghg: Quantity) -> Amount:
    """Return an amount of greenhouse gases as a document shows it."""
    return Amount(ghg.value, ghg.unit, ghg.per_year, co2=True, per_person=ghg.per_person)


def joined(parts: list[Quantity]) -> Amount:
    """Add emissions up, in the largest unit that any of them was written in."""
    largest = max(parts, key=lambda each: EMISSIONS[each.unit])
    tonnes = sum((each.tonnes() for each in parts), Decimal(0))
    return emissions(tonnes, largest.unit, per_year=largest.per_year)


def emissions(tonnes: Decimal, unit: str, *, per_year: bool, per_person: bool = False) -> Amount:
    """Return emissions given in tonnes in another unit, with no zeros at the end."""
    value = tonnes / EMISSIONS[unit]
    exact = value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
    return Amount(exact, unit, per_year, co2=True, per_person=per_person)


def price(money: Money) -> Price:
    """Return an amount of money as a document shows it."""
    return Price(money.amount, money.currency)


def day(date: PartialDate | None) -> Day | None:
    """Return a date as a document shows it."""
    return None if date is None else Day(date.year, date.month, date.day)


def times(recurrence: Recurrence | None) -> Times | None:
    """Return a recurrence as a document shows it."""
    return None if recurrence is None else Times(recurrence.times, recurrence.per)


def length(duration: Duration) -> Length:
    """Return a length of time as a document shows it."""
    return Length(duration.count, duration.unit)
