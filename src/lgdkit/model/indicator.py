"""Indicators: how one sees whether it works."""

from pydantic import Field

from lgdkit.model.action import Year
from lgdkit.model.base import Cite, Many, Part, Record, TermRef
from lgdkit.model.date import DateField
from lgdkit.model.extra import Extra
from lgdkit.model.number import NumberField
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.text import TextField
from lgdkit.vocab.indicator import DataLevel, Direction


class YearValue(Part):
    """A value of one year."""

    year: Year = Field(description="The year.")
    value: NumberField = Field(description="The value, in the indicator's unit.")


class DatedValue(Part):
    """A value that was measured."""

    date: DateField = Field(description="When it was measured.")
    value: NumberField = Field(description="The value, in the indicator's unit.")
    source: Cite | None = Field(None, description="Where it stands.")


class DataSource(Part):
    """Where the indicator's data comes from."""

    text: TextField | None = Field(None, description="The source in words.")
    collected: Recurrence | None = Field(None, description="How often the data is collected.")
    level: DataLevel | None = Field(None, description="local, regional or national data.")


class Indicator(Record):
    """An indicator, its baseline, targets and values."""

    name: TextField = Field(description="What is measured.")
    uses: TermRef | None = Field(
        None,
        description="The term of a shared vocabulary that it stands for.",
        examples=["alliance/ghg-per-head"],
    )
    unit: str = Field(min_length=1, max_length=40, description="The unit of its values: km/person/day, %.")
    definition: TextField | None = Field(None, description="What exactly is measured.")
    calculation: TextField | None = Field(None, description="How it is worked out.")
    direction: Direction | None = Field(None, description="Which way it should move: up, down, steady.")
    baseline: YearValue | None = Field(None, description="The value it starts from.")
    targets: Many[YearValue] = Field((), description="Values to be reached.")
    values: Many[DatedValue] = Field((), description="Values measured so far.")
    source: DataSource | None = Field(None, description="Where its data comes from.")
    note: TextField | None = Field(None, description="A remark that is printed with it.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
