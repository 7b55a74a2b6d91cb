"""The city as the roadmap introduces it: who it is, what it aims at, how the deal is governed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from lgdkit.model.city import City
from lgdkit.model.city_record import Codes, EmissionsAt, Strategy, Target
from lgdkit.view.speech import Speech, day, emitted
from lgdkit.view.values import Amount, Day, Link, Percent, Said
from lgdkit.vocab.city import Principle
from lgdkit.vocab.sector import Sector

Cited = tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The city itself; codes are those under which registers know it."""

    country: str
    codes: tuple[tuple[str, str], ...]
    population: Decimal | None
    population_year: int | None
    population_sources: Cited
    website: Link | None
    vision: Said | None
    sources: Cited


@dataclass(frozen=True, slots=True)
class Emissions:
    """Emissions of one year."""

    year: int
    amount: Amount
    sources: Cited


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What is to be reached: a reduction in percent of something, or what may remain."""

    year: int
    reduction: Percent | None
    of: str
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class SectorLine:
    """Emissions of a source sector in the years of the baseline and of the latest figures."""

    sector: str
    baseline: Amount | None
    latest: Amount | None


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target with the boundary that its figures are about."""

    title: Said
    boundary: Said | None
    scopes: tuple[int, ...]
    method: str | None
    baseline: Emissions | None
    latest: Emissions | None
    goal: GoalLine | None
    sectors: tuple[SectorLine, ...]
    note: Said | None
    sources: Cited


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """What the city does for one of the four principles."""

    principle: str
    text: Said | None


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that steers or carries the deal."""

    name: Said
    kind: str
    task: Said | None


@dataclass(frozen=True, slots=True)
class Governance:
    """How the deal is governed; no person is named."""

    principles: tuple[PrincipleLine, ...]
    bodies: tuple[BodyLine, ...]
    organisation: Said | None
    coordinator_unit: Said | None
    coordinator_role: Said | None


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """A strategy that the deal integrates, and how many actions carry it out."""

    title: Said
    kind: str
    adopted: Day | None
    until: Day | None
    reference: str | None
    actions: int
    relevance: Said | None
    sources: Cited


def profile(city: City, speech: Speech) -> Profile:
    """Introduce the city."""
    record = city.record
    if record is None:
        return Profile("", (), None, None, (), None, None, ())
    codes = record.codes or Codes()
    people = record.population
    return Profile(
        country=record.country,
        codes=tuple((name, value) for name in Codes.model_fields if (value := getattr(codes, name))),
        population=Decimal(people.value) if people else None,
        population_year=people.year if people else None,
        population_sources=speech.cited((people.source,)) if people and people.source else (),
        website=Link(record.website) if record.website else None,
        vision=speech.say(record.vision),
        sources=speech.cited(record.sources),
    )


def targets(city: City, speech: Speech) -> tuple[TargetView, ...]:
    """Return the city's targets in its own order."""
    return tuple(_target(speech, each) for each in city.record.targets) if city.record else ()


def target_title(speech: Speech, target: Target) -> Said:
    """Return what a target is called: its title, else what it is about, else its id."""
    return speech.say(target.title) or speech.say(target.boundary) or Said(target.id, speech.language)


def _target(speech: Speech, target: Target) -> TargetView:
    goal = target.target
    return TargetView(
        title=target_title(speech, target),
        boundary=speech.say(target.boundary),
        scopes=target.scopes,
        method=target.method,
        baseline=_emissions(speech, target.baseline),
        latest=_emissions(speech, target.latest),
        goal=GoalLine(
            goal.year,
            None if goal.reduction is None else Percent(goal.reduction),
            goal.of or "baseline",
            emitted(goal.ghg) if goal.ghg else None,
        )
        if goal
        else None,
        sectors=_sectors(target),
        note=speech.say(target.note),
        sources=speech.cited(target.sources),
    )


def _emissions(speech: Speech, known: EmissionsAt | None) -> Emissions | None:
    if known is None:
        return None
    sources = speech.cited((known.source,)) if known.source else ()
    return Emissions(known.year, emitted(known.ghg), sources)


def _sectors(target: Target) -> tuple[SectorLine, ...]:
    baseline = target.baseline.sectors if target.baseline else {}
    latest = target.latest.sectors if target.latest else {}
    return tuple(
        SectorLine(
            sector,
            emitted(baseline[sector]) if sector in baseline else None,
            emitted(latest[sector]) if sector in latest else None,
        )
        for sector in get_args(Sector)
        if sector in baseline or sector in latest
    )


def governance(city: City, speech: Speech) -> Governance:
    """Say how the deal is governed."""
    record = city.record
    known = record.principles if record else {}
    coordinator = record.coordinator if record else None
    return Governance(
        principles=tuple(PrincipleLine(each, speech.say(known.get(each))) for each in get_args(Principle)),
        bodies=tuple(
            BodyLine(speech.say(each.name), each.kind, speech.say(each.task)) for each in record.governance
        )
        if record
        else (),
        organisation=speech.name(city.organisation) if city.organisation else None,
        coordinator_unit=speech.say(coordinator.unit) if coordinator else None,
        coordinator_role=speech.say(coordinator.role) if coordinator else None,
    )


def strategies(city: City, speech: Speech) -> tuple[StrategyLine, ...]:
    """Return the strategies that the deal integrates, in the city's order."""
    return tuple(_strategy(city, speech, each) for each in city.record.strategies) if city.record else ()


def _strategy(city: City, speech: Speech, strategy: Strategy) -> StrategyLine:
    return StrategyLine(
        title=speech.say(strategy.title),
        kind=strategy.kind,
        adopted=day(strategy.adopted),
        until=day(strategy.until),
        reference=strategy.reference,
        actions=sum(strategy.id in each.strategies for each in city.actions),
        relevance=speech.say(strategy.relevance),
        sources=speech.cited((strategy.source,)) if strategy.source else (),
    )
