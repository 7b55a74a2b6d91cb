from typing import Any

import pytest

from lgdkit.model.deal import Deal
from lgdkit.view.clauses import Clause, Shape, clauses_of, preamble_of, signatures_of


def deal(**fields: Any) -> Deal:
    return Deal.model_validate({"id": "d", "title": "Heat", "parties": ["town", "one"], **fields})


def shape(
    found: Deal | None, country: str = "FI", parties: int = 2, languages: int = 2, *, money: bool = True
) -> Shape:
    return Shape(found, country, parties, money, languages)


def wordings(
    found: Deal | None, country: str = "FI", parties: int = 2, languages: int = 2, *, money: bool = True
) -> dict[str, tuple[str, ...]]:
    known = clauses_of(shape(found, country, parties, languages, money=money))
    return {each.name: each.wordings for each in known}


def test_without_a_deal_a_framework_without_legal_force() -> None:
    found = wordings(None)
    assert list(found) == [
        "definitions", "purpose", "goals", "city-contributions", "commitments", "governance", "reporting",
        "communication",
        "funding", "publicity", "data-protection", "legal-status", "duration", "amendment",
        "accession", "termination", "language", "annexes",
    ]  # fmt: skip
    assert found["purpose"] == ("purpose.framework", "purpose")
    assert found["legal-status"] == (
        "legal-status.non-binding.FI",
        "legal-status.non-binding",
        "legal-status",
    )
    assert found["termination"] == ("termination.open.non-binding", "termination.open", "termination")
    assert found["accession"][0] == "accession.undecided"
    assert clauses_of(shape(None, ""))[9] == Clause("publicity", ("publicity",))
    assert preamble_of(shape(None)) == Clause("preamble", ("preamble.FI", "preamble"))
    assert signatures_of(shape(None)) is None


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({}, "signatures.non-binding.FI"),
        ({"state": "signed", "legal_status": "binding"}, "signatures.signed"),
        ({"level": "declaration"}, "signatures.declaration"),
        ({"level": "declaration", "legal_status": "binding"}, "signatures.binding.FI"),
    ],
)
def test_who_signs_and_how(fields: dict[str, Any], first: str) -> None:
    clause = signatures_of(shape(deal(**fields)))
    assert clause is not None
    assert clause.wordings[0] == first
    assert clause.wordings[-1] == "signatures"


def test_the_law_is_named_where_something_binds() -> None:
    assert "law" not in wordings(deal())
    assert wordings(deal(legal_status="binding"), "SE")["law"] == ("law.SE", "law")
    assert list(wordings(deal(legal_status="partly-binding")))[-2:] == ["law", "annexes"]


def test_that_a_contract_binds_needs_no_saying() -> None:
    assert "legal-status" not in wordings(deal(legal_status="binding", level="full"))
    assert "legal-status" in wordings(deal(legal_status="binding", level="declaration"))
    assert "legal-status" in wordings(deal(legal_status="partly-binding", level="full"))


def test_a_full_agreement_settles_what_a_frame_leaves_open() -> None:
    full, frame = wordings(deal(level="full")), wordings(deal())
    assert set(full) - set(frame) == {"confidentiality", "liability"}
    assert "liability" in wordings(deal(legal_status="binding"))
    assert "confidentiality" in wordings(deal(clauses={"confidentiality": True}))


@pytest.mark.parametrize(
    ("fields", "name", "first"),
    [
        ({}, "reporting", "reporting.open"),
        ({"state": "signed"}, "reporting", "reporting.unrecorded"),
        ({"state": "agreed"}, "duration", "duration.open"),
        ({"state": "reporting"}, "duration", "duration.unrecorded"),
        ({"term": {}}, "duration", "duration"),
        ({"reporting": {"every": {"per": "year"}}}, "reporting", "reporting"),
        ({"state": "signed"}, "termination", "termination.unrecorded.non-binding"),
        ({"legal_status": "binding"}, "termination", "termination.open.binding"),
        (
            {"legal_status": "binding", "termination": {"notice": "3 months"}},
            "termination",
            "termination.binding",
        ),
        ({"state": "signed"}, "accession", "accession.unrecorded"),
        ({"accession": {"open": False}}, "accession", "accession.closed"),
        ({"accession": {"open": True}}, "accession", "accession.open-bilateral"),
        ({"clauses": {"logo": True}}, "communication", "communication.logo"),
        ({"clauses": {}}, "communication", "communication"),
        ({"clauses": {"confidentiality": True}}, "confidentiality", "confidentiality"),
        ({"level": "declaration"}, "declaration", "declaration"),
        ({"level": "declaration"}, "commitments", "commitments.declaration"),
        ({"legal_status": "binding"}, "amendment", "amendment.binding"),
    ],
)
def test_the_most_fitting_wording_comes_first(fields: dict[str, Any], name: str, first: str) -> None:
    assert wordings(deal(**fields))[name][0] == first


def test_many_parties_and_clauses_to_leave_out() -> None:
    assert wordings(deal(accession={"open": True}), parties=3)["accession"] == ("accession.open", "accession")
    assert "confidentiality" not in wordings(deal(clauses={"confidentiality": False}))


def test_a_declaration_settles_nothing_between_parties() -> None:
    bare = deal(level="declaration")
    assert list(wordings(bare, languages=1, money=False)) == [
        "declaration", "commitments", "legal-status", "termination",
    ]  # fmt: skip
    assert preamble_of(shape(bare)) is None
    support = Shape(bare, "FI", 2, False, 1, committed=False)
    assert [each.name for each in clauses_of(support)] == ["declaration", "legal-status", "termination"]
    full = deal(
        level="declaration",
        legal_status="binding",
        partner_benefits=[{"text": "Advice."}],
        reporting={"every": {"per": "year"}},
        clauses={"logo": True, "confidentiality": True},
        term={"until": 2030},
        termination={"notice": "3 months"},
    )
    assert list(wordings(full)) == [
        "declaration", "commitments", "city-contributions", "reporting", "communication", "funding",
        "publicity", "confidentiality", "legal-status", "duration", "termination", "language", "law",
    ]  # fmt: skip


def test_a_declaration_speaks_of_money_where_there_is_some_or_where_it_binds() -> None:
    bare, binding = deal(level="declaration"), deal(level="declaration", legal_status="binding")
    assert [
        "funding" in wordings(each, money=money) for each in (bare, binding) for money in (True, False)
    ] == [True, False, True, True]


def test_a_declaration_that_ends_by_itself_says_not_how_it_is_withdrawn() -> None:
    assert "termination" not in wordings(deal(level="declaration", term={"until": 2030}))
    assert "termination" in wordings(deal(level="declaration", term={"from": 2025}))


def test_money_and_languages() -> None:
    assert wordings(None)["funding"] == ("funding.non-binding", "funding")
    assert wordings(None, money=False)["funding"] == ("funding.none", "funding")
    assert "language" not in wordings(None, languages=1)
