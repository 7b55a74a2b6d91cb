"""The deals of a city and whose signatures are outstanding."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.view.extras import ExtraLine, extras
from lgdkit.view.speech import Speech, day, times
from lgdkit.view.values import Day, Said, Times
from lgdkit.vocab.deal import CLOSED, IN_FORCE, STATES

Stage = Literal["in-force", "open", "closed"]


@dataclass(frozen=True, slots=True)
class DealLine:
    """A deal; `unsigned` names the parties whose signatures are outstanding."""

    title: Said
    parties: tuple[Said, ...]
    level: str
    state: str
    stage: Stage
    legal_status: str
    start: Day | None
    until: Day | None
    purpose: Said | None
    goals: tuple[Said, ...]
    commitments: int
    review: Times | None
    review_month: int | None
    reporting: Times | None
    reporting_to: Said | None
    adopted_by: Said | None
    adopted_reference: str | None
    adopted: Day | None
    signed: Day | None
    place: str | None
    unsigned: tuple[Said, ...]
    extra: tuple[ExtraLine, ...]
    note: Said | None
    sources: tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many deals are in a state."""

    state: str
    stage: Stage
    deals: int


def states_of(city: City) -> tuple[StateCount, ...]:
    """Return the states in which deals are, in the order in which a deal goes through them."""
    counts: Counter[str] = Counter(each.state for each in city.deals)
    stages: dict[str, Stage] = {each.state: stage_of(each) for each in city.deals}
    return tuple(StateCount(state, stages[state], counts[state]) for state in STATES if counts[state])


def deals(city: City, speech: Speech) -> tuple[DealLine, ...]:
    """Return every deal of the city."""
    return tuple(deal_line(city, speech, each) for each in city.deals)


def stage_of(deal: Deal) -> Stage:
    """Say whether a deal is in force, still to be signed, or over."""
    if deal.state in CLOSED:
        return "closed"
    return "in-force" if deal.state in IN_FORCE else "open"


def deal_line(city: City, speech: Speech, deal: Deal) -> DealLine:
    """Return a deal as the documents show it."""
    parties = tuple(speech.name(each) for each in deal.parties)
    stage = stage_of(deal)
    term, adopted, signed, reporting = deal.term, deal.adopted, deal.signed, deal.reporting
    review = term.review if term else None
    return DealLine(
        title=speech.say(deal.title),
        parties=parties,
        level=deal.level,
        state=deal.state,
        stage=stage,
        legal_status=deal.legal_status,
        start=day(term.start) if term else None,
        until=day(term.until) if term else None,
        purpose=speech.say(deal.purpose),
        goals=tuple(speech.say(each) for each in deal.goals),
        commitments=len(city.commitments_of(deal)),
        review=times(review.every) if review else None,
        review_month=review.month if review else None,
        reporting=times(reporting.every) if reporting else None,
        reporting_to=speech.say(reporting.to) if reporting else None,
        adopted_by=speech.say(adopted.body) if adopted else None,
        adopted_reference=adopted.reference if adopted else None,
        adopted=day(adopted.date) if adopted else None,
        signed=day(signed.date) if signed else None,
        place=signed.place if signed else None,
        unsigned=parties if stage == "open" else (),
        extra=extras(speech, deal.extra),
        note=speech.say(deal.note),
        sources=speech.cited(deal.sources),
    )
