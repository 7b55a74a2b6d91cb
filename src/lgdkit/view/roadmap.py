"""The roadmap: the city's way to its target, with everything that the deal is made of."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.agreements import DealLine, StateCount, deals, stage_of, states_of
from lgdkit.view.finance import Finance, finance
from lgdkit.view.gaps import Gaps, coverage_of, gaps_of
from lgdkit.view.measures import IndicatorLine, indicators
from lgdkit.view.partners import PartnerLine, partners
from lgdkit.view.pathway import Pathway, pathway
from lgdkit.view.pictures.money import money_pictures
from lgdkit.view.pictures.sheet import Document, Pictures
from lgdkit.view.pictures.states import states_pictures
from lgdkit.view.pictures.steps import steps_pictures
from lgdkit.view.pictures.timeline import timeline_pictures
from lgdkit.view.profile import (
    Governance,
    Profile,
    StrategyLine,
    TargetView,
    governance,
    profile,
    strategies,
    targets,
)
from lgdkit.view.sheets import FieldSheets, Undertaking, sheets_by_field, undertaking
from lgdkit.view.speech import ActionName, Speech, day, decision_of, speech_of
from lgdkit.view.timeline import Timeline, timeline
from lgdkit.view.totals import Reductions, reductions
from lgdkit.view.values import Day, Link, Said


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures that matter; cancelled actions are counted apart."""

    note: Said | None
    actions: int
    decided: int
    undecided: int
    cancelled: int
    stakeholders: int
    commitments: int
    deals_in_force: int
    deals_open: int
    deals_closed: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list at the end."""

    title: Said
    publisher: str | None
    date: Day | None
    link: Link | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class RoadmapPictures:
    """The pictures of the roadmap."""

    timeline: Pictures
    steps: Pictures
    money: Pictures
    states: Pictures


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The whole document."""

    city: Said
    has_undecided: bool
    """Whether an action is not decided yet, so that the disclaimer is printed."""
    summary: Summary
    profile: Profile
    targets: tuple[TargetView, ...]
    governance: Governance
    strategies: tuple[StrategyLine, ...]
    partners: tuple[PartnerLine, ...]
    fields: tuple[FieldSheets, ...]
    other_commitments: tuple[Undertaking, ...]
    """Commitments that belong to no action of the city."""
    timeline: Timeline
    pathway: Pathway
    reductions: Reductions
    finance: Finance
    indicators: tuple[IndicatorLine, ...]
    deals: tuple[DealLine, ...]
    deal_states: tuple[StateCount, ...]
    gaps: Gaps
    undecided: tuple[ActionName, ...]
    sources: tuple[SourceLine, ...]
    pictures: RoadmapPictures


def roadmap(city: City, language: str) -> Roadmap:
    """Draw up the roadmap of a city in one language."""
    speech = speech_of(city, language)
    fields = sheets_by_field(city, speech)
    groups = tuple(each.field for each in fields)
    sums = reductions(city, speech)
    undecided = tuple(
        speech.mention(each)
        for each in city.actions
        if each.status != "cancelled" and decision_of(each) != "decided"
    )
    path, money, states = pathway(city, speech, sums), finance(city, speech, groups), states_of(city)
    name = speech.proper(city.record.name) if city.record else Said("", language)
    document = Document("roadmap", name, language)
    return Roadmap(
        city=name,
        has_undecided=any(decision_of(each) != "decided" for each in city.actions),
        summary=_summary(city, speech, len(undecided)),
        profile=profile(city, speech),
        targets=targets(city, speech),
        governance=governance(city, speech),
        strategies=strategies(city, speech),
        partners=partners(city, speech),
        fields=fields,
        other_commitments=tuple(
            undertaking(speech, each) for each in city.commitments if each.action not in city.action
        ),
        timeline=timeline(city, speech),
        pathway=path,
        reductions=sums,
        finance=money,
        indicators=indicators(city, speech),
        deals=deals(city, speech),
        deal_states=states,
        gaps=gaps_of(city, speech, groups, coverage_of(city, speech)),
        undecided=undecided,
        sources=tuple(
            SourceLine(
                speech.proper(each.title),
                each.publisher,
                day(each.date),
                Link(each.url) if each.url else None,
                speech.say(each.note),
            )
            for each in city.sources
        ),
        pictures=RoadmapPictures(
            timeline=timeline_pictures(document, fields),
            steps=steps_pictures(document, path, additive=sums.additive),
            money=money_pictures(document, money),
            states=states_pictures(document, states),
        ),
    )


def _summary(city: City, speech: Speech, undecided: int) -> Summary:
    cancelled = sum(each.status == "cancelled" for each in city.actions)
    stages = [stage_of(each) for each in city.deals]
    return Summary(
        note=speech.say(city.record.note) if city.record else None,
        actions=len(city.actions) - cancelled,
        decided=len(city.actions) - cancelled - undecided,
        undecided=undecided,
        cancelled=cancelled,
        stakeholders=len(city.stakeholders),
        commitments=len(city.commitments),
        deals_in_force=stages.count("in-force"),
        deals_open=stages.count("open"),
        deals_closed=stages.count("closed"),
    )
