"""Actions: what is done for the city's targets."""

from typing import Annotated

from pydantic import Field

from lgdkit.model.base import (
    ActionRef,
    Cite,
    FieldRef,
    IndicatorRef,
    Many,
    Part,
    Record,
    StakeholderRef,
    StrategyRef,
)
from lgdkit.model.date import DateField
from lgdkit.model.extra import Extra
from lgdkit.model.money import MoneyField, StatedMoneyField
from lgdkit.model.quantity import StatedEmissionsField, StatedEnergyField
from lgdkit.model.replica import OriginField, Question
from lgdkit.model.text import TextField
from lgdkit.vocab.action import ActionKind, CoBenefit, DecisionStatus, FundingStatus, Lever, Status
from lgdkit.vocab.period import ReductionBasis

Year = Annotated[int, Field(ge=1900, le=2199)]
Sdg = Annotated[int, Field(ge=1, le=17)]


class Decision(Part):
    """How far the decision on an action has come."""

    status: DecisionStatus = Field(
        description="proposed, agreed (among those involved) or decided (by the body)."
    )
    body: TextField | None = Field(None, description="The body that decides.")
    reference: str | None = Field(None, description="The number of the decision.")
    date: DateField | None = Field(None, description="When it was taken.")


class Milestone(Part):
    """A step that can be seen to be reached."""

    title: TextField = Field(description="What is reached.")
    due: DateField | None = Field(None, description="When it is due.")
    done: DateField | None = Field(None, description="When it was reached.")


class Impact(Part):
    """What the action brings; a figure, or the reason why there is none."""

    ghg: StatedEmissionsField | None = Field(
        None,
        description="Reduction in CO2 equivalents, as a whole or by source sector.",
    )
    per: ReductionBasis = Field(
        "year", description="per year at the end of the action, or in total over its duration."
    )
    energy_saved: StatedEnergyField | None = Field(None, description="Energy saved: 80 GWh/year.")
    renewable_energy: StatedEnergyField | None = Field(
        None, description="Renewable energy generated or power installed."
    )
    sinks: StatedEmissionsField | None = Field(
        None, description="Emissions taken up by natural or technical sinks."
    )
    counted_in: Many[ActionRef] = Field(
        (), description="Actions that already count this reduction: no total adds it a second time."
    )
    enables: Many[ActionRef] = Field(
        (), description="Actions that this one makes possible; it has no reduction of its own."
    )
    co_benefits: Many[CoBenefit] = Field((), description="What else it is good for.")
    note: TextField | None = Field(None, description="What the figure is measured against, and how.")


class Cost(Part):
    """What the action costs."""

    total: StatedMoneyField | None = Field(None, description="In total over its duration.")
    own: StatedMoneyField | None = Field(None, description="The city's own share.")
    per_year: dict[Year, MoneyField] = Field(default_factory=dict, description="By year: {2025: 5 MSEK}.")
    note: TextField | None = Field(None, description="What the figure covers.")


class Funding(Part):
    """Where money comes from."""

    source: TextField = Field(description="Who pays, or from what.")
    by: StakeholderRef | None = Field(None, description="The stakeholder that pays, if it is one of them.")
    amount: StatedMoneyField | None = Field(None, description="How much.")
    programme: str | None = Field(None, description="The programme it comes from.")
    status: FundingStatus | None = Field(None, description="planned, applied, granted, rejected.")


class Action(Record):
    """One action of the city's portfolio."""

    title: TextField = Field(description="A short name that says what is done.")
    description: TextField | None = Field(None, description="What is done, in a few sentences.")
    field: FieldRef | None = Field(
        None, description="One of the city's fields of action, or a shared code where the city names none."
    )
    kind: ActionKind | None = Field(None, description="The kind of intervention.")
    levers: Many[Lever] = Field((), description="Systemic levers that it pulls.")
    scale: TextField | None = Field(None, description="Scale, and whom it addresses.")
    lead: StakeholderRef | None = Field(None, description="The stakeholder in charge.")
    partners: Many[StakeholderRef] = Field((), description="Stakeholders that take part.")
    start: DateField | None = Field(None, description="When it starts.")
    end: DateField | None = Field(None, description="When it ends.")
    status: Status = Field("not-started", description="How far it is; late is worked out from the dates.")
    decision: Decision | None = Field(None, description="Whether it is decided, by whom, under what number.")
    milestones: Many[Milestone] = Field((), description="Steps that can be seen to be reached.")
    impact: Impact | None = Field(None, description="What it brings.")
    cost: Cost | None = Field(None, description="What it costs.")
    funding: Many[Funding] = Field((), description="Who pays.")
    indicators: Many[IndicatorRef] = Field((), description="Indicators that show its effect.")
    depends_on: Many[ActionRef] = Field((), description="Actions that must come first.")
    replicates: OriginField | None = Field(
        None, description="The action of another city that it takes over: espoo/m2."
    )
    questions: Many[Question] = Field((), description="What is still to be answered about it.")
    strategies: Many[StrategyRef] = Field((), description="Strategies of the city that it carries out.")
    sdgs: Many[Sdg] = Field((), description="Sustainable Development Goals it serves, by number.")
    note: TextField | None = Field(None, description="A remark that is printed with it.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
