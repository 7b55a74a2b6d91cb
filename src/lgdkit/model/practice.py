"""Practices: what a city did that another one may learn from.

The fields are those of the good-practice sheets of the Urban Agenda's platform Portico: challenge, what was
done, strong points, results, enabling conditions, tips for transfer.
"""

from pydantic import Field

from lgdkit.model.base import (
    ActionRef,
    Cite,
    CommitmentRef,
    DealRef,
    FieldRef,
    Many,
    Part,
    Record,
    StakeholderRef,
    StrategyRef,
    Url,
)
from lgdkit.model.date import DateField
from lgdkit.model.extra import Extra
from lgdkit.model.quantity import StatedQuantityField
from lgdkit.model.text import TextField


class Result(Part):
    """What came of a practice: a figure, or the reason why there is none."""

    text: TextField = Field(description="What came of it.")
    amount: StatedQuantityField | None = Field(
        None, description="The figure with its unit: 163 deals; or the reason why there is none."
    )
    date: DateField | None = Field(None, description="The day or year that the figure is of.")
    source: Cite | None = Field(None, description="Where the figure stands.")


class Practice(Record):
    """Something that was done and that others may take over."""

    title: TextField = Field(description="A short name that says what it is.")
    field: FieldRef | None = Field(
        None, description="One of the city's fields of action, or a shared code where the city names none."
    )
    challenge: TextField | None = Field(None, description="What it is an answer to.")
    approach: TextField | None = Field(None, description="What was done, in a few sentences.")
    start: DateField | None = Field(None, description="Since when.")
    end: DateField | None = Field(None, description="Until when; left out while it goes on.")
    stakeholders: Many[StakeholderRef] = Field((), description="Who carries it.")
    strong_points: Many[TextField] = Field((), description="What is good about it.")
    results: Many[Result] = Field((), description="What came of it, with figures or the reason for none.")
    enabling_conditions: Many[TextField] = Field((), description="What must be in place for it to work.")
    did_not_work: Many[TextField] = Field((), description="What did not work, or was difficult.")
    transfer_tips: Many[TextField] = Field((), description="What another city should mind.")
    strategies: Many[StrategyRef] = Field((), description="Strategies of the city that it carries out.")
    actions: Many[ActionRef] = Field((), description="Actions that it belongs to.")
    commitments: Many[CommitmentRef] = Field((), description="Commitments that it belongs to.")
    deals: Many[DealRef] = Field((), description="Deals that it belongs to.")
    website: Url | None = Field(None, description="Its web page.")
    note: TextField | None = Field(None, description="A remark, such as what is not known of it.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
