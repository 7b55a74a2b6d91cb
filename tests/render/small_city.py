"""A city in which one text stands in every place that takes one."""

from typing import Any

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.indicator import Indicator
from lgdkit.model.source import Source
from lgdkit.model.stakeholder import Stakeholder

WORD = "Zq"
"""A word that means nothing in Markdown and stands nowhere else."""
UNIT = "xYq"


def full_city(text: str = WORD, unit: str = UNIT, country: str = "FI", **deal: Any) -> City:
    """Return a city with this text as every title, name, note, reason, position and reference."""
    why = {"not_quantified": text}
    cite = [{"id": "s1", "at": text}]
    record = {
        "id": "small",
        "name": text,
        "country": country,
        "languages": ["en"],
        "organisation": "town",
        "coordinator": {"unit": text, "role": text},
        "vision": text,
        "principles": {"governance": text},
        "governance": [{"name": text, "kind": "office", "task": text}],
        "targets": [
            {"id": "t1", "title": text, "boundary": text, "method": text, "note": text, "target": {"year": 2030}},
            {
                "id": "t2",
                "boundary": text,
                "baseline": {"year": 2020, "ghg": "5 kt/year", "source": cite[0]},
                "target": {"year": 2030, "reduction": "80 %"},
            },
            {"id": "t3", "target": {"year": 2030, "reduction": "80 %", "of": "latest"}},
            {"id": "t4", "target": {"year": 2030, "ghg": "5 kt/year"}},
        ],
        "fields": [{"id": "f1", "name": text, "ccc": "energy-systems", "green_deal": ["clean-energy"]}],
        "strategies": [
            {"id": "p1", "title": text, "kind": "plan", "adopted": "2020-05", "reference": text, "relevance": text},
            {"id": "p2", "title": text, "kind": "plan", "adopted": "2020-05-01", "source": cite[0]},
            {"id": "p3", "title": text, "kind": "plan", "reference": text},
            {"id": "p4", "title": text, "kind": "plan"},
        ],
        "totals": {"additive": False, "reason": text},
        "extra_fields": [{"name": "own", "label": text, "kind": "text"}],
        "note": text,
        "sources": cite,
    }
    partner = {
        "kind": "sme",
        "name": text,
        "legal_form": text,
        "register": {"system": "other", "number": text},
        "sector": {"nace": "S94", "activity": text},
        "employees": {"total": 12000, "in_city": 20, "year": 2024},
        "address": {"street": text, "postal_code": text, "town": text},
        "website": "https://example.org/a_b",
        "contact": {"role": text},
        "signatory": {"role": text},
        "operations": text,
        "collaboration": text,
        "note": text,
        "influence": "high",
        "interest": "high",
        "extra": {"own": text},
        "sources": cite,
    }
    action = {
        "id": "a1",
        "title": text,
        "description": text,
        "field": "f1",
        "scale": text,
        "lead": "town",
        "partners": ["one", "two"],
        "start": 2024,
        "end": "2026-05-01",
        "decision": {"status": "proposed", "body": text, "reference": text, "date": 2024},
        "milestones": [{"title": text, "due": 2025}],
        "impact": {"ghg": why, "note": text, "energy_saved": why},
        "cost": {"total": why, "note": text},
        "funding": [{"source": text, "amount": why, "programme": text}],
        "indicators": ["i1"],
        "strategies": ["p1"],
        "note": text,
        "sources": cite,
        "extra": {"own": text},
    }
    promise = {
        "by": "one",
        "action": "a1",
        "text": text,
        "deliverable": text,
        "amount": f"3 {unit}",
        "ghg": why,
        "investment": {"amount": why, "year": 2025},
        "note": text,
        "kind": "footprint",
        "sources": cite,
    }
    agreement: dict[str, Any] = {
        "id": "d1",
        "title": text,
        "parties": ["town", "one", "two"],
        "purpose": text,
        "goals": [text, text],
        "city_contributions": [{"text": text, "every": {"per": "year"}}, {"text": text, "due": "2025-01-01"}],
        "partner_benefits": [{"text": text}],
        "term": {"from": "2025-01-01", "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
        "reporting": {"every": {"per": "quarter", "times": 2}, "to": text},
        "accession": {"open": True, "consent": "all"},
        "termination": {"notice": "3 months"},
        "adopted": {"body": text, "reference": text, "date": "2024-01-31"},
        "signatories": [{"party": "one", "position": text}],
        "signed": {"date": "2024-02-01", "place": text},
        "note": text,
        "sources": cite,
        **deal,
    }
    indicator = {
        "id": "i1",
        "name": text,
        "unit": unit[:40],
        "definition": text,
        "calculation": text,
        "baseline": {"year": 2020, "value": 5},
        "source": {"text": text},
        "note": text,
        "sources": cite,
    }
    return City(
        record=CityRecord.model_validate(record),
        stakeholders=tuple(
            Stakeholder.model_validate({**partner, "id": each}) for each in ("one", "three", "town", "two")
        ),
        actions=(
            Action.model_validate(action),
            Action.model_validate({"id": "a2", "title": text, "impact": {"ghg": "not-applicable"}}),
            Action.model_validate({"id": "a3", "title": text, "field": "f1", "impact": {"ghg": "5 kt/year"}}),
            Action.model_validate({"id": "a4", "title": text, "impact": {"ghg": "5 t", "counted_in": ["a3"]}}),
            Action.model_validate({"id": "a5", "title": text, "impact": {"enables": ["a3", "a1"]}}),
        ),
        commitments=(
            Commitment.model_validate({**promise, "id": "c1"}),
            Commitment.model_validate({**promise, "id": "c2", "by": "two", "action": "a2", "due": "2025-05"}),
            Commitment.model_validate({"id": "c3", "by": "three", "text": text}),
        ),
        deals=(Deal.model_validate(agreement),),
        indicators=(Indicator.model_validate(indicator),),
        sources=(
            Source.model_validate(
                {"id": "s1", "title": text, "publisher": text, "url": "https://example.org/", "note": text}
            ),
        ),
    )
