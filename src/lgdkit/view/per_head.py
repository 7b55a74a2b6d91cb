"""Emissions and reductions per head, each with the boundary without which it means nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lgdkit.view.said import proper, said
from lgdkit.view.standing import Emissions, Standing
from lgdkit.view.values import Amount, Percent, Said

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PerHead:
    """What one city emits and reduces per head; None where the data does not give it."""

    name: Said
    boundary: Said | None
    scopes: tuple[int, ...]
    method: str
    people: Decimal | None
    people_year: int | None
    within: bool
    """Whether so many people live within the boundary; else they are the inhabitants of the city."""
    per_person: bool
    """Whether the source gives the emissions per person."""
    year: int | None
    emissions: Amount | None
    goal: Percent | None
    goal_year: int | None
    goal_of_latest: bool
    additive: bool
    why_not: Said | None
    decided: Amount | None
    together: Amount | None
    left_out: int


def per_head(city: Standing, language: str) -> PerHead:
    """Return what a city emits and reduces per head."""
    given = city.emissions
    people = given.people if given else city.population

    def each(tonnes: Decimal | None, over: int | None = people) -> Amount | None:
        if tonnes is None or not over:
            return None
        return Amount((tonnes / over).quantize(_HUNDREDTH, ROUND_HALF_UP), "t", per_year=True, co2=True)

    return PerHead(
        name=proper(city.name, language, city.first),
        boundary=said(given.boundary, language, city.first) if given and given.boundary else None,
        scopes=given.scopes if given else (),
        method=given.method if given else "",
        people=Decimal(people) if people else None,
        people_year=given.people_year if given else city.population_year,
        within=bool(given and given.within),
        year=given.year if given else None,
        per_person=bool(given and given.per_person),
        emissions=each(given.tonnes, 1 if given.per_person else people) if given else None,
        goal=Percent(given.goal) if given and given.goal is not None else None,
        goal_year=given.goal_year if given else None,
        goal_of_latest=bool(given and given.goal_of == "latest"),
        additive=city.additive,
        why_not=said(city.why_not, language, city.first) if city.why_not else None,
        decided=each(city.reduction_decided),
        together=each(city.reduction_all),
        left_out=city.reductions_left_out,
    )


def comparable(cities: Sequence[Standing]) -> bool:
    """Say whether the emissions of all cities are about one boundary, by the same scopes and method."""
    return len({_boundary(each.emissions) for each in cities}) <= 1


def _boundary(given: Emissions | None) -> object:
    """Return what has to be the same for two figures to be compared; of an unknown one, the figure itself."""
    if given is None or given.boundary is None or not given.scopes or not given.method:
        return given
    words = given.boundary.plain or {code: each.text for code, each in given.boundary.wordings}.get("en")
    return words or given, given.scopes, given.method.casefold()
