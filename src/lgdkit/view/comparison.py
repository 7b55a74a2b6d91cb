"""The comparison of cities: what the group's document shows, in one language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

from lgdkit.model.text import Text
from lgdkit.model.workspace import Workspace
from lgdkit.view.offers import Gap, gaps
from lgdkit.view.per_head import PerHead, comparable, per_head
from lgdkit.view.said import proper, said
from lgdkit.view.standing import Counts, Measured, Standing
from lgdkit.view.values import Amount, Percent, Said
from lgdkit.vocab.deal import DealState, Level
from lgdkit.vocab.field_of_action import FIELDS
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS
from lgdkit.vocab.stakeholder import SOCIAL_ECONOMY, StakeholderKind

MOST_COLUMNS = 6
"""So many cities get a column each; of more, the tables say how many have something."""


@dataclass(frozen=True, slots=True)
class CityLine:
    """What the overview says of a city."""

    name: Said
    country: str
    population: Decimal | None
    population_year: int | None
    actions: int
    decided: int
    stakeholders: int
    commitments: int
    quantified: int
    quantified_share: Percent | None
    deals: int


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A city or an organisation without data."""

    name: Said
    country: str
    note: Said | None


@dataclass(frozen=True, slots=True)
class Row:
    """How often a code occurs: in each city where there are few, and over all."""

    code: str
    cells: tuple[int, ...]
    cities: int
    total: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole, in one city: how many of how many."""

    part: int
    whole: int
    share: Percent | None


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of small enterprises and of the social economy in one city."""

    name: Said
    sme_stakeholders: Share
    sme_commitments: Share
    social_stakeholders: Share
    social_commitments: Share


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator in one city."""

    city: Said
    name: Said
    value: Amount | None
    at: str
    target: Amount | None
    target_year: int | None


@dataclass(frozen=True, slots=True)
class Common:
    """An indicator that several cities have."""

    name: Said
    unit: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole document."""

    name: Said | None
    note: Said | None
    cities: tuple[CityLine, ...]
    observers: tuple[Onlooker, ...]
    in_columns: bool
    """Whether each city has a column of its own."""
    columns: tuple[Said, ...]
    fields: tuple[Row, ...]
    areas: tuple[Row, ...]
    states: tuple[Row, ...]
    levels: tuple[Row, ...]
    partners: tuple[Row, ...]
    per_head: tuple[PerHead, ...]
    comparable: bool
    """Whether all figures per head have one boundary."""
    common: tuple[Common, ...]
    shares: tuple[Shares, ...]
    gaps: tuple[Gap, ...]


def comparison(cities: Sequence[Standing], workspace: Workspace | None, language: str) -> Comparison:
    """Compare cities.

    Args:
        cities: how each stands, in the order of the document.
        workspace: what `lgd.yaml` says of the group; None for cities that only lie side by side.
        language: the language of the document.
    """
    first = workspace.languages[0] if workspace else language
    in_columns = len(cities) <= MOST_COLUMNS

    def rows(
        codes: Iterable[str], counts: Callable[[Standing], Counts], *, empty: bool = True
    ) -> tuple[Row, ...]:
        held = [dict(counts(each)) for each in cities]
        found = (_row(code, [each.get(code, 0) for each in held], in_columns) for code in codes)
        return tuple(each for each in found if empty or each.total)

    lines = tuple(per_head(each, language) for each in cities)
    return Comparison(
        name=proper(workspace.name, language, first) if workspace else None,
        note=said(workspace.note, language, first) if workspace and workspace.note else None,
        cities=tuple(_line(each, language) for each in cities),
        observers=tuple(_onlookers(workspace, language, first)),
        in_columns=in_columns,
        columns=tuple(_name(each, language) for each in cities) if in_columns else (),
        fields=rows(FIELDS, lambda each: each.fields),
        areas=rows(GREEN_DEAL_AREAS, lambda each: each.areas),
        states=rows(get_args(DealState), lambda each: each.states, empty=False),
        levels=rows(get_args(Level), lambda each: each.levels),
        partners=rows(get_args(StakeholderKind), lambda each: each.partners, empty=False),
        per_head=lines,
        comparable=comparable(cities),
        common=tuple(_common(cities, language)),
        shares=tuple(_shares(each, language) for each in cities),
        gaps=gaps(cities, language),
    )


def _name(city: Standing, language: str) -> Said:
    return proper(city.name, language, city.first)


def _onlookers(workspace: Workspace | None, language: str, first: str) -> Iterable[Onlooker]:
    for each in workspace.observers if workspace else ():
        note: Text | None = each.note
        yield Onlooker(
            proper(each.name, language, first),
            each.country or "",
            said(note, language, first) if note else None,
        )


def _line(city: Standing, language: str) -> CityLine:
    return CityLine(
        name=_name(city, language),
        country=city.country,
        population=Decimal(city.population) if city.population else None,
        population_year=city.population_year,
        actions=city.actions,
        decided=city.decided,
        stakeholders=city.stakeholders,
        commitments=city.commitments,
        quantified=city.quantified,
        quantified_share=_percent(city.quantified, city.commitments),
        deals=city.deals,
    )


def _row(code: str, cells: list[int], in_columns: bool) -> Row:
    return Row(code, tuple(cells) if in_columns else (), sum(map(bool, cells)), sum(cells))


def _percent(part: int, whole: int) -> Percent | None:
    if not whole:
        return None
    return Percent((Decimal(part) * 100 / whole).quantize(Decimal(1), ROUND_HALF_UP))


def _shares(city: Standing, language: str) -> Shares:
    def share(counts: Counts, codes: frozenset[str]) -> Share:
        whole = sum(count for _, count in counts)
        part = sum(count for code, count in counts if code in codes)
        return Share(part, whole, _percent(part, whole))

    small = frozenset({"sme"})
    return Shares(
        _name(city, language),
        share(city.kinds, small),
        share(city.committed, small),
        share(city.kinds, SOCIAL_ECONOMY),
        share(city.committed, SOCIAL_ECONOMY),
    )


def _common(cities: Sequence[Standing], language: str) -> Iterable[Common]:
    """Give the indicators that at least two cities have, in the order of their keys."""
    having: dict[str, list[tuple[Standing, Measured]]] = {}
    for city in cities:
        for each in city.indicators:
            having.setdefault(f"{each.key} {each.unit}", []).append((city, each))
    for key in sorted(having):
        found = having[key]
        if len({city.id for city, _ in found}) < 2:
            continue
        city, one = found[0]
        values = tuple(_value(*each, language) for each in found[:MOST_COLUMNS])
        yield Common(said(one.name, language, city.first), one.unit, values)


def _value(city: Standing, one: Measured, language: str) -> Value:
    return Value(
        city=_name(city, language),
        name=said(one.name, language, city.first),
        value=Amount(one.value, one.unit) if one.value is not None else None,
        at=one.at,
        target=Amount(one.target, one.unit) if one.target is not None else None,
        target_year=one.target_year,
    )
