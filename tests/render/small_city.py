"""A city in which texts stand in every place that takes one."""

from collections.abc import Callable
from itertools import count
from typing import Any

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.indicator import Indicator
from lgdkit.model.source import Source
from lgdkit.model.stakeholder import Stakeholder

WORD = "Zq%de"
"""Words that mean nothing in Markdown and stand nowhere else."""
UNIT = "xYq"


def full_city(text: Callable[[int], str] = WORD.__mod__, unit: str = UNIT, **deal: Any) -> City:
    """Return a city with these texts, by number, as its titles, names, notes, reasons and so on."""
    numbers = count()

    def say() -> str:
        return text(next(numbers))

    why = {"not_quantified": say()}
    cite = [{"id": "s1", "at": say()}]
    record = {
        "id": "small",
        "name": say(),
        "country": "FI",
        "languages": ["en"],
        "organisation": "town",
        "coordinator": {"unit": say(), "role": say()},
        "vision": say(),
        "principles": {"governance": say()},
        "governance": [{"name": say(), "kind": "office", "task": say()}],
        "targets": [
            {
                "id": "t1",
                "title": say(),
                "boundary": say(),
                "method": say(),
                "note": say(),
                "target": {"year": 2030},
            },
            {
                "id": "t2",
                "boundary": say(),
                "baseline": {"year": 2020, "ghg": "5 kt/year", "source": cite[0]},
                "target": {"year": 2030, "reduction": "80 %"},
            },
            {"id": "t3", "target": {"year": 2030, "reduction": "80 %", "of": "latest"}},
            {"id": "t4", "target": {"year": 2030, "ghg": "5 kt/year"}},
        ],
        "fields": [{"id": "f1", "name": say(), "ccc": "energy-systems", "green_deal": ["clean-energy"]}],
        "strategies": [
            {
                "id": "p1",
                "title": say(),
                "kind": "plan",
                "adopted": "2020-05",
                "reference": say(),
                "relevance": say(),
            },
            {"id": "p2", "title": say(), "kind": "plan", "adopted": "2020-05-01", "source": cite[0]},
            {"id": "p3", "title": say(), "kind": "plan", "reference": say()},
            {"id": "p4", "title": say(), "kind": "plan"},
        ],
        "totals": {"additive": False, "reason": say()},
        "extra_fields": [{"name": "own", "label": say(), "kind": "text"}],
        "note": say(),
        "sources": cite,
    }
    partner = {
        "kind": "sme",
        "name": say(),
        "legal_form": say(),
        "register": {"system": "other", "number": say()},
        "sector": {"nace": "S94", "activity": say()},
        "employees": {"total": 12000, "in_city": 20, "year": 2024},
        "address": {"street": say(), "postal_code": say(), "town": say()},
        "website": "https://example.org/a_b",
        "contact": {"role": say()},
        "signatory": {"role": say()},
        "operations": say(),
        "collaboration": say(),
        "note": say(),
        "influence": "high",
        "interest": "high",
        "extra": {"own": say()},
        "sources": cite,
    }
    action = {
        "id": "a1",
        "title": say(),
        "description": say(),
        "field": "f1",
        "scale": say(),
        "lead": "town",
        "partners": ["one", "two"],
        "start": 2024,
        "end": "2026-05-01",
        "decision": {"status": "proposed", "body": say(), "reference": say(), "date": 2024},
        "milestones": [{"title": say(), "due": 2025}],
        "impact": {"ghg": why, "note": say(), "energy_saved": why},
        "cost": {"total": why, "note": say()},
        "funding": [{"source": say(), "amount": why, "programme": say()}],
        "indicators": ["i1"],
        "strategies": ["p1"],
        "note": say(),
        "sources": cite,
        "extra": {"own": say()},
    }
    promise = {
        "by": "one",
        "action": "a1",
        "text": say(),
        "deliverable": say(),
        "amount": f"3 {unit}",
        "ghg": why,
        "investment": {"amount": why, "year": 2025},
        "note": say(),
        "kind": "footprint",
        "sources": cite,
    }
    agreement: dict[str, Any] = {
        "id": "d1",
        "title": say(),
        "parties": ["town", "one", "two"],
        "purpose": say(),
        "goals": [say(), say()],
        "city_contributions": [
            {"text": say(), "every": {"per": "year"}},
            {"text": say(), "due": "2025-01-01"},
        ],
        "partner_benefits": [{"text": say()}],
        "term": {"from": "2025-01-01", "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
        "reporting": {"every": {"per": "quarter", "times": 2}, "to": say()},
        "accession": {"open": True, "consent": "all"},
        "termination": {"notice": "3 months"},
        "adopted": {"body": say(), "reference": say(), "date": "2024-01-31"},
        "signatories": [{"party": "one", "position": say()}],
        "signed": {"date": "2024-02-01", "place": say()},
        "note": say(),
        "sources": cite,
        **deal,
    }
    indicator = {
        "id": "i1",
        "name": say(),
        "unit": unit[:40],
        "definition": say(),
        "calculation": say(),
        "baseline": {"year": 2020, "value": 5},
        "source": {"text": say()},
        "note": say(),
        "sources": cite,
    }
    return City(
        record=CityRecord.model_validate(record),
        stakeholders=tuple(
            Stakeholder.model_validate({**partner, "id": each}) for each in ("one", "three", "town", "two")
        ),
        actions=(
            Action.model_validate(action),
            Action.model_validate({"id": "a2", "title": say(), "impact": {"ghg": "not-applicable"}}),
            Action.model_validate(
                {"id": "a3", "title": say(), "field": "f1", "impact": {"ghg": "5 kt/year"}}
            ),
            Action.model_validate(
                {"id": "a4", "title": say(), "impact": {"ghg": "5 t", "counted_in": ["a3"]}}
            ),
            Action.model_validate({"id": "a5", "title": say(), "impact": {"enables": ["a3", "a1"]}}),
        ),
        commitments=(
            Commitment.model_validate({**promise, "id": "c1"}),
            Commitment.model_validate({**promise, "id": "c2", "by": "two", "action": "a2", "due": "2025-05"}),
            Commitment.model_validate({"id": "c3", "by": "three", "text": say()}),
        ),
        deals=(Deal.model_validate(agreement),),
        indicators=(Indicator.model_validate(indicator),),
        sources=(
            Source.model_validate(
                {"id": "s1", "title": say(), "publisher": say(), "url": "https://example.org/", "note": say()}
            ),
        ),
    )
