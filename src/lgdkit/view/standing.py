"""How one city stands, in few values: what a comparison of many cities keeps of each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityField, Target
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.model.text import Text
from lgdkit.vocab.deal import CLOSED
from lgdkit.vocab.field_of_action import FIELDS

Counts = tuple[tuple[str, int], ...]
"""How many there are of each code; codes of which there are none are left out."""


class Subject(NamedTuple):
    """What a city may lack and another one have: `area`, `field`, `partner` or `figures`, and its code."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A practice or a deal that another city may look at."""

    subject: Subject
    kind: str
    """practice or deal."""
    id: str
    title: Text
    state: str = ""
    commitments: int = 0
    quantified: int = 0
    """How many of its commitments have a figure."""


@dataclass(frozen=True, slots=True)
class Emissions:
    """Emissions and reductions of a city, with the boundary without which they mean nothing."""

    boundary: Text | None
    scopes: tuple[int, ...]
    method: str
    people: int | None
    """How many people live within the boundary, as far as the data says; else in the city."""
    people_year: int | None
    within: bool
    """Whether the data says that so many live within the boundary."""
    year: int | None
    tonnes: Decimal | None
    """The newest emissions, in tonnes a year."""
    per_person: bool
    """Whether the source gives the emissions per person, so that nothing is divided."""
    goal_year: int | None
    goal: Decimal | None
    """The reduction in percent that is aimed at."""
    goal_of: str


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with its newest value and its last target."""

    key: str
    """What makes it one with an indicator of another city: the shared term, or its own id and unit."""
    shared: bool
    name: Text
    unit: str
    value: Decimal | None
    at: str
    target: Decimal | None
    target_year: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One city in a comparison."""

    id: str
    name: Text
    first: str
    """The language of plain texts."""
    country: str
    population: int | None
    population_year: int | None
    actions: int
    decided: int
    stakeholders: int
    """Without the city's own organisation."""
    kinds: Counts
    commitments: int
    quantified: int
    committed: Counts
    """Commitments by the kind of who gives them."""
    deals: int
    states: Counts
    levels: Counts
    partners: Counts
    """Deals in which a partner of a kind is a party; closed ones do not count."""
    fields: Counts
    """Actions in each field of the Climate City Contracts; cancelled ones do not count."""
    areas: Counts
    """Actions in each policy area of the European Green Deal."""
    emissions: Emissions | None
    additive: bool
    why_not: Text | None
    """Why the reductions may not be added up, where the city says so."""
    reduction_decided: Decimal | None
    reduction_all: Decimal | None
    """What the actions reduce a year, in tonnes, as far as it may be added; None where nothing is given."""
    reductions_left_out: int
    """Actions without a figure that is in the sum."""
    indicators: tuple[Measured, ...]
    offers: tuple[Offer, ...]


_FILLING = {"reporting": 0, "signed": 1, "agreed": 2, "negotiating": 3, "requested": 4}


def standing(city: City) -> Standing | None:
    """Return how a city stands; None where its record could not be read."""
    record = city.record
    if record is None:
        return None
    live = [each for each in city.actions if each.status != "cancelled"]
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    kinds = {each.id: each.kind for each in partners}
    open_deals = [each for each in city.deals if each.state not in CLOSED]
    additive = record.totals is None or record.totals.additive
    decided, together, left_out = _reductions(live)
    return Standing(
        id=record.id,
        name=record.name,
        first=record.languages[0],
        country=record.country,
        population=record.population.value if record.population else None,
        population_year=record.population.year if record.population else None,
        actions=len(live),
        decided=sum(each.decision is not None and each.decision.status == "decided" for each in live),
        stakeholders=len(partners),
        kinds=_counted(each.kind for each in partners),
        commitments=len(city.commitments),
        quantified=sum(map(is_quantified, city.commitments)),
        committed=_counted(kinds[each.by] for each in city.commitments if each.by in kinds),
        deals=len(city.deals),
        states=_counted(each.state for each in city.deals),
        levels=_counted(each.level for each in city.deals),
        partners=_counted(kind for deal in open_deals for kind in _party_kinds(deal, kinds)),
        fields=_counted(code for each in live for code in _fields_of(city, each)),
        areas=_counted(code for each in live for code in _areas_of(city, each)),
        emissions=_emissions(city, record.targets[0]) if record.targets else None,
        additive=additive,
        why_not=record.totals.reason if record.totals and not additive else None,
        reduction_decided=decided if additive else None,
        reduction_all=together if additive else None,
        reductions_left_out=left_out,
        indicators=tuple(_measured(city)),
        offers=tuple(_offers(city, open_deals, kinds)),
    )


def _counted(codes: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(codes).items()))


def is_quantified(commitment: Commitment) -> bool:
    """Say whether a commitment has a figure: a reduction, an amount of what it does, or an investment."""
    invested = commitment.investment.amount if commitment.investment else None
    return (
        isinstance(commitment.ghg, Quantity | BySector)
        or isinstance(commitment.amount, Quantity)
        or isinstance(invested, Money)
    )


def _party_kinds(deal: Deal, kinds: Mapping[str, str]) -> set[str]:
    return {kinds[each] for each in deal.parties if each in kinds}


def _reductions(actions: list[Action]) -> tuple[Decimal | None, Decimal | None, int]:
    """Add up what may be added, as the roadmap does: yearly figures that no other action counts."""
    sums: dict[bool, Decimal] = {}
    left_out = 0
    for action in actions:
        impact = action.impact
        ghg = impact.ghg if impact and not impact.counted_in and impact.per == "year" else None
        if not isinstance(ghg, Quantity | BySector):
            left_out += 1
            continue
        decided = action.decision is not None and action.decision.status == "decided"
        sums[decided] = sums.get(decided, Decimal(0)) + ghg.tonnes()
    return sums.get(True), sum(sums.values(), Decimal(0)) if sums else None, left_out


def _field(city: City, action: Action) -> CityField | None:
    fields = city.record.fields if city.record else ()
    return next((each for each in fields if each.id == action.field), None)


def _term(city: City, field: CityField) -> "tuple[str | None, tuple[str, ...]]":
    """Return the codes that a field has of its own, or else those of the shared term that it stands for."""
    vocabulary, _, name = (field.uses or "").partition("/")
    agreed = city.shared.get(vocabulary)
    term = agreed.term(name) if agreed else None
    return field.ccc or (term.ccc if term else None), field.green_deal or (term.green_deal if term else ())


def _fields_of(city: City, action: Action) -> tuple[str, ...]:
    field = _field(city, action)
    if field is not None:
        code, _ = _term(city, field)
        return (code,) if code else ()
    return (action.field,) if action.field in FIELDS else ()


def _areas_of(city: City, action: Action) -> tuple[str, ...]:
    field = _field(city, action)
    return _term(city, field)[1] if field is not None else ()


def _emissions(city: City, target: Target) -> Emissions:
    record = city.record
    people = target.population or (record.population if record else None)
    newest = target.latest or target.baseline
    goal = target.target
    return Emissions(
        boundary=target.boundary,
        scopes=tuple(sorted(target.scopes)),
        method=target.method or "",
        people=people.value if people else None,
        people_year=people.year if people else None,
        within=target.population is not None,
        year=newest.year if newest else None,
        tonnes=newest.ghg.tonnes() if newest else None,
        per_person=bool(newest and newest.ghg.per_person),
        goal_year=goal.year if goal else None,
        goal=goal.reduction if goal else None,
        goal_of=(goal.of or "baseline") if goal else "",
    )


def _measured(city: City) -> Iterator[Measured]:
    for each in city.indicators:
        newest = max(each.values, key=lambda value: str(value.date), default=None)
        base, target = each.baseline, max(each.targets, key=lambda target: target.year, default=None)
        value, at = (
            (newest.value, str(newest.date))
            if newest
            else (base.value, str(base.year))
            if base
            else (None, "")
        )
        yield Measured(
            key=each.uses or f"{each.id} {each.unit}",
            shared=each.uses is not None,
            name=each.name,
            unit=each.unit,
            value=value,
            at=at,
            target=target.value if target else None,
            target_year=target.year if target else None,
        )


def _offers(city: City, deals: list[Deal], kinds: Mapping[str, str]) -> Iterator[Offer]:
    """Give for each subject the one practice, and the one deal, that is furthest."""
    best: dict[tuple[Subject, str], tuple[tuple[object, ...], Offer]] = {}
    for rank, offer in (*_of_practices(city), *_of_deals(city, deals, kinds)):
        key = (offer.subject, offer.kind)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, offer)
    for key in sorted(best):
        yield best[key][1]


def _of_practices(city: City) -> Iterator[tuple[tuple[object, ...], Offer]]:
    for practice in city.practices:
        actions = [city.action[each] for each in practice.actions if each in city.action]
        subjects = {
            *(Subject("field", code) for each in actions for code in _fields_of(city, each)),
            *(Subject("area", code) for each in actions for code in _areas_of(city, each)),
        }
        known = {each.id: each for each in city.record.fields} if city.record else {}
        if practice.field in known:
            code, areas = _term(city, known[practice.field])
            subjects |= {Subject("field", code)} if code else set()
            subjects |= {Subject("area", area) for area in areas}
        elif practice.field:
            subjects.add(Subject("field", practice.field))
        rank = (-len(practice.results), practice.id)
        for subject in subjects:
            yield rank, Offer(subject, "practice", practice.id, practice.title)


def _of_deals(
    city: City, deals: list[Deal], kinds: Mapping[str, str]
) -> Iterator[tuple[tuple[object, ...], Offer]]:
    for deal in deals:
        commitments = city.commitments_of(deal)
        actions = [
            city.action[each.action] for each in commitments if each.action and each.action in city.action
        ]
        quantified = sum(map(is_quantified, commitments))
        subjects = {
            *(Subject("field", code) for each in actions for code in _fields_of(city, each)),
            *(Subject("area", code) for each in actions for code in _areas_of(city, each)),
            *(Subject("partner", kind) for kind in _party_kinds(deal, kinds)),
        }
        if quantified:
            subjects.add(Subject("figures", ""))
        rank = (_FILLING[deal.state], -quantified, -len(commitments), deal.id)
        for subject in subjects:
            yield rank, Offer(subject, "deal", deal.id, deal.title, deal.state, len(commitments), quantified)
