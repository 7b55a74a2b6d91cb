from decimal import Decimal
from typing import Any

import pytest

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.memorandum import Aim, Memorandum, deals_to_draft, languages_of, memorandum
from lgdkit.view.parties import Party
from lgdkit.view.values import Amount, Day, Joined, Length, Percent, Said, Times

PARTNERS = ("one", "two", "three", "four", "five")


def city(record: dict[str, Any] | None = None, *deals: dict[str, Any], **stakeholder: Any) -> City:
    base = {"id": "c", "name": "Zed", "country": "FI", "languages": ["fi", "sv"], "organisation": "town"}
    return City(
        record=CityRecord.model_validate({**base, **(record or {})}),
        stakeholders=tuple(
            Stakeholder.model_validate(
                {"id": each, "name": each.title(), "kind": "sme", **(stakeholder if each == "one" else {})}
            )
            for each in ("town", *PARTNERS)
        ),
        actions=(
            Action.model_validate({"id": "a1", "title": "Insulate", "decision": {"status": "decided"}}),
            Action.model_validate({"id": "a2", "title": "Ride"}),
        ),
        commitments=(
            Commitment.model_validate({"id": "c1", "by": "one", "action": "a1", "text": "Own work."}),
            Commitment.model_validate({"id": "c2", "by": "two", "action": "a2", "text": "Work of two."}),
            Commitment.model_validate({"id": "c3", "by": "three", "text": "Work of three."}),
        ),
        deals=tuple(
            Deal.model_validate({"id": f"d{number}", "title": "Heat", "parties": ["town", "one"], **each})
            for number, each in enumerate(deals, 1)
        ),
    )


def drawn(known: City, language: str = "fi", partner: str = "one") -> Memorandum:
    return memorandum(known, language, known.stakeholder[partner], known.deals[0] if known.deals else None)


def test_without_a_deal_a_first_proposal() -> None:
    found = drawn(city())
    assert (found.has_deal, found.state, found.title, found.in_force) == (False, None, None, False)
    assert (found.level, found.legal_status, found.country) == ("framework", "non-binding", "FI")
    assert [(each.name.text, each.city, each.own) for each in found.parties] == [
        ("Town", True, False),
        ("One", False, True),
    ]
    assert [each.text.text for each in found.own.commitments] == ["Own work."]
    assert (found.others, found.other_parties, found.undecided) == ((), 0, False)
    assert (found.adopted_by, found.signed_on, found.purpose, found.term_from, found.notice) == (None,) * 5


def test_a_city_that_nobody_signs_for_is_a_party_by_its_name() -> None:
    found = drawn(city({"organisation": None}))
    assert [(each.name.text, each.city) for each in found.parties] == [("Zed", True), ("One", False)]
    assert found.city_organisation == Said("Zed", "fi")


def test_a_city_without_a_record_still_gives_a_draft() -> None:
    stakeholder = Stakeholder.model_validate({"id": "one", "name": "One", "kind": "sme"})
    found = memorandum(City(stakeholders=(stakeholder,)), "en", stakeholder, None)
    assert (found.city.text, found.country, found.aims, found.references, found.coordinator) == (
        "",
        "",
        (),
        (),
        None,
    )
    assert [each.name.text for each in found.parties] == ["", "One"]
    assert found.languages == ("en",)


def test_a_deal_in_full() -> None:
    full = {
        "purpose": "Less heat.",
        "state": "signed",
        "level": "full",
        "legal_status": "binding",
        "goals": ["Warm homes"],
        "city_contributions": [{"text": "Advice.", "due": 2025}],
        "partner_benefits": [{"text": "Savings.", "every": {"per": "month"}}],
        "term": {"from": "2025-01-01", "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
        "reporting": {"every": {"per": "year"}, "to": "the office"},
        "accession": {"open": True, "consent": "all"},
        "termination": {"notice": "3 months"},
        "adopted": {"body": "Council", "reference": "§ 5", "date": "2024-12"},
        "signatories": [{"party": "one"}, {"party": "one", "position": "chair"}],
        "signed": {"date": "2024-12-31", "place": "Zed"},
        "note": "A remark.",
    }
    record = {"coordinator": {"unit": "Office", "role": "head"}}
    found = drawn(city(record, full, signatory={"role": "director"}, contact={"role": "engineer"}))
    assert (found.state, found.in_force, found.level, found.legal_status) == (
        "signed",
        True,
        "full",
        "binding",
    )
    assert (found.adopted_by, found.adopted_reference) == (Said("Council", "fi"), "§ 5")
    assert (found.adopted_on, found.signed_on, found.signed_at) == (Day(2024, 12), Day(2024, 12, 31), "Zed")
    assert (found.term_from, found.term_until) == (Day(2025, 1, 1), Day(2030))
    assert (found.review, found.review_month, found.consent) == (Times(1, "year"), 5, "all")
    assert (found.reporting, found.notice) == (Times(1, "year"), Length(3, "month"))
    assert [each.text.text for each in found.city_contributions] == ["Advice."]
    assert (found.city_contributions[0].due, found.benefits[0].every) == (Day(2025), Times(1, "month"))
    assert found.parties[1].position == Said("chair", "fi")
    assert (found.coordinator, found.coordinator_role) == (Said("Office", "fi"), Said("head", "fi"))
    assert (found.contact, found.note) == (Said("engineer", "fi"), Said("A remark.", "fi"))


def test_who_signs_is_the_signatory_of_the_deal_else_of_the_stakeholder() -> None:
    assert drawn(city({}, {}, signatory={"role": "director"})).parties[1].position == Said("director", "fi")
    assert drawn(city({}, {}, signatory={})).parties[1].position is None


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ({"street": "A 1", "postal_code": "00100", "town": "Zed"}, ("A 1", "00100 Zed")),
        ({"street": "A 1 ", "town": " Zed"}, ("A 1", "Zed")),
        ({"postal_code": "00100"}, ("00100",)),
        ({"street": " "}, ()),
        ({}, ()),
    ],
)
def test_addresses(address: dict[str, str], lines: tuple[str, ...]) -> None:
    register = {"system": "FI-ytunnus", "number": "1234567-1"}
    where = Joined(lines) if lines else None
    party = drawn(city({}, {}, address=address, legal_form="Oy", register=register)).parties[1]
    assert party == Party(
        Said("One", "fi"), "Oy", "FI-ytunnus", "1234567-1", where, "sme", None, None, city=False, own=True
    )


def test_a_party_that_is_not_in_the_data_has_its_id() -> None:
    found = drawn(city({}, {"parties": ["town", "one", "other/firm"]}))
    assert found.parties[2] == Party(
        Said("other/firm", "fi"), None, None, None, None, None, None, None, city=False, own=False
    )


def test_few_parties_see_the_commitments_of_all() -> None:
    found = drawn(city({}, {"parties": ["town", "one", "two", "three"]}))
    assert [each.party.text for each in found.others] == ["Two", "Three"]
    assert (found.other_parties, found.undecided) == (0, True)
    assert drawn(city({}, {"parties": ["town", "one", "two", "four"]})).others[-1].party.text == "Two"


def test_many_parties_see_their_own() -> None:
    found = drawn(city({}, {"parties": ["town", "one", "two", "three", "four"]}))
    assert (found.others, found.other_parties, found.undecided) == ((), 2, False)


def test_a_deal_that_names_its_commitments_has_those() -> None:
    found = drawn(city({}, {"parties": ["town", "one", "two"], "commitments": ["c2"]}))
    assert (found.own.commitments, len(found.others)) == ((), 1)


def test_aims_with_what_they_are_measured_from() -> None:
    emissions = {"year": 2020, "ghg": "5 kt/year"}
    targets: list[dict[str, Any]] = [
        {
            "id": "t1",
            "title": "A",
            "boundary": "B",
            "baseline": emissions,
            "target": {"year": 2030, "reduction": "80 %"},
        },
        {
            "id": "t2",
            "baseline": emissions,
            "latest": {**emissions, "year": 2023},
            "target": {"year": 2030, "reduction": "50 %", "of": "latest"},
        },
        {"id": "t3", "target": {"year": 2040, "reduction": "85 %"}},
        {"id": "t4", "baseline": emissions, "target": {"year": 2040, "ghg": "1 t/year"}},
        {"id": "t5", "target": {"year": 2025}},
        {"id": "t6", "title": "No goal"},
    ]
    found = drawn(city({"targets": targets})).aims
    assert found == (
        Aim(Said("A", "fi"), Said("B", "fi"), 2030, Percent(Decimal(80)), 2020, None),
        Aim(None, None, 2030, Percent(Decimal(50)), 2023, None),
        Aim(None, None, 2040, Percent(Decimal(85)), None, None),
        Aim(None, None, 2040, None, None, Amount(Decimal(1), "t", per_year=True, co2=True)),
        Aim(None, None, 2025, None, None, None),
    )


def test_references() -> None:
    strategy = {"id": "p", "title": "Plan", "kind": "plan", "adopted": 2020, "reference": "§ 1"}
    found = drawn(city({"strategies": [strategy]})).references
    assert [(each.title.text, each.adopted, each.reference) for each in found] == [("Plan", Day(2020), "§ 1")]


def test_copies_are_drafted_of_deals_that_live() -> None:
    states = ("requested", "negotiating", "agreed", "signed", "reporting", "expired", "withdrawn")
    known = city({}, *({"state": each} for each in states), {"parties": ["town", "two"]})
    assert [each.state for each in deals_to_draft(known, known.stakeholder["one"])] == list(states[:5])


@pytest.mark.parametrize(
    ("deal", "stakeholder", "languages", "leading"),
    [
        (None, {}, ("fi", "sv"), "fi"),
        (None, {"language": "en"}, ("fi", "sv", "en"), "en"),
        ({}, {"language": "en"}, ("fi", "sv", "en"), "fi"),
        ({"languages": ["sv"]}, {}, ("sv",), "sv"),
        ({"languages": ["sv", "fi"]}, {}, ("sv", "fi"), "fi"),
        ({"languages": ["sv"], "leading_language": "en"}, {"language": "sv"}, ("sv",), "en"),
    ],
)
def test_languages(
    deal: dict[str, Any] | None, stakeholder: dict[str, Any], languages: tuple[str, ...], leading: str
) -> None:
    known = city({}, *([deal] if deal is not None else []), **stakeholder)
    found = drawn(known, "sv")
    assert languages_of(known, known.stakeholder["one"], known.deals[0] if known.deals else None) == languages
    assert (found.languages, found.leading_language, found.leading) == (languages, leading, leading == "sv")
