from dataclasses import replace
from typing import Any

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.request import Request, request, speaks
from lgdkit.view.values import Said

KNOWN: dict[str, Any] = {
    "legal_form": "Oy",
    "register": {"system": "FI-ytunnus", "number": "1234567-1"},
    "address": {"street": "A 1"},
    "signatory": {"role": "director"},
    "contact": {"role": "engineer"},
    "employees": {"total": 5, "in_city": 5},
    "sector": {"activity": "Baking"},
    "website": "https://example.org",
    "operations": "Bakes.",
    "collaboration": "None yet.",
}
WHOLE = {"deliverable": "A list.", "due": 2027, "ghg": "2 t/year", "investment": {"amount": "5 EUR"}}


def city(stakeholder: dict[str, Any], *commitments: dict[str, Any], **deal: Any) -> City:
    record = {
        "id": "c", "name": "Zed", "country": "FI", "languages": ["fi", "sv"], "organisation": "town",
        "coordinator": {"unit": "Office", "role": "head"},
    }  # fmt: skip
    return City(
        record=CityRecord.model_validate(record),
        stakeholders=tuple(
            Stakeholder.model_validate(
                {"id": each, "name": each.title(), "kind": "sme", **(stakeholder if each == "one" else {})}
            )
            for each in ("town", "one", "two")
        ),
        commitments=tuple(
            Commitment.model_validate({"id": f"c{n}", "by": "one", "text": f"Work {n}.", **each})
            for n, each in enumerate(commitments, 1)
        ),
        deals=(Deal.model_validate({"id": "d", "title": "Heat", "parties": ["town", "one", "two"], **deal}),)
        if deal
        else (),
    )


def asked(known: City) -> Request:
    found = request(known, "fi", known.stakeholder["one"])
    assert found is not None
    return found


def test_who_has_said_nothing_is_asked_for_all() -> None:
    found = asked(city({}))
    assert found.asked == (
        "legal-form", "register", "address", "signatory", "contact", "employees", "activity", "website",
        "operations", "collaboration",
    )  # fmt: skip
    assert (found.commitments, found.first_commitment, found.deals) == ((), True, ())
    assert (found.city, found.city_organisation, found.partner) == (
        Said("Zed", "fi"),
        Said("Town", "fi"),
        Said("One", "fi"),
    )
    assert (found.coordinator, found.coordinator_role, found.contact) == (
        Said("Office", "fi"),
        Said("head", "fi"),
        None,
    )


def test_who_has_said_all_gets_no_letter() -> None:
    known = city(KNOWN, WHOLE)
    assert request(known, "fi", known.stakeholder["one"]) is None
    assert asked(city(KNOWN)).first_commitment


def test_only_what_is_missing_is_asked_for() -> None:
    found = asked(city({**KNOWN, "employees": {"total": 5}}, {**WHOLE, "due": None}, WHOLE))
    assert found.asked == ("employees",)
    assert [(each.text.text, each.asked) for each in found.commitments] == [("Work 1.", ("due",))]
    assert found.contact == Said("engineer", "fi")
    found = asked(city(KNOWN, {"amount": "3 km", "every": {"per": "year"}}))
    assert found.commitments[0].asked == ("reduction", "investment")


def test_a_reason_is_an_answer() -> None:
    why = {"not_quantified": "no meter"}
    assert asked(city(KNOWN, {**WHOLE, "ghg": why, "investment": {"amount": why}, "due": None})).commitments[
        0
    ].asked == ("due",)


def test_the_deals_of_the_stakeholder_say_what_is_asked() -> None:
    known = city({**KNOWN, "signatory": None}, WHOLE, {}, commitments=["c2"])
    found = asked(known)
    assert [each.text for each in found.deals] == ["Heat"]
    assert [each.text.text for each in found.commitments] == ["Work 2."]
    assert found.asked == ("signatory",)
    signed = city({**KNOWN, "signatory": None}, WHOLE, signatories=[{"party": "one", "position": "chair"}])
    assert request(signed, "fi", signed.stakeholder["one"]) is None


def test_the_language_is_the_stakeholder_s_else_the_city_s() -> None:
    known = city({"language": "en"})
    assert [speaks(known, known.stakeholder[each]) for each in ("one", "two")] == ["en", "fi"]


def test_a_city_without_a_record_still_asks() -> None:
    one = Stakeholder.model_validate({"id": "one", "name": "One", "kind": "sme"})
    found = request(City(stakeholders=(one,)), "en", one)
    assert found is not None
    assert (found.city, found.city_organisation, found.coordinator) == (Said("", "en"), Said("", "en"), None)


def test_a_role_to_be_found_gets_no_letter() -> None:
    of = city({"to_be_found": True})
    assert request(of, "fi", of.stakeholder["one"]) is None


def test_the_open_questions_of_its_commitments_and_of_the_actions_that_it_leads() -> None:
    asks = [
        {"ask": "By when here?", "about": "due"},
        {"ask": "Who checks it?"},
        {"ask": "Which building?", "answer": "The school."},
    ]
    of = city(KNOWN, {**WHOLE, "questions": asks}, {**WHOLE, "due": None, "questions": asks[:2]})
    actions = tuple(
        Action.model_validate({"id": lead, "title": "Pumps", "lead": lead, "questions": [{"ask": "Where?"}]})
        for lead in ("one", "two")
    )
    found = request(replace(of, actions=actions), "fi", of.stakeholder["one"])
    assert found is not None
    # a question that the form asks anyway is asked once
    assert [(each.asked, [ask.text for ask in each.questions]) for each in found.commitments] == [
        ((), ["Who checks it?"]),
        (("due",), ["Who checks it?"]),
    ]
    assert [(each.record, [ask.text for ask in each.asks]) for each in found.actions] == [
        ("actions/one", ["Where?"])
    ]
    whole = replace(of, actions=actions, commitments=city(KNOWN, WHOLE).commitments)
    assert request(whole, "fi", of.stakeholder["one"]) is not None
