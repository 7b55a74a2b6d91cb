"""The values that documents are made of; nothing here knows how it will look."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


class Shared:
    """A part that is drawn up once and stands in several documents of a run."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A text from the data, in the language of the document or, where it is missing there, in another."""

    text: str
    language: str
    foreign: bool = False
    origin: str | None = None
    stale: bool = False
    """Whether the text that this was translated from was changed afterwards."""
    to_be_found: bool = False
    """Whether it names the role of somebody who is still to be found."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date with the precision at which it is known."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its unit; `co2` where it is greenhouse gases in CO2 equivalents."""

    value: Decimal
    unit: str
    per_year: bool = False
    co2: bool = False
    per_person: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money in the currency's own unit."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a hundred."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class SectorPart:
    """The part of a figure that falls to one source sector."""

    sector: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or what the data says instead of one; a blank is a state of its own and never 0."""

    state: Literal["given", "not-applicable", "not-quantified", "missing"]
    amount: Amount | Price | None = None
    reason: Said | None = None
    by_sector: tuple[SectorPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Times:
    """So many times in each period."""

    times: int
    per: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another: what both have in common, the month and the year, is said once."""

    start: Day
    end: Day


@dataclass(frozen=True, slots=True)
class Joined:
    """Texts with commas between them; each is made safe before, so that none reaches over its comma."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, which becomes a link."""

    url: str
