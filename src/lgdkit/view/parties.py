"""The parties of an agreement, each with what the agreement says of it."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.speech import Speech
from lgdkit.view.values import Joined, Said


@dataclass(frozen=True, slots=True)
class Party:
    """A party with what an agreement says of it."""

    name: Said
    legal_form: str | None
    register: str | None
    number: str | None
    address: Joined | None
    kind: str | None
    """What it is, as a code; of one in another city's data nobody here knows it."""
    activity: Said | None
    position: Said | None
    city: bool
    own: bool
    """Whether it is the stakeholder whose copy this is."""


OWN = "own"
"""The kind of the city's own organisation: documents call it what the municipality calls itself."""


def kind_of(city: City, stakeholder: Stakeholder) -> str:
    """Return the kind of a stakeholder; the city's own organisation has one of its own."""
    is_city = stakeholder.id == city.organisation and stakeholder.kind == "municipality"
    return OWN if is_city else stakeholder.kind


def party_of(city: City, speech: Speech, party: str, deal: Deal | None, *, own: bool) -> Party:
    """Return a party with what is known of it; of one in another city's data, its id."""
    known = city.stakeholder.get(party)
    signing = [
        each.position for each in (deal.signatories if deal else ()) if each.party == party and each.position
    ]
    signatory = known.signatory.role if known and known.signatory else None
    register, address = (known.registration, known.address) if known else (None, None)
    town = " ".join(_full(address.postal_code, address.town)) if address else None
    lines = tuple(_full(address.street, town)) if address else ()
    return Party(
        name=speech.name(party),
        legal_form=known.legal_form if known else None,
        register=register.system if register else None,
        number=register.number if register else None,
        address=Joined(lines) if lines else None,
        kind=kind_of(city, known) if known else None,
        activity=speech.say(known.sector.activity) if known and known.sector else None,
        position=speech.say(signing[0] if signing else signatory),
        city=party == city.organisation,
        own=own,
    )


def unnamed_city(city: City, speech: Speech) -> Party:
    """Return the city as a party where the data does not say which stakeholder signs for it."""
    name = city_name(city, speech)
    return Party(name, None, None, None, None, OWN, None, None, city=True, own=False)


def city_name(city: City, speech: Speech) -> Said:
    """Return the name of the city, empty where its record could not be read."""
    return speech.proper(city.record.name) if city.record else Said("", speech.language)


def _full(*parts: str | None) -> list[str]:
    return [each.strip() for each in parts if each and each.strip()]
