"""Sums that may be printed: what may be added is added, the rest is listed apart with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, NotApplicable, NotQuantified, Quantity
from lgdkit.view.rates import Converted, converted
from lgdkit.view.speech import ActionName, Speech, emissions
from lgdkit.view.speech import decision_of as decision_of
from lgdkit.view.values import Amount, Figure, Price, Said
from lgdkit.vocab.unit import EMISSIONS


@dataclass(frozen=True, slots=True)
class Apart:
    """An action whose reduction is in no sum, with what the data says instead."""

    action: ActionName
    figure: Figure
    others: tuple[ActionName, ...] = ()
    """The actions that count its reduction, or that it makes possible."""
    per: str = "year"


@dataclass(frozen=True, slots=True)
class Reductions:
    """What the actions reduce; every action of the portfolio is in exactly one of these groups."""

    additive: bool
    why_not: Said | None
    """Why the figures may not be added up, where the city says so."""
    decided: Amount | None
    """Per year, of the decided actions whose reductions may be added."""
    undecided: Amount | None
    together: Amount | None
    in_total: Amount | None
    """Of actions that give their reduction over their whole duration; never added to yearly figures."""
    added: tuple[Apart, ...]
    counted_elsewhere: tuple[Apart, ...]
    only_enabling: tuple[Apart, ...]
    not_quantified: tuple[Apart, ...]
    not_applicable: tuple[Apart, ...]
    missing: tuple[Apart, ...]
    cancelled: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class Costs:
    """What the actions cost, per currency; never converted silently."""

    decided: tuple[Price, ...]
    undecided: tuple[Price, ...]
    together: tuple[Price, ...]
    converted: Converted | None
    """The same in one currency, where there are several and the city states the rates."""
    counted: int
    """How many actions have a figure."""
    without: tuple[Apart, ...]
    """Actions without one, with the reason."""


def reductions(city: City, speech: Speech) -> Reductions:
    """Sort the actions by what their reduction may be added to, and add up what may be."""
    groups: dict[str, list[Apart]] = {}
    sums = {"decided": Decimal(0), "undecided": Decimal(0), "total": Decimal(0)}
    units: set[str] = set()
    totals = city.record.totals if city.record else None
    additive = totals is None or totals.additive
    for action in city.actions:
        group, others = _group(action)
        impact = action.impact
        figure = speech.reduction(impact.ghg, impact.per) if impact else Figure("missing")
        groups.setdefault(group, []).append(
            Apart(
                speech.mention(action),
                figure,
                tuple(speech.action(each) for each in others),
                impact.per if impact else "year",
            )
        )
        ghg = action.impact.ghg if action.impact else None
        if group != "added" or action.impact is None or not isinstance(ghg, Quantity | BySector):
            continue
        units.update(_units(ghg))
        if action.impact.per == "total":
            sums["total"] += ghg.tonnes()
        else:
            sums["decided" if decision_of(action) == "decided" else "undecided"] += ghg.tonnes()
    unit = max(units, key=EMISSIONS.__getitem__, default="t")

    def shown(tonnes: Decimal, *, per_year: bool = True) -> Amount | None:
        return emissions(tonnes, unit, per_year=per_year) if tonnes and additive else None

    return Reductions(
        additive=additive,
        why_not=speech.say(totals.reason) if totals and not additive else None,
        decided=shown(sums["decided"]),
        undecided=shown(sums["undecided"]),
        together=shown(sums["decided"] + sums["undecided"]),
        in_total=shown(sums["total"], per_year=False),
        **{name: tuple(groups.get(name, ())) for name in _GROUPS},
    )


_GROUPS = (
    "added",
    "counted_elsewhere",
    "only_enabling",
    "not_quantified",
    "not_applicable",
    "missing",
    "cancelled",
)


def _group(action: Action) -> tuple[str, tuple[str, ...]]:
    impact = action.impact
    if action.status == "cancelled":
        return "cancelled", ()
    if impact is None:
        return "missing", ()
    if impact.counted_in:
        return "counted_elsewhere", impact.counted_in
    if isinstance(impact.ghg, Quantity | BySector):
        return "added", ()
    if impact.enables:
        return "only_enabling", impact.enables
    if isinstance(impact.ghg, NotQuantified):
        return "not_quantified", ()
    return ("not_applicable" if isinstance(impact.ghg, NotApplicable) else "missing"), ()


def _units(ghg: Quantity | BySector) -> Iterable[str]:
    return (ghg.unit,) if isinstance(ghg, Quantity) else (part.unit for _, part in ghg.sectors)


def costs(city: City, speech: Speech) -> Costs:
    """Add up what the actions cost, per currency; cancelled actions cost nothing any more."""
    sums: dict[str, dict[str, Decimal]] = {"decided": {}, "undecided": {}, "together": {}}
    counted = 0
    without: list[Apart] = []
    for action in city.actions:
        if action.status == "cancelled":
            continue
        total = action.cost.total if action.cost else None
        if not isinstance(total, Money):
            without.append(Apart(speech.mention(action), speech.figure(total)))
            continue
        counted += 1
        for group in ("decided" if decision_of(action) == "decided" else "undecided", "together"):
            known = sums[group]
            known[total.currency] = known.get(total.currency, Decimal(0)) + total.amount
    decided, undecided, together = (prices(each) for each in sums.values())
    return Costs(decided, undecided, together, converted(city, together), counted, tuple(without))


def prices(sums: dict[str, Decimal]) -> tuple[Price, ...]:
    """Return sums of money in the order of their currency codes."""
    return tuple(Price(sums[currency], currency) for currency in sorted(sums))
