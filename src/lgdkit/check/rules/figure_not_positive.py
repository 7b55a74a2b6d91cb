"""A figure of zero or below zero where only more than nothing makes sense."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import plain
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.action import Action
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.model.walk import Keys

_ZERO = 'If it is not known, write {not_quantified: "why"}; if there can be none, not-applicable.'
_MINUS = "Write the figure without a minus sign."
_SIMPLE = frozenset({Quantity, Money})


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        if action.impact or action.cost or action.funding:
            yield from _wrong(_of_action(action))
    for commitment in city.commitments:
        if commitment.ghg or commitment.amount or commitment.investment:
            yield from _wrong(_of_commitment(commitment))
    record = city.record
    for target in record.targets if record else ():
        for key, given in (("baseline", target.baseline), ("latest", target.latest)):
            if given and given.ghg.value <= 0:
                yield Found(
                    target.at(key, "ghg"),
                    f"No city emits {plain(given.ghg.value)} {given.ghg.unit} in a year.",
                    "a figure above zero",
                    "Write the emissions of that year without a minus sign, or leave them out until they are known.",
                )
        if target.target and target.target.ghg and target.target.ghg.value < 0:
            yield Found(
                target.at("target", "ghg"),
                "Fewer emissions than none cannot remain.",
                "zero or more",
                "Write 0 t/year; what sinks take up beyond that stands in the note.",
            )
    for index, rate in enumerate(record.rates if record else ()):
        if record and rate.rate <= 0:
            yield Found(
                record.at("rates", index, "rate"),
                f"A rate of {rate.rate} makes every sum nothing.",
                "a rate above zero",
                "Write how much one unit of the first currency is worth in the second.",
            )


def _of_action(action: Action) -> Iterator[tuple[Any, Record, Keys, bool]]:
    """Give each figure with its place; whether zero is a true word there."""
    impact, cost = action.impact, action.cost
    if impact:
        yield impact.ghg, action, ("impact", "ghg"), False
        yield impact.energy_saved, action, ("impact", "energy_saved"), False
        yield impact.renewable_energy, action, ("impact", "renewable_energy"), False
        yield impact.sinks, action, ("impact", "sinks"), False
    if cost:
        yield cost.total, action, ("cost", "total"), False
        yield cost.own, action, ("cost", "own"), True
        for year, money in cost.per_year.items():
            yield money, action, ("cost", "per_year", year), True
    for index, funding in enumerate(action.funding):
        yield funding.amount, action, ("funding", index, "amount"), False


def _of_commitment(commitment: Commitment) -> Iterator[tuple[Any, Record, Keys, bool]]:
    yield commitment.ghg, commitment, ("ghg",), False
    yield commitment.amount, commitment, ("amount",), False
    if commitment.investment:
        yield commitment.investment.amount, commitment, ("investment", "amount"), False


def _wrong(figures: Iterator[tuple[Any, Record, Keys, bool]]) -> Iterator[Found]:
    for figure, record, keys, zero in figures:
        kind = type(figure)
        if figure is None or (kind in _SIMPLE and figure[0] > 0):  # the value, or the amount
            continue
        if isinstance(figure, BySector):
            for sector, part in figure.sectors:
                if part.value <= 0:
                    yield from _one(part.value, record.at(*keys, sector), zero=zero)
        elif isinstance(figure, Quantity | Money):
            yield from _one(figure[0], record.at(*keys), zero=zero)


def _one(value: Decimal, place: Place, *, zero: bool) -> Iterator[Found]:
    if value < 0:
        message = "This figure is below zero: what is reduced, saved or paid counts upwards."
        yield Found(place, message, "a figure above zero", _MINUS)
    elif value == 0 and not zero:
        message = "A zero says that this is known, and that it is nothing."
        yield Found(place, message, "a figure above zero, or the reason why there is none", _ZERO)


RULE = Rule("figure-not-positive", Severity.WARNING, "A figure of zero or below zero.", _look)
