"""Commitments: one stakeholder, one action, its own figures. A deal is made of them."""

from pydantic import Field

from lgdkit.model.action import Year
from lgdkit.model.base import ActionRef, Cite, IndicatorRef, Many, Part, Record, StakeholderRef
from lgdkit.model.date import DateField
from lgdkit.model.extra import Extra
from lgdkit.model.money import StatedMoneyField
from lgdkit.model.quantity import StatedEmissionsField, StatedQuantityField
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.replica import OriginField, Question
from lgdkit.model.text import TextField
from lgdkit.vocab.action import Status
from lgdkit.vocab.deal import CommitmentKind
from lgdkit.vocab.period import ReductionBasis


class Investment(Part):
    """What the stakeholder puts in."""

    amount: StatedMoneyField = Field(description="How much.")
    year: Year | None = Field(None, description="In which year; the last one where it takes several.")


class Commitment(Record):
    """What one stakeholder undertakes for one action."""

    by: StakeholderRef = Field(description="The stakeholder that commits itself.")
    action: ActionRef | None = Field(None, description="The action that it contributes to.")
    text: TextField = Field(description="What it undertakes, in one or two sentences.")
    deliverable: TextField | None = Field(None, description="What the commitment delivers.")
    amount: StatedQuantityField | None = Field(None, description="How much of it: 500 flats/year.")
    due: DateField | None = Field(None, description="By when.")
    every: Recurrence | None = Field(None, description="Or how often: {times: 4, per: year}.")
    kind: CommitmentKind | None = Field(
        None,
        description="footprint: own emissions; handprint: others' emissions; heartprint: skills and minds.",
    )
    ghg: StatedEmissionsField | None = Field(None, description="Reduction in CO2 equivalents.")
    per: ReductionBasis = Field("year", description="The reduction is per year, or in total.")
    investment: Investment | None = Field(None, description="What it invests.")
    indicator: IndicatorRef | None = Field(None, description="The indicator that shows it.")
    status: Status = Field("not-started", description="How far it is.")
    done: DateField | None = Field(None, description="When it was fulfilled.")
    replicates: OriginField | None = Field(
        None, description="The commitment of another city that it takes over: espoo/heat-pumps."
    )
    questions: Many[Question] = Field((), description="What is still to be answered about it.")
    note: TextField | None = Field(None, description="A remark that is printed with it.")
    sources: Many[Cite] = Field((), description="Where it stands.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
