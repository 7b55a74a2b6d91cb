from typing import Any

import pytest

from lgdkit.model.deal import Deal
from lgdkit.view.clauses import Clause, clauses_of


def deal(**fields: Any) -> Deal:
    return Deal.model_validate({"id": "d", "title": "Heat", "parties": ["town", "one"], **fields})


def wordings(found: Deal | None, country: str = "FI", parties: int = 2) -> dict[str, tuple[str, ...]]:
    return {each.name: each.wordings for each in clauses_of(found, country, parties)}


def test_without_a_deal_a_framework_without_legal_force() -> None:
    found = wordings(None)
    assert list(found) == [
        "purpose", "goals", "city-contributions", "commitments", "governance", "reporting", "communication",
        "funding", "publicity", "confidentiality", "data-protection", "legal-status", "duration", "accession",
        "amendment", "termination", "liability", "language", "annexes",
    ]  # fmt: skip
    assert found["purpose"] == ("purpose.framework", "purpose")
    assert found["legal-status"] == (
        "legal-status.non-binding.FI",
        "legal-status.non-binding",
        "legal-status",
    )
    assert found["termination"] == ("termination.open.non-binding", "termination.open", "termination")
    assert found["accession"][0] == "accession.undecided"
    assert clauses_of(None, "", 2)[8] == Clause("publicity", ("publicity",))


def test_the_law_is_named_where_something_binds() -> None:
    assert "law" not in wordings(deal())
    assert wordings(deal(legal_status="binding"), "SE")["law"] == ("law.SE", "law")
    assert list(wordings(deal(legal_status="partly-binding")))[-2:] == ["law", "annexes"]


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
        ({"level": "declaration"}, "purpose", "purpose.declaration"),
        ({"legal_status": "binding"}, "amendment", "amendment.binding"),
    ],
)
def test_the_most_fitting_wording_comes_first(fields: dict[str, Any], name: str, first: str) -> None:
    assert wordings(deal(**fields))[name][0] == first


def test_many_parties_and_clauses_to_leave_out() -> None:
    assert wordings(deal(accession={"open": True}), parties=3)["accession"] == ("accession.open", "accession")
    assert "confidentiality" not in wordings(deal(clauses={"confidentiality": False}))
