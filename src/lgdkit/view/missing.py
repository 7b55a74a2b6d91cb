"""What an agreement needs and the data does not say: for the coordinator, and never in the document."""

from collections.abc import Iterator
from typing import NamedTuple

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.clauses import SHORT


class Missing(NamedTuple):
    """A gap: the record, and what is to be found out for it."""

    record: str
    what: str


def missing_in_memorandum(city: City, stakeholder: Stakeholder, deal: Deal | None) -> Iterator[Missing]:
    """Name what a stakeholder's copy lacks."""
    yield from _of_stakeholder(stakeholder)
    if deal is None:
        yield Missing(f"stakeholders/{stakeholder.id}", "a deal that it is a party to")
        if not city.commitments_by(stakeholder.id):
            yield Missing(f"stakeholders/{stakeholder.id}", "a commitment")
    else:
        yield from _of_deal(deal, stakeholder)
    if city.organisation is None:
        yield Missing("city", "the stakeholder that signs for the city (organisation)")
    if city.record and (city.record.coordinator is None or city.record.coordinator.unit is None):
        yield Missing("city", "the office that looks after the deal (coordinator: unit)")


def _of_stakeholder(stakeholder: Stakeholder) -> Iterator[Missing]:
    known = (
        (stakeholder.legal_form, "legal form (legal_form)"),
        (stakeholder.registration, "register number (register)"),
        (stakeholder.address, "address (address)"),
        (stakeholder.contact, "the role of its contact (contact)"),
        (stakeholder.employees, "number of employees (employees)"),
        (stakeholder.website, "website (website)"),
    )
    for value, what in known:
        if value is None:
            yield Missing(f"stakeholders/{stakeholder.id}", what)


def _of_deal(deal: Deal, stakeholder: Stakeholder) -> Iterator[Missing]:
    joins = deal.accession if deal.accession and deal.accession.open else None
    signing = any(each.party == stakeholder.id and each.position for each in deal.signatories)
    settled = (
        (deal.city_contributions, "what the city contributes (city_contributions)"),
        (deal.term, "from when until when it holds (term)"),
        (deal.reporting, "how often the partner reports (reporting)"),
        (deal.accession, "whether others may join (accession)"),
        (not joins or joins.consent, "whose consent others need to join (accession: consent)"),
        (deal.termination, "the period of notice (termination)"),
    )
    known = (
        (deal.purpose, "its purpose (purpose)"),
        # a declaration settles nothing between parties
        *(settled if deal.level != SHORT else ()),
        (
            signing or (stakeholder.signatory and stakeholder.signatory.role),
            f"who signs for {stakeholder.id} (signatories)",
        ),
    )
    for value, what in known:
        if not value:
            yield Missing(f"deals/{deal.id}", what)
