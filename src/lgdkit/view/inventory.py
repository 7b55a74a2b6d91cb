"""The action inventory: who does what, where nobody does anything, who has no agreement."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.gaps import Coverage, Gaps, coverage_of, gaps_of
from lgdkit.view.portfolio import FieldActions, by_field, fields_of
from lgdkit.view.speech import Speech
from lgdkit.view.totals import Costs, Reductions, costs, reductions
from lgdkit.view.values import Said
from lgdkit.vocab.deal import CLOSED
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
    coverage = coverage_of(city, speech)
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
        gaps=gaps_of(city, speech, fields, coverage),
        reductions=reductions(city, speech),
        costs=costs(city, speech),
    )


def _matrix(city: City, speech: Speech) -> tuple[MatrixRow, ...]:
    action = city.action
    rows = []
    for stakeholder in city.stakeholders:
        committed = {
            action[each.action].field
            for each in city.commitments
            if each.by == stakeholder.id and each.action is not None and each.action in action
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
