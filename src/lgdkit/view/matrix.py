"""Who does what in which field of action."""

from collections import Counter
from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.parties import kind_of
from lgdkit.view.portfolio import fields_of
from lgdkit.view.speech import Speech
from lgdkit.view.values import Said
from lgdkit.vocab.deal import CLOSED

ROLES = ("lead", "partner", "commitment")


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


def matrix_of(city: City, speech: Speech) -> tuple[MatrixRow, ...]:
    """Return what each stakeholder does in each field of the city."""
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
            speech.called(each),
            kind_of(city, each),
            tuple(
                tuple(role for role in ROLES if role in roles.get((each.id, field), ())) for field in fields
            ),
            deals[each.id],
        )
        for each in city.stakeholders
    )
