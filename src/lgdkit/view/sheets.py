"""The sheet of an action: everything that its record says, and what others commit themselves to for it."""

from dataclasses import dataclass

from lgdkit.model.action import Action, Cost, Funding
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.view.extras import ExtraLine, extras
from lgdkit.view.portfolio import ActionLine, FieldActions, actions_in, by_field
from lgdkit.view.speech import ActionName, Speech, Stated, day, price, times
from lgdkit.view.ties import Ties
from lgdkit.view.values import Day, Figure, Price, Said, Times

Cited = tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """The decision on an action, as far as it is recorded."""

    status: str
    body: Said | None
    reference: str | None
    date: Day | None


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A step that can be seen to be reached."""

    title: Said
    due: Day | None
    done: Day | None


@dataclass(frozen=True, slots=True)
class FundingLine:
    """Where money comes from; `action` says for what."""

    action: ActionName
    source: Said
    by: Said | None
    amount: Figure
    programme: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A commitment, in a table of those to one action or to none."""

    by: Said
    text: Said
    deliverable: Said | None
    quantity: Figure
    due: Day | None
    every: Times | None
    status: str
    done: Day | None
    kind: str | None
    reduction: Figure
    per: str
    investment: Figure
    investment_year: int | None
    note: Said | None
    extra: tuple[ExtraLine, ...]
    sources: Cited


@dataclass(frozen=True, slots=True)
class DealName:
    """A deal where it is only mentioned."""

    title: Said
    state: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An action in full; figures are None where the record has no such line at all."""

    line: ActionLine
    description: Said | None
    kind: str | None
    levers: tuple[str, ...]
    scale: Said | None
    decision: DecisionLine | None
    milestones: tuple[MilestoneLine, ...]
    impact_note: Said | None
    energy_saved: Figure | None
    renewable_energy: Figure | None
    sinks: Figure | None
    counted_in: tuple[ActionName, ...]
    enables: tuple[ActionName, ...]
    co_benefits: tuple[str, ...]
    own_cost: Figure | None
    cost_per_year: tuple[tuple[int, Price], ...]
    cost_note: Said | None
    funding: tuple[FundingLine, ...]
    indicators: tuple[Said, ...]
    depends_on: tuple[ActionName, ...]
    replicates: ActionName | None
    strategies: tuple[Said, ...]
    sdgs: tuple[int, ...]
    commitments: tuple[Undertaking, ...]
    deals: tuple[DealName, ...]
    extra: tuple[ExtraLine, ...]
    note: Said | None
    sources: Cited


@dataclass(frozen=True, slots=True)
class FieldSheets:
    """A field of action: its actions in a table, then the sheet of each."""

    field: FieldActions
    sheets: tuple[Sheet, ...]


def sheets_by_field(city: City, speech: Speech) -> tuple[FieldSheets, ...]:
    """Return every field with its actions in full, in the city's order."""
    ties = Ties(city)
    return tuple(
        FieldSheets(
            field,
            tuple(
                _sheet(ties, speech, action, line)
                for action, line in zip(actions_in(city, field.id or None), field.actions, strict=True)
            ),
        )
        for field in by_field(city, speech)
    )


def _sheet(ties: Ties, speech: Speech, action: Action, line: ActionLine) -> Sheet:
    impact, cost, decision = action.impact, action.cost, action.decision
    return Sheet(
        line=line,
        description=speech.say(action.description),
        kind=action.kind,
        levers=action.levers,
        scale=speech.say(action.scale),
        decision=DecisionLine(
            decision.status, speech.say(decision.body), decision.reference, day(decision.date)
        )
        if decision
        else None,
        milestones=tuple(
            MilestoneLine(speech.say(each.title), day(each.due), day(each.done)) for each in action.milestones
        ),
        impact_note=speech.say(impact.note) if impact else None,
        energy_saved=_stated(speech, impact.energy_saved if impact else None),
        renewable_energy=_stated(speech, impact.renewable_energy if impact else None),
        sinks=_stated(speech, impact.sinks if impact else None, co2=True),
        counted_in=tuple(speech.action(each) for each in impact.counted_in) if impact else (),
        enables=tuple(speech.action(each) for each in impact.enables) if impact else (),
        co_benefits=impact.co_benefits if impact else (),
        own_cost=_stated(speech, cost.own if cost else None),
        cost_per_year=_per_year(cost) if cost else (),
        cost_note=speech.say(cost.note) if cost else None,
        funding=tuple(funding_line(speech, action, each) for each in action.funding),
        indicators=tuple(_indicator(speech, each) for each in action.indicators),
        depends_on=tuple(speech.action(each) for each in action.depends_on),
        replicates=speech.action(action.replicates.source) if action.replicates else None,
        strategies=tuple(_strategy(speech, each) for each in action.strategies),
        sdgs=tuple(sorted(set(action.sdgs))),
        commitments=tuple(undertaking(speech, each) for each in ties.commitments_to(action.id)),
        deals=tuple(DealName(speech.say(each.title), each.state) for each in ties.deals_about(action.id)),
        extra=extras(speech, action.extra),
        note=speech.say(action.note),
        sources=speech.cited(action.sources),
    )


def _per_year(cost: Cost) -> tuple[tuple[int, Price], ...]:
    return tuple((year, price(spent)) for year, spent in sorted(cost.per_year.items()))


def _stated(speech: Speech, value: Stated, *, co2: bool = False) -> Figure | None:
    return None if value is None else speech.figure(value, co2=co2)


def funding_line(speech: Speech, action: Action, funding: Funding) -> FundingLine:
    """Return where money for an action comes from."""
    return FundingLine(
        action=speech.mention(action),
        source=speech.say(funding.source),
        by=speech.name(funding.by) if funding.by else None,
        amount=speech.figure(funding.amount),
        programme=funding.programme,
        status=funding.status,
    )


def undertaking(speech: Speech, commitment: Commitment) -> Undertaking:
    """Return what a stakeholder commits itself to."""
    investment = commitment.investment
    return Undertaking(
        by=speech.name(commitment.by),
        text=speech.say(commitment.text),
        deliverable=speech.say(commitment.deliverable),
        quantity=speech.figure(commitment.amount),
        due=day(commitment.due),
        every=times(commitment.every),
        status=commitment.status,
        done=day(commitment.done),
        kind=commitment.kind,
        reduction=speech.reduction(commitment.ghg, commitment.per),
        per=commitment.per,
        investment=speech.figure(investment.amount if investment else None),
        investment_year=investment.year if investment else None,
        note=speech.say(commitment.note),
        extra=extras(speech, commitment.extra),
        sources=speech.cited(commitment.sources),
    )


def _indicator(speech: Speech, indicator: str) -> Said:
    known = speech.city.indicator.get(indicator)
    return speech.say(known.name) if known else Said(indicator, speech.language)


def _strategy(speech: Speech, strategy: str) -> Said:
    record = speech.city.record
    titles = {each.id: each.title for each in record.strategies} if record else {}
    return speech.say(titles[strategy]) if strategy in titles else Said(strategy, speech.language)
