"""The individual commitment sheet: the annex that signatories of Climate City Contracts fill in.

Its parts are those of the appendix "Individual Signatory Commitments" of the NetZeroCities commitments
template, as Espoo and Tampere print it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.speech import Speech, day, times
from lgdkit.view.totals import decision_of
from lgdkit.view.values import Day, Figure, Link, Said, Shared, Times
from lgdkit.vocab.deal import CommitmentKind

SHEET_FIELDS = (
    "energy-systems",
    "mobility-transport",
    "waste-circular-economy",
    "built-environment",
    "nature-based-solutions",
)


@dataclass(frozen=True, slots=True)
class ActionName:
    """An action by its title, with how far its decision has come."""

    title: Said
    decision: str


@dataclass(frozen=True, slots=True)
class CommitmentLine(Shared):
    """A commitment in a table; `reduction_year` and `investment_year` where they are known."""

    text: Said
    deliverable: Said | None
    action: ActionName | None
    quantity: Figure
    due: Day | None
    every: Times | None
    reduction: Figure
    per: str
    investment: Figure
    investment_year: int | None
    kind: str | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """Commitments of one kind by field of action; the last cell holds those of other fields."""

    kind: str
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class CommitmentSheet:
    """What one stakeholder brings."""

    name: Said
    employees: Decimal | None
    employees_in_city: Decimal | None
    employees_year: int | None
    activity: Said | None
    website: Link | None
    contact: Said | None
    operations: Said | None
    collaboration: Said | None
    fields: tuple[str, ...]
    priorities: tuple[PriorityRow, ...]
    actions: tuple[CommitmentLine, ...]


def commitment_line(city: City, speech: Speech, commitment: Commitment) -> CommitmentLine:
    """Return a commitment as a line of a table; the same line for all copies in a language."""
    key = ("line", id(commitment))
    known: tuple[Commitment, CommitmentLine] | None = speech.kept.get(key)
    if known is None:
        # the commitment is held beside its line: so long its identity is no other's
        known = speech.kept[key] = (commitment, _line(city, speech, commitment))
    return known[1]


def _line(city: City, speech: Speech, commitment: Commitment) -> CommitmentLine:
    action = city.action.get(commitment.action or "")
    investment = commitment.investment
    return CommitmentLine(
        text=speech.say(commitment.text),
        deliverable=speech.say(commitment.deliverable),
        action=ActionName(speech.say(action.title), decision_of(action)) if action else None,
        quantity=speech.figure(commitment.amount),
        due=day(commitment.due),
        every=times(commitment.every),
        reduction=speech.reduction(commitment.ghg, commitment.per),
        per=commitment.per,
        investment=speech.figure(investment.amount if investment else None),
        investment_year=investment.year if investment else None,
        kind=commitment.kind,
        note=speech.say(commitment.note),
    )


def commitment_sheet(
    city: City, speech: Speech, stakeholder: Stakeholder, commitments: tuple[Commitment, ...]
) -> CommitmentSheet:
    """Fill in the sheet of a stakeholder from what is known."""
    employees, sector, contact = stakeholder.employees, stakeholder.sector, stakeholder.contact
    return CommitmentSheet(
        name=speech.called(stakeholder),
        employees=_number(employees.total) if employees else None,
        employees_in_city=_number(employees.in_city) if employees else None,
        employees_year=employees.year if employees else None,
        activity=speech.say(sector.activity) if sector else None,
        website=Link(stakeholder.website) if stakeholder.website else None,
        contact=speech.say(contact.role) if contact else None,
        operations=speech.say(stakeholder.operations),
        collaboration=speech.say(stakeholder.collaboration),
        fields=SHEET_FIELDS,
        priorities=tuple(_priority(city, speech, kind, commitments) for kind in get_args(CommitmentKind)),
        actions=tuple(commitment_line(city, speech, each) for each in commitments),
    )


def _number(count: int | None) -> Decimal | None:
    return None if count is None else Decimal(count)


def _priority(city: City, speech: Speech, kind: str, commitments: tuple[Commitment, ...]) -> PriorityRow:
    """Put the commitments of a kind into the columns of the form; one without a kind counts as footprint."""
    own = [each for each in commitments if (each.kind or "footprint") == kind]
    if not own:
        return PriorityRow(kind, ((),) * (len(SHEET_FIELDS) + 1))
    fields = city.record.fields if city.record else ()
    shared: dict[str | None, str | None] = {each.id: each.ccc for each in fields}

    def column(commitment: Commitment) -> str | None:
        action = city.action.get(commitment.action or "")
        field = action.field if action else None
        return shared.get(field, field)

    cells = [tuple(speech.say(each.text) for each in own if column(each) == field) for field in SHEET_FIELDS]
    others = tuple(speech.say(each.text) for each in own if column(each) not in SHEET_FIELDS)
    return PriorityRow(kind, (*cells, others))
