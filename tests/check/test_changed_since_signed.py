"""Signed, then changed: each change is one finding that names it."""

from copy import deepcopy
from typing import Any

import pytest

from lgdkit.model.action import Action
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.signing import path_of
from signed_city import ACTION, CITY, COMMITMENT, DAY, DEAL, changed, kept, told

COVERED: dict[str, dict[str, tuple[Any, str]]] = {
    "commitments": {
        "by": ("other", "by"),
        "action": ("more", "action"),
        "text": ({"fi": "Vaihtaa yhden.", "en": "Replaces boilers."}, "text/fi"),
        "deliverable": ("Neljä pumppua", "deliverable/fi"),
        "amount": ("4 pumps", "amount"),
        "due": (2028, "due"),
        "every": ({"times": 1, "per": "year"}, "every/times"),
        "kind": ("handprint", "kind"),
        "ghg": ("8 kt/year", "ghg"),
        "per": ("year", "per"),
        "investment": ({"amount": "2.4 MEUR", "year": 2027}, "investment/amount"),
        "indicator": ("heat", "indicator"),
        "note": (None, "note"),
    },
    "actions": {
        "title": ("Pumppu", "title/fi"),
        "description": ("Muuta", "description/fi"),
        "field": ("waste-circular-economy", "field"),
        "kind": ("social", "kind"),
        "levers": (["finance"], "levers/0"),
        "scale": ("Keskusta", "scale/fi"),
        "lead": ("town", "lead"),
        "partners": ([], "partners"),
        "start": (2025, "start"),
        "end": ("2029-05", "end"),
        "milestones": ([{"title": "Lupa", "due": "2028"}], "milestones/0/due"),
        "impact": (
            {**ACTION["impact"], "ghg": {"stationary-energy": "21 kt/year"}},
            "impact/ghg/stationary-energy",
        ),
        "cost": ({**ACTION["cost"], "total": {"not_quantified": "auki"}}, "cost/total/not_quantified/fi"),
        "funding": ([{"source": "EU", "amount": "2 MEUR", "status": "planned"}], "funding/0/amount"),
        "indicators": (["power", "heat"], "indicators"),
        "depends_on": (["more"], "depends_on/0"),
        "replicates": ("porvoo/y", "replicates"),
        "strategies": (["s2"], "strategies/0"),
        "sdgs": ([7, 13], "sdgs"),
        "note": ("Toinen", "note/fi"),
    },
    "deals": {
        "title": ({"fi": "Sopimus", "en": "Heat deal"}, "title/fi"),
        "parties": (["town", "heat", "other"], "parties"),
        "level": ("full", "level"),
        "legal_status": ("partly-binding", "legal_status"),
        "leading_language": ("en", "leading_language"),
        "languages": (["fi"], "languages"),
        "purpose": ("Kylmää", "purpose/fi"),
        "goals": (["Yksi", "Kolme"], "goals/1/fi"),
        "city_contributions": ([], "city_contributions"),
        "partner_benefits": ([{"text": "Tukea", "every": {"per": "year"}}], "partner_benefits/0/text/fi"),
        "term": ({**DEAL["term"], "until": 2031}, "term/until"),
        "reporting": ({"every": {"per": "quarter"}, "to": "Toimisto"}, "reporting/every/per"),
        "accession": ({"open": False, "consent": "city"}, "accession/open"),
        "termination": ({"notice": "1 month"}, "termination/notice"),
        "clauses": ({"logo": True, "confidentiality": True}, "clauses/confidentiality"),
        "note": (None, "note"),
    },
}
FREE: dict[str, dict[str, Any]] = {
    "commitments": {
        "status": "not-started",
        "sources": ["map"],
        "extra": {"unit": "B"},
        "done": "2026-06",
        "replicates": "porvoo/z",
        "questions": [{"ask": "Miten?"}],
    },
    "actions": {
        "status": "completed",
        "decision": {"status": "decided"},
        "sources": [],
        "extra": {"unit": "B"},
        "questions": [{"ask": "Miten?"}],
    },
    "deals": {
        "state": "reporting",
        "adopted": {"body": "Valtuusto"},
        "signatories": [{"party": "heat"}, {"party": "town"}],
        "signed": {"date": "2026-05-04", "place": "Lintula"},
        "sources": ["map"],
        "extra": {},
        "replicates": "porvoo/z",
        "questions": [{"ask": "Miten?"}],
    },
}
CASES = [(kind, key) for kind, keys in COVERED.items() for key in keys]


def test_nothing_is_told_of_what_was_signed() -> None:
    assert told(CITY) == []
    assert told(CITY, {}) == []


def test_every_field_is_covered_or_free() -> None:
    apart = {"commitments": {"id"}, "actions": {"id"}, "deals": {"id", "commitments"}}
    for kind, model in (("commitments", Commitment), ("actions", Action), ("deals", Deal)):
        assert {*COVERED[kind], *FREE[kind], *apart[kind]} == set(model.model_fields)


@pytest.mark.parametrize(("kind", "key"), CASES)
def test_a_change_is_one_finding_that_names_it(kind: str, key: str) -> None:
    value, where = COVERED[kind][key]
    [found] = told(changed(kind, key, value))
    record = CITY[kind][0]["id"]
    assert found.diagnostic.message.startswith(f'{kind}/{record}: "{where}" was ')
    assert '"heat-deal" was signed on 2026-05-04' in found.diagnostic.message
    assert found.diagnostic.place.keys[:3] == (kind, 0, key)
    assert told(changed(kind, key, CITY[kind][0][key])) == []


@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, keys in FREE.items() for key in keys])
def test_what_is_free_may_change(kind: str, key: str) -> None:
    assert told(changed(kind, key, FREE[kind][key])) == []


def test_parts_that_are_free() -> None:
    assert told(changed("actions", "milestones", [{"title": "Lupa", "due": "2027", "done": "2026"}])) == []
    assert told(changed("actions", "funding", [{**ACTION["funding"][0], "status": "granted"}])) == []


def test_another_way_to_write_the_same_is_no_change() -> None:
    for kind, key, value in (
        ("commitments", "ghg", "9 kt/year"),
        ("commitments", "investment", {"amount": "2500 kEUR", "year": 2027}),
        ("commitments", "text", {"en": "Replaces   boilers.", "fi": "Vaihtaa\nkattilat."}),
        ("commitments", "deliverable", {"fi": "Viisi pumppua"}),
        (
            "commitments",
            "deliverable",
            {"fi": "Viisi pumppua", "en": "Five pumps", "sv": "Fem"},
        ),  # translated
        (
            "commitments",
            "text",
            {"fi": {"text": "Vaihtaa kattilat.", "origin": "human"}, "en": "Replaces boilers."},
        ),
        ("deals", "accession", {"consent": "city", "open": True}),
    ):
        assert told(changed(kind, key, value)) == [], (key, value)


def test_a_translation_that_is_gone_is_a_change() -> None:
    [found] = told(changed("commitments", "text", {"fi": "Vaihtaa kattilat."}))
    assert '"text/en" was "Replaces boilers."' in found.diagnostic.message
    assert found.diagnostic.message.endswith("and is not there any more.")


def test_old_and_new_value_stand_in_the_message() -> None:
    [found] = told(changed("commitments", "ghg", "8 kt/year"))
    assert found.diagnostic.message == (
        'commitments/c1: "ghg" was "9 kt/year" when the deal "heat-deal" was signed on 2026-05-04, and is "8 kt/year".'
    )
    assert found.diagnostic.severity == "warning"
    [found] = told(changed("commitments", "note", {"fi": "x" * 100}))
    assert f'is "{"x" * 60}…".' in found.diagnostic.message
    [found] = told(changed("deals", "city_contributions", [DEAL["city_contributions"][0], {"text": "Rahaa"}]))
    assert '"city_contributions/1" was not there when' in found.diagnostic.message
    assert 'and is "{"text": {"fi": "Rahaa"}}".' in found.diagnostic.message


def test_a_field_that_is_new() -> None:
    record = {**COMMITMENT}
    del record["note"]
    data = deepcopy(CITY)
    data["commitments"][0] = record
    [found] = told(CITY, kept(data))
    assert '"note" was not there when' in found.diagnostic.message


# Commitments that come and go


def test_a_commitment_that_came() -> None:
    [found] = told(changed("deals", "commitments", ["c1", "c2"]))
    assert found.diagnostic.message == (
        'The deal "heat-deal" was signed on 2026-05-04; commitments/c2 is covered by it now.'
    )
    assert found.diagnostic.place.keys == ("commitments", 1)


def test_a_commitment_that_went() -> None:
    both = changed("deals", "commitments", ["c1", "c2"])
    [found] = told(CITY, kept(both))
    assert found.diagnostic.message.endswith("commitments/c2 is not covered by it any more.")
    assert found.diagnostic.place.keys == ("deals", 0, "commitments")
    data = deepcopy(both)
    del data["commitments"][1]
    data["deals"][0]["commitments"] = ["c1"]
    [found] = told(data, kept(both))
    assert found.diagnostic.message.endswith("commitments/c2 is not covered by it any more.")


def test_a_commitment_of_another_by_default() -> None:
    """Without a list in the deal, whose a commitment is decides: the change of that is the one finding."""
    data = changed("deals", "commitments", None)
    other = deepcopy(data)
    other["commitments"][1]["by"] = "other"
    [found] = told(other, kept(data))
    assert found.diagnostic.message.startswith('commitments/c2: "by" was "heat"')


def test_a_list_that_names_what_was_covered_changes_nothing() -> None:
    assert told(CITY, kept(changed("deals", "commitments", None))) != []
    assert (
        told(changed("deals", "commitments", ["c1", "c2"]), kept(changed("deals", "commitments", None))) == []
    )


def test_what_cannot_be_read_is_a_fault_of_its_own() -> None:
    assert told(changed("commitments", "ghg", "nine")) == []
    assert told(changed("deals", "termination", {"notice": "soon"})) == []
    data = changed("commitments", "ghg", "nine")
    data["commitments"][0]["due"] = 2031
    [found] = told(data)
    assert '"due"' in found.diagnostic.message
    data = deepcopy(CITY)
    data["commitments"][0] = "nonsense"
    assert told(data) == []


# Deals


@pytest.mark.parametrize("state", ["requested", "negotiating", "agreed"])
def test_a_signed_deal_that_is_said_not_to_be(state: str) -> None:
    [found] = told(changed("deals", "state", state))
    assert found.diagnostic.message == f"This deal was signed on 2026-05-04, and is said to be {state}."


def test_of_a_deal_that_is_over_nothing_is_told() -> None:
    data = changed("deals", "state", "expired")
    data["commitments"][0]["ghg"] = "1 kt/year"
    assert told(data) == []


def test_a_deal_that_is_gone() -> None:
    [found] = told(changed("deals", "id", "other-deal"))
    assert found.diagnostic.message == 'The deal "heat-deal" was signed on 2026-05-04 and is not in the data.'
    assert found.diagnostic.place.keys == ("city",)
    data = deepcopy(CITY)
    data["deals"][0]["parties"] = 5
    assert told(data) == []  # it is there, and cannot be read
    assert told({"deals": []}) == []


def test_a_record_that_was_edited() -> None:
    [(path, text)] = kept().items()
    [found] = told(CITY, {path: text.replace(b"9 kt", b"8 kt")})
    assert f"in {path}, line 3 is not as it was written" in found.diagnostic.message
    assert found.diagnostic.place.keys == ("deals", 0, "signed")


def test_the_last_day_of_signing_counts() -> None:
    data = changed("commitments", "ghg", "8 kt/year")
    later = kept(data, DAY.replace(day=30))
    assert told(data, {**later, **kept()}) == []
    [found] = told(CITY, {**kept(), **later})
    assert "2026-05-30" in found.diagnostic.message
    assert path_of("heat-deal", DAY) < next(iter(later))
