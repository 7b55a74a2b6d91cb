"""The action inventory: who does what, where nobody does anything, who has no agreement."""

from collections import Counter
from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.gaps import Coverage, Gaps, coverage_of, gaps_of
from lgdkit.view.portfolio import FieldActions, by_field, fields_of
from lgdkit.view.speech import Speech, speech_of
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
    speech = speech_of(city, language)
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
    roles: dict[tuple[str, str], set[str]] = {}

    def note(stakeholder: str | None, field: str | None, role: str) -> None:
        if stakeholder and field:
            roles.setdefault((stakeholder, field), set()).add(role)

    for action in city.actions:
        note(action.lead, action.field, "lead")
        for partner in action.partners:
            note(partner, action.field, "partner")
    for commitment in city.commitments:
        known = city.action.get(commitment.action or "")
        note(commitment.by, known.field if known else None, "commitment")
    live = [each for each in city.deals if each.state not in CLOSED]
    deals = Counter(party for each in live for party in set(each.parties))
    fields = fields_of(city)
    return tuple(
        MatrixRow(
            speech.proper(each.name),
            each.kind,
            tuple(
                tuple(role for role in _ROLES if role in roles.get((each.id, field), ())) for field in fields
            ),
            deals[each.id],
        )
        for each in city.stakeholders
    )


_ROLES = ("lead", "partner", "commitment")


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
