"""The comparison as data: a row a city, with codes and plain numbers that programs can rely on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lgdkit.view.comparison import CityLine, Comparison
from lgdkit.view.per_head import PerHead
from lgdkit.view.standing import Counts, Standing


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One city; counts by code are written as code=number."""

    city: str
    name: str
    country: str
    population: int | None
    population_year: int | None
    actions: int
    actions_decided: int
    partners: int
    commitments: int
    commitments_quantified: int
    deals: int
    deals_by_state: tuple[str, ...]
    deals_by_level: tuple[str, ...]
    deals_by_partner: tuple[str, ...]
    actions_by_field: tuple[str, ...]
    actions_by_area: tuple[str, ...]
    partners_by_kind: tuple[str, ...]
    commitments_by_kind: tuple[str, ...]
    boundary: str
    scopes: tuple[str, ...]
    method: str
    people: int | None
    people_year: int | None
    people_within_boundary: bool
    emissions_year: int | None
    emissions_tonnes_per_head: Decimal | None
    reductions_additive: bool
    reduction_decided_tonnes_per_head: Decimal | None
    reduction_all_tonnes_per_head: Decimal | None
    actions_without_figure: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that cities lack, and what others have of it."""

    kind: str
    code: str
    cities: tuple[str, ...]
    offers: tuple[dict[str, object], ...]


def group_rows(cities: Sequence[Standing], shown: Comparison) -> tuple[GroupRow, ...]:
    """Return a row for each city."""
    lines = zip(cities, shown.cities, shown.per_head, strict=True)
    return tuple(_row(*each) for each in lines)


def gap_rows(shown: Comparison) -> tuple[GapRow, ...]:
    """Return a row for each gap."""
    return tuple(
        GapRow(
            gap.kind,
            gap.code,
            gap.ids,
            tuple(
                {
                    "record": each.record,
                    "title": each.title.text,
                    "kind": each.kind,
                    "state": each.state or None,
                    "commitments": each.commitments,
                    "quantified": each.quantified,
                }
                for each in gap.offers
            ),
        )
        for gap in shown.gaps
    )


def _row(city: Standing, line: CityLine, head: PerHead) -> GroupRow:
    return GroupRow(
        city=city.id,
        name=line.name.text,
        country=city.country,
        population=city.population,
        population_year=city.population_year,
        actions=city.actions,
        actions_decided=city.decided,
        partners=city.stakeholders,
        commitments=city.commitments,
        commitments_quantified=city.quantified,
        deals=city.deals,
        deals_by_state=_codes(city.states),
        deals_by_level=_codes(city.levels),
        deals_by_partner=_codes(city.partners),
        actions_by_field=_codes(city.fields),
        actions_by_area=_codes(city.areas),
        partners_by_kind=_codes(city.kinds),
        commitments_by_kind=_codes(city.committed),
        boundary=head.boundary.text if head.boundary else "",
        scopes=tuple(map(str, head.scopes)),
        method=head.method,
        people=int(head.people) if head.people is not None else None,
        people_year=head.people_year,
        people_within_boundary=head.within,
        emissions_year=head.year,
        emissions_tonnes_per_head=head.emissions.value if head.emissions else None,
        reductions_additive=head.additive,
        reduction_decided_tonnes_per_head=head.decided.value if head.decided else None,
        reduction_all_tonnes_per_head=head.together.value if head.together else None,
        actions_without_figure=head.left_out,
    )


def _codes(counts: Counts) -> tuple[str, ...]:
    return tuple(f"{code}={count}" for code, count in counts)
