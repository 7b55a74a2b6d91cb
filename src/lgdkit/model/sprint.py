"""Sprints: meetings of several cities in one of them, where practices are exchanged and deals are drafted.

A sprint stands in the data of the city that is its host. It names organisations and roles, never persons.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from lgdkit.model.base import (
    ActionRef,
    Cite,
    CommitmentRef,
    DealRef,
    Id,
    LanguageCode,
    Many,
    Part,
    PracticeRef,
    ProperField,
    Record,
    StakeholderRef,
    Url,
)
from lgdkit.model.date import DateField
from lgdkit.model.extra import Extra
from lgdkit.model.text import TextField
from lgdkit.vocab.sprint import Focus, ParticipantKind, SessionKind

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Attendance(Part):
    """How many came, as far as it is known."""

    persons: int | None = Field(None, ge=1, description="How many persons, in total.")
    about: bool = Field(False, description="true where the number of persons is not exact.")
    countries: int | None = Field(None, ge=1, description="From how many countries.")
    source: Cite | None = Field(None, description="Where the figures stand.")


class Participant(Part):
    """An organisation that takes part, or several of one kind; no person."""

    organisation: StakeholderRef | None = Field(
        None, description="The stakeholder, by id; of another city: mannheim/starkmacher."
    )
    name: ProperField | None = Field(
        None, description="Its name where no city's data holds it; or what several have in common."
    )
    kind: ParticipantKind = Field(description="In which role it is there.")
    city: Id | None = Field(None, description="The id of the city that it is, or that it comes from.")
    organisations: int = Field(1, ge=1, description="How many organisations the entry stands for.")
    persons: int | None = Field(None, ge=1, description="How many persons it sends.")
    note: TextField | None = Field(None, description="A remark.")


class Session(Part):
    """A part of the programme; its kind says which worksheet it gets."""

    id: Id = Field(description="The id of the session; it names the file of its worksheet.")
    title: TextField = Field(description="What it is called.")
    kind: SessionKind = Field(description="What is done in it.")
    day: DateField | None = Field(None, description="On which day.")
    start: Clock | None = Field(None, description="When it begins: 09:30.")
    end: Clock | None = Field(None, description="When it ends: 11:00.")
    question: TextField | None = Field(None, description="The question that it is to answer.")
    practices: Many[PracticeRef] = Field((), description="Practices that are looked at in it.")
    note: TextField | None = Field(None, description="A remark that the agenda prints.")


class SiteVisit(Part):
    """A place that was visited."""

    title: TextField = Field(description="What was visited.")
    organisation: StakeholderRef | None = Field(None, description="The stakeholder that was visited.")
    day: DateField | None = Field(None, description="On which day.")
    text: TextField | None = Field(None, description="What there was to see.")


class Presented(Part):
    """A practice that was presented: one of the data, or one that no city's data holds."""

    practice: PracticeRef | None = Field(None, description="The practice, by id: mannheim/success-board.")
    title: TextField | None = Field(None, description="Its title where no data holds it.")
    by: ProperField | None = Field(None, description="Who presented it: a city or an organisation.")
    day: DateField | None = Field(None, description="On which day.")
    website: Url | None = Field(None, description="Its web page.")


def _presented(raw: object) -> object:
    return {"practice": raw} if isinstance(raw, str) else raw


PresentedField = Annotated[
    Presented, BeforeValidator(_presented, json_schema_input_type=PracticeRef | Presented)
]


class Challenge(Part):
    """A challenge that a city, or all of them, have in common."""

    text: TextField = Field(description="The challenge.")
    city: Id | None = Field(None, description="The id of the city that has it; default: all.")


class Idea(Part):
    """An idea, looked at in three ways: dreamer, realist, critic."""

    text: TextField = Field(description="The idea.")
    city: Id | None = Field(None, description="The id of the city that it is for; default: all.")
    dreamer: TextField | None = Field(None, description="What it could become, if all went well.")
    realist: TextField | None = Field(None, description="How it could work: who, with what, by when.")
    critic: TextField | None = Field(None, description="What speaks against it, and what it lacks.")
    outcome: TextField | None = Field(None, description="What became of it.")


class Learning(Part):
    """What somebody takes home."""

    text: TextField = Field(description="What was learnt.")
    city: Id | None = Field(None, description="The id of the city that learnt it; default: all.")


class NextStep(Part):
    """What a city does next: who, and by when."""

    text: TextField = Field(description="What is to be done.")
    city: Id = Field(description="The id of the city whose step it is.")
    by: StakeholderRef | None = Field(None, description="The stakeholder that does it.")
    role: TextField | None = Field(None, description="Or the unit or role; no name of a person.")
    due: DateField | None = Field(None, description="By when.")
    done: DateField | None = Field(None, description="When it was done.")
    note: TextField | None = Field(None, description="A remark, such as why it has no date.")


class Outcomes(Part):
    """What came out of the sprint, in the data of any of the cities."""

    text: TextField | None = Field(None, description="In a few sentences: the effect on roadmaps and deals.")
    actions: Many[ActionRef] = Field((), description="Actions: espoo/clean-heat.")
    commitments: Many[CommitmentRef] = Field((), description="Commitments.")
    deals: Many[DealRef] = Field((), description="Deals.")


class Sprint(Record):
    """A knowledge-exchange sprint; the city whose data holds it is the host."""

    title: TextField = Field(description="What it is called.")
    start: DateField | None = Field(None, description="Its first day.")
    end: DateField | None = Field(None, description="Its last day.")
    venue: TextField | None = Field(None, description="Where it is held.")
    languages: Many[LanguageCode] = Field((), description="Languages of its papers; default: the city's.")
    theme: TextField | None = Field(None, description="What it is about.")
    question: TextField | None = Field(None, description="The question that it is to answer.")
    focus: Many[Focus] = Field(
        (),
        description="What it works on: exchange of practices, roadmap, agreement; each has its worksheets.",
    )
    cities: Many[Id] = Field((), description="Ids of the other cities of the group that take part.")
    attendance: Attendance | None = Field(None, description="How many came.")
    participants: Many[Participant] = Field((), description="Organisations that take part; no persons.")
    sessions: Many[Session] = Field((), description="The programme, in its order.")
    site_visits: Many[SiteVisit] = Field((), description="Places that were visited.")
    practices: Many[PresentedField] = Field((), description="Practices that were presented.")
    challenges: Many[Challenge] = Field((), description="Challenges that were named.")
    ideas: Many[Idea] = Field((), description="Ideas, each looked at in three ways.")
    learnings: Many[Learning] = Field((), description="What was learnt.")
    next_steps: Many[NextStep] = Field((), description="What each city does next.")
    outcomes: Outcomes | None = Field(None, description="What came out of it.")
    note: TextField | None = Field(None, description="A remark, such as what is not known of it.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
