"""The worksheets of a sprint, prefilled with what the cities' data says and what is missing in it."""

from dataclasses import dataclass

from lgdkit.model.sprint import Session
from lgdkit.view.agreement_sheet import PartnerLine, partner_lines
from lgdkit.view.city_gaps import CityGaps, GapList, gaps_in, gaps_now, has_undecided, listed
from lgdkit.view.next_steps import CitySteps, steps
from lgdkit.view.portfolio import by_field
from lgdkit.view.practice import PracticeSheet, practice_of, practice_sheet
from lgdkit.view.speech import day
from lgdkit.view.sprint import Group, SprintHead, sprint_head
from lgdkit.view.values import Day, Said

SHEETS = frozenset({"practice", "challenge", "ideas", "views", "roadmap", "agreement", "next-steps"})
"""Kinds of session that have a worksheet."""


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """An idea, with what was said of it so far."""

    text: Said
    city: Said | None
    dreamer: Said | None
    realist: Said | None
    critic: Said | None
    outcome: Said | None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The sheet of one session; what its kind does not need is empty."""

    sprint: SprintHead
    title: Said
    kind: str
    day: Day | None
    begins: str | None
    ends: str | None
    question: Said | None
    practices: tuple[PracticeSheet, ...]
    gaps: tuple[CityGaps, ...]
    undecided: bool
    """Whether an action that is named is not decided yet, so that the disclaimer is printed."""
    challenges: tuple[Said, ...]
    ideas: tuple[IdeaLine, ...]
    partners: tuple[PartnerLine, ...]
    steps: tuple[CitySteps, ...]


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many actions, commitments and deals a field of action has."""

    name: Said | None
    code: str | None
    actions: int
    commitments: int


@dataclass(frozen=True, slots=True)
class RoadmapSheet:
    """The sheet on which a city works on its roadmap."""

    sprint: SprintHead
    city: Said
    fields: tuple[FieldCount, ...]
    gaps: tuple[GapList, ...]
    undecided: bool
    practices: tuple[PracticeSheet, ...]
    """Practices of the other cities, in full."""


def ideas(group: Group) -> tuple[IdeaLine, ...]:
    """Return the ideas with what was said of them."""
    say = group.speech.say
    return tuple(
        IdeaLine(
            say(each.text),
            group.city_name(each.city) if each.city else None,
            say(each.dreamer),
            say(each.realist),
            say(each.critic),
            say(each.outcome),
        )
        for each in group.sprint.ideas
    )


def worksheet(group: Group, session: Session) -> Worksheet | None:
    """Return the sheet of a session, or None where its kind has none."""
    if session.kind not in SHEETS:
        return None
    say, kind = group.speech.say, session.kind
    sheets = (practice_sheet(group, each) for each in session.practices)
    found = tuple(each for each in sheets if each)
    gaps = tuple(gaps_in(group, each) for each in group.cities) if kind in ("challenge", "roadmap") else ()
    return Worksheet(
        sprint=sprint_head(group),
        title=say(session.title),
        kind=kind,
        day=day(session.day),
        begins=session.start,
        ends=session.end,
        question=say(session.question),
        practices=found,
        gaps=gaps,
        undecided=any(has_undecided(each.gaps) for each in gaps),
        challenges=tuple(say(each.text) for each in group.sprint.challenges)
        if kind in ("challenge", "ideas")
        else (),
        ideas=ideas(group) if kind in ("ideas", "views") else (),
        partners=tuple(partner_lines(group)) if kind == "agreement" else (),
        steps=steps(group) if kind == "next-steps" else (),
    )


def roadmap_sheet(group: Group, name: str) -> RoadmapSheet | None:
    """Return the sheet of a city on its roadmap; None where its data is not at hand."""
    city = group.city(name)
    if city is None:
        return None
    speech = group.speech_of(city)
    fields, gaps = by_field(city, speech), listed(gaps_now(city, speech))
    others = [(each, group.city(each)) for each in group.cities if each != name]
    return RoadmapSheet(
        sprint=sprint_head(group),
        city=group.city_name(name),
        fields=tuple(
            FieldCount(
                each.name, each.code, len(each.actions), sum(line.commitments for line in each.actions)
            )
            for each in fields
        ),
        gaps=gaps,
        undecided=has_undecided(gaps),
        practices=tuple(
            practice_of(group, other, each) for _, other in others if other for each in other.practices
        ),
    )
