from typing import Any

from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.missing import Missing, missing_in_memorandum

BARE = Stakeholder.model_validate({"id": "one", "name": "One", "kind": "sme"})
FULL = Stakeholder.model_validate(
    {
        "id": "one",
        "name": "One",
        "kind": "sme",
        "legal_form": "Oy",
        "register": {"system": "FI-ytunnus", "number": "1234567-1"},
        "address": {"town": "Zed"},
        "contact": {"role": "director"},
        "employees": {"total": 3},
        "website": "https://example.org/",
        "signatory": {"role": "director"},
    }
)


def record(**fields: Any) -> CityRecord:
    return CityRecord.model_validate(
        {"id": "c", "name": "Zed", "country": "FI", "languages": ["fi"], **fields}
    )


def missing(city: City, stakeholder: Stakeholder, **deal: Any) -> list[Missing]:
    found = {"id": "d", "title": "Heat", "parties": ["town", "one"], **deal} if deal else None
    return list(missing_in_memorandum(city, stakeholder, Deal.model_validate(found) if found else None))


def test_a_bare_city_lacks_nearly_everything() -> None:
    found = missing(City(record=record()), BARE)
    assert [each.record for each in found] == ["stakeholders/one"] * 8 + ["city"] * 2
    assert [each.what for each in found] == [
        "legal form (legal_form)",
        "register number (register)",
        "address (address)",
        "the role of its contact (contact)",
        "number of employees (employees)",
        "website (website)",
        "a deal that it is a party to",
        "a commitment",
        "the stakeholder that signs for the city (organisation)",
        "the office that looks after the deal (coordinator: unit)",
    ]


def test_a_city_without_a_record_is_not_asked_for_its_office() -> None:
    assert missing(City(), FULL)[-1].what == "the stakeholder that signs for the city (organisation)"


def test_what_is_there_is_not_missing() -> None:
    commitment = Commitment.model_validate({"id": "c1", "by": "one", "text": "Work."})
    known = record(organisation="town", coordinator={"unit": "Office"})
    city = City(record=known, commitments=(commitment,))
    assert missing(city, FULL) == [Missing("stakeholders/one", "a deal that it is a party to")]
    agreed = {
        "purpose": "Heat.",
        "city_contributions": [{"text": "Work."}],
        "term": {"from": 2025},
        "reporting": {"every": {"per": "year"}},
        "accession": {"open": False},
        "termination": {"notice": "1 month"},
    }
    assert missing(city, FULL, **agreed) == []
    assert missing(city, FULL, **agreed | {"accession": {"open": True, "consent": "none"}}) == []
    assert (
        missing(city, BARE, signatories=[{"party": "one", "position": "chair"}], **agreed)[-1].what
        == "website (website)"
    )


def test_a_bare_deal() -> None:
    known = record(organisation="town", coordinator={"role": "head"})
    found = missing(City(record=known), BARE, accession={"open": True}, signatories=[{"party": "one"}])
    assert [each for each in found if each.record != "stakeholders/one"] == [
        Missing("deals/d", "its purpose (purpose)"),
        Missing("deals/d", "what the city contributes (city_contributions)"),
        Missing("deals/d", "from when until when it holds (term)"),
        Missing("deals/d", "how often the partner reports (reporting)"),
        Missing("deals/d", "whose consent others need to join (accession: consent)"),
        Missing("deals/d", "the period of notice (termination)"),
        Missing("deals/d", "who signs for one (signatories)"),
        Missing("city", "the office that looks after the deal (coordinator: unit)"),
    ]
