"""What is missing in the deal of a city, as a worksheet lists it."""

from collections.abc import Iterable, Sized
from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.gaps import Gaps, coverage_of, gaps_of
from lgdkit.view.portfolio import by_field
from lgdkit.view.speech import ActionName, Speech
from lgdkit.view.sprint import Group
from lgdkit.view.values import Said

MOST = 6
"""So many gaps of a kind stand in a worksheet; a table with more is not filled in."""


@dataclass(frozen=True, slots=True)
class GapList:
    """What is missing of one kind, by its code, as actions or else as names; `more` are left out of the list."""

    kind: str
    actions: tuple[ActionName, ...]
    names: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CityGaps:
    """What is missing in a city's deal."""

    city: Said
    known: bool
    """Whether the city's data is at hand."""
    gaps: tuple[GapList, ...]


def gaps_in(group: Group, name: str) -> CityGaps:
    """Return what is missing in the deal of a city, the most of each kind first come."""
    city = group.city(name)
    if city is None:
        return CityGaps(group.city_name(name), False, ())
    speech = group.speech_of(city)
    return CityGaps(group.city_name(name), True, listed(gaps_now(city, speech)))


def gaps_now(city: City, speech: Speech) -> Gaps:
    """Return all that is missing in a city's deal."""
    return gaps_of(city, speech, by_field(city, speech), coverage_of(city, speech))


def listed(gaps: Gaps) -> tuple[GapList, ...]:
    """Return what is missing, by kind, and of each kind no more than fit on a sheet."""
    actions = {
        "actions-without-lead": gaps.actions_without_lead,
        "actions-without-commitment": gaps.actions_without_commitment,
        "actions-without-figures": gaps.actions_without_figures,
    }
    named = {
        "fields-without-action": gaps.fields_without_action,
        "commitments-without-deal": gaps.commitments_without_deal,
        "stakeholders-without-commitment": gaps.stakeholders_without_commitment,
    }
    return (
        *(GapList(kind, each[:MOST], (), _over(each)) for kind, each in actions.items() if each),
        *(GapList(kind, (), each[:MOST], _over(each)) for kind, each in named.items() if each),
    )


def has_undecided(lists: Iterable[GapList]) -> bool:
    """Say whether an action among them is not decided yet, so that the disclaimer is printed."""
    return any(action.decision != "decided" for each in lists for action in each.actions)


def _over(names: Sized) -> int:
    return max(0, len(names) - MOST)
