"""The action inventory: who does what, where nobody does anything, who has no agreement."""

from dataclasses import dataclass
from typing import Any

from lgdkit.model.city import City
from lgdkit.view.portfolio import FieldActions, by_field, fields_of
from lgdkit.view.speech import Speech
from lgdkit.view.totals import Costs, Reductions, costs, reductions
from lgdkit.view.values import Said
from lgdkit.vocab.deal import CLOSED
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS
from lgdkit.vocab.stakeholder import RATINGS


@dataclass(frozen=True, slots=True)
class Column:
    """A field of action as a column of the matrix."""

    name: Said | None
    code: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What a stakeholder does in each field: leads, takes part, is committed."""

    stakeholder: Said
    kind: str
    cells: tuple[tuple[str, ...], ...]
    deals: int


@dataclass(frozen=True, slots=True)
class RatingRow:
    """Stakeholders of one influence, by their interest."""

    influence: str
    by_interest: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What serves one policy area of the European Green Deal."""

    area: str
    fields: tuple[Said, ...]
    actions: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing, each as the names of the records concerned; `any` says whether anything is."""

    any: bool
    fields_without_action: tuple[Said, ...]
    areas_without_action: tuple[str, ...]
    actions_without_lead: tuple[Said, ...]
    actions_without_commitment: tuple[Said, ...]
    actions_without_figures: tuple[Said, ...]
    stakeholders_without_commitment: tuple[Said, ...]
    stakeholders_without_deal: tuple[Said, ...]
    commitments_without_deal: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The whole document."""

    city: Said
    actions: int
    stakeholders: int
    commitments: int
    deals: int
    undecided: bool
    """Whether an action is not decided yet, so that the disclaimer is printed."""
    fields: tuple[FieldActions, ...]
    columns: tuple[Column, ...]
    matrix: tuple[MatrixRow, ...]
    ratings: tuple[RatingRow, ...]
    unrated: tuple[Said, ...]
    coverage: tuple[Coverage, ...]
    gaps: Gaps
    reductions: Reductions
    costs: Costs


def inventory(city: City, language: str) -> Inventory:
    """Draw up the inventory of a city in one language."""
    speech = Speech(city, language)
    fields = by_field(city, speech)
    coverage = _coverage(city, speech)
    return Inventory(
        city=speech.proper(city.record.name) if city.record else Said("", language),
        actions=len(city.actions),
        stakeholders=len(city.stakeholders),
        commitments=len(city.commitments),
        deals=len(city.deals),
        undecided=any(each.decision != "decided" for group in fields for each in group.actions),
        fields=fields,
        columns=tuple(Column(each.name, each.code) for each in fields if each.id),
        matrix=_matrix(city, speech),
        ratings=_ratings(city, speech),
        unrated=tuple(
            speech.proper(each.name) for each in city.stakeholders if not (each.influence and each.interest)
        ),
        coverage=coverage,
        gaps=_gaps(city, speech, fields, coverage),
        reductions=reductions(city, speech),
        costs=costs(city, speech),
    )


def _matrix(city: City, speech: Speech) -> tuple[MatrixRow, ...]:
    action = city.action
    rows = []
    for stakeholder in city.stakeholders:
        committed = {
            action[each.action].field for each in city.commitments if each.by == stakeholder.id and each.action in action
        }
        cells = []
        for field in fields_of(city):
            inside = [each for each in city.actions if each.field == field]
            roles = (
                ("lead", any(each.lead == stakeholder.id for each in inside)),
                ("partner", any(stakeholder.id in each.partners for each in inside)),
                ("commitment", field in committed),
            )
            cells.append(tuple(role for role, holds in roles if holds))
        deals = sum(stakeholder.id in each.parties and each.state not in CLOSED for each in city.deals)
        rows.append(MatrixRow(speech.proper(stakeholder.name), stakeholder.kind, tuple(cells), deals))
    return tuple(rows)


def _ratings(city: City, speech: Speech) -> tuple[RatingRow, ...]:
    def found(influence: str, interest: str) -> tuple[Said, ...]:
        return tuple(
            speech.proper(each.name)
            for each in city.stakeholders
            if each.influence == influence and each.interest == interest
        )

    return tuple(
        RatingRow(influence, tuple(found(influence, interest) for interest in RATINGS))
        for influence in reversed(RATINGS)
    )


def _coverage(city: City, speech: Speech) -> tuple[Coverage, ...]:
    fields = city.record.fields if city.record else ()
    found = []
    for area in GREEN_DEAL_AREAS:
        serving = [each for each in fields if area in each.green_deal]
        ids = {each.id for each in serving}
        actions = sum(each.field in ids and each.status != "cancelled" for each in city.actions)
        found.append(Coverage(area, tuple(speech.say(each.name) for each in serving), actions))
    return tuple(found)


def _gaps(
    city: City, speech: Speech, fields: tuple[FieldActions, ...], coverage: tuple[Coverage, ...]
) -> Gaps:
    live = [each for each in city.actions if each.status != "cancelled"]
    committed_actions = {each.action for each in city.commitments}
    committed = {each.by for each in city.commitments}
    in_deals = {party for deal in city.deals if deal.state not in CLOSED for party in deal.parties}
    covered = {each.id for deal in city.deals for each in city.commitments_of(deal)}
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found: dict[str, tuple[Any, ...]] = dict(  # noqa: C408 - read like the class below
        fields_without_action=tuple(each.name for each in fields if each.name and not each.actions),
        areas_without_action=tuple(each.area for each in coverage if not each.actions),
        actions_without_lead=tuple(speech.say(each.title) for each in live if each.lead is None),
        actions_without_commitment=tuple(speech.say(each.title) for each in live if each.id not in committed_actions),
        actions_without_figures=tuple(
            line.title
            for group in fields
            for line in group.actions
            if line.status != "cancelled" and line.reduction.state == "missing"
        ),
        stakeholders_without_commitment=tuple(speech.proper(each.name) for each in partners if each.id not in committed),
        stakeholders_without_deal=tuple(speech.proper(each.name) for each in partners if each.id not in in_deals),
        commitments_without_deal=tuple(speech.say(each.text) for each in city.commitments if each.id not in covered),
    )
    return Gaps(any(found.values()), **found)
