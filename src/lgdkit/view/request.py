"""What a stakeholder is asked for: a covering note, and a form with what the data does not say of it."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.memorandum import deals_to_draft
from lgdkit.view.questions import Asked, questions_about
from lgdkit.view.speech import Speech, speech_of
from lgdkit.view.values import Said

_KEYS = {
    "deliverable": ("deliverable", "amount"),
    "due": ("due", "every"),
    "reduction": ("ghg",),
    "investment": ("investment", "investment/amount"),
}
"""The keys of a commitment that answer what the form asks for."""


@dataclass(frozen=True, slots=True)
class CommitmentToComplete:
    """A commitment, with codes of what is missing: deliverable, due, reduction, investment; and open questions."""

    text: Said
    asked: tuple[str, ...]
    questions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """The letter and the form; `asked` holds codes of what is missing about the organisation."""

    city: Said
    city_organisation: Said
    partner: Said
    contact: Said | None
    deals: tuple[Said, ...]
    coordinator: Said | None
    coordinator_role: Said | None
    asked: tuple[str, ...]
    commitments: tuple[CommitmentToComplete, ...]
    actions: tuple[Asked, ...]
    """The actions that it leads, with the questions that are open about them."""
    first_commitment: bool
    """Whether it is asked to name one, because the data holds none."""


def speaks(city: City, stakeholder: Stakeholder) -> str:
    """Return the language in which to write to a stakeholder."""
    return stakeholder.language or city.languages[0]


def request(city: City, language: str, stakeholder: Stakeholder) -> Request | None:
    """Draw up the request; None where the data says all that an agreement needs, or nobody is there to be asked."""
    if stakeholder.to_be_found:
        return None
    speech = speech_of(city, language)
    deals = deals_to_draft(city, stakeholder)
    own = _commitments(city, stakeholder, deals)
    commitments = tuple(
        each for each in (_to_complete(speech, each) for each in own) if each.asked or each.questions
    )
    led = (each for each in city.actions if each.lead == stakeholder.id and each.status != "cancelled")
    actions = questions_about(speech, (("actions", each) for each in led))
    asked = _asked(stakeholder, deals)
    if not asked and not commitments and not actions and own:
        return None
    record = city.record
    coordinator = record.coordinator if record else None
    name = speech.proper(record.name) if record else Said("", language)
    return Request(
        city=name,
        city_organisation=speech.name(city.organisation) if city.organisation else name,
        partner=speech.called(stakeholder),
        contact=speech.say(stakeholder.contact.role) if stakeholder.contact else None,
        deals=tuple(speech.say(each.title) for each in deals),
        coordinator=speech.say(coordinator.unit) if coordinator else None,
        coordinator_role=speech.say(coordinator.role) if coordinator else None,
        asked=asked,
        commitments=commitments,
        actions=actions,
        first_commitment=not own,
    )


def _commitments(city: City, stakeholder: Stakeholder, deals: tuple[Deal, ...]) -> tuple[Commitment, ...]:
    """Return the stakeholder's commitments: those of its deals, else all that it has."""
    found = [each for deal in deals for each in city.commitments_of(deal)] if deals else city.commitments
    return tuple({each.id: each for each in found if each.by == stakeholder.id}.values())


def _asked(stakeholder: Stakeholder, deals: tuple[Deal, ...]) -> tuple[str, ...]:
    signing = bool(deals) and all(
        any(each.party == stakeholder.id and each.position for each in deal.signatories) for deal in deals
    )
    sector, staff = stakeholder.sector, stakeholder.employees
    known = {
        "legal-form": stakeholder.legal_form,
        "register": stakeholder.registration,
        "address": stakeholder.address,
        "signatory": signing or (stakeholder.signatory and stakeholder.signatory.role),
        "contact": stakeholder.contact and stakeholder.contact.role,
        "employees": staff and staff.total is not None and staff.in_city is not None,
        "activity": sector and sector.activity,
        "website": stakeholder.website,
        "operations": stakeholder.operations,
        "collaboration": stakeholder.collaboration,
    }
    return tuple(code for code, value in known.items() if not value)


def _to_complete(speech: Speech, commitment: Commitment) -> CommitmentToComplete:
    """Return what is missing about a commitment; what the form asks for anyway is asked once."""
    lacks = _lacks(commitment)
    known = [key for code in lacks for key in _KEYS[code]]
    asks = [each.asks for each in questions_about(speech, [("commitments", commitment)], known)]
    return CommitmentToComplete(speech.say(commitment.text), lacks, *asks or ((),))


def _lacks(commitment: Commitment) -> tuple[str, ...]:
    investment = commitment.investment
    known = {
        "deliverable": commitment.deliverable or commitment.amount,
        "due": commitment.due or commitment.every,
        "reduction": commitment.ghg,
        "investment": investment and investment.amount,
    }
    return tuple(code for code, value in known.items() if value is None)
