"""A city with a deal in which every key is written, and its signing."""

from copy import deepcopy
from datetime import date
from typing import Any

import yaml

from lgdkit.diagnostics import Located
from lgdkit.model.agreed import agreed
from lgdkit.model.city import City
from lgdkit.model.signing import Signing, path_of
from lgdkit.pipeline import check
from lgdkit.read.city import read_city
from lgdkit.read.signings import signing_text

FILE = "city.yaml"
DAY, TODAY = date(2026, 5, 4), date(2026, 6, 30)
COMMITMENT: dict[str, Any] = {
    "id": "c1",
    "by": "heat",
    "action": "pumps",
    "text": {"fi": "Vaihtaa kattilat.", "en": "Replaces boilers."},
    "deliverable": "Viisi pumppua",
    "amount": "5 pumps",
    "due": "2028-05",
    "every": {"times": 2, "per": "year"},
    "kind": "footprint",
    "ghg": "9.0 kt/year",
    "per": "total",
    "investment": {"amount": "2.5 MEUR", "year": 2027},
    "indicator": "power",
    "status": "ongoing",
    "note": "Alustava",
    "sources": ["plan"],
    "extra": {"unit": "A"},
}
ACTION: dict[str, Any] = {
    "id": "pumps",
    "title": "Pumput",
    "description": "Pumppuja",
    "field": "energy-systems",
    "kind": "technical",
    "levers": ["technology"],
    "scale": "Koko kaupunki",
    "lead": "heat",
    "partners": ["town"],
    "start": 2024,
    "end": 2029,
    "status": "ongoing",
    "decision": {"status": "agreed"},
    "milestones": [{"title": "Lupa", "due": "2027"}],
    "impact": {"ghg": {"stationary-energy": "20 kt/year"}, "per": "year", "note": "Laskettu"},
    "cost": {"total": {"not_quantified": "kesken"}, "own": "not-applicable", "per_year": {2026: "1 MEUR"}},
    "funding": [{"source": "EU", "amount": "1 MEUR", "status": "planned"}],
    "indicators": ["power"],
    "depends_on": ["plan"],
    "replicates": "porvoo/x",
    "strategies": ["s1"],
    "sdgs": [7],
    "note": "Huomio",
    "sources": ["plan"],
    "extra": {"unit": "A"},
}
DEAL: dict[str, Any] = {
    "id": "heat-deal",
    "title": {"fi": "Lämpösopimus", "en": "Heat deal"},
    "parties": ["town", "heat"],
    "level": "framework",
    "state": "signed",
    "legal_status": "binding",
    "leading_language": "fi",
    "languages": ["fi", "en"],
    "purpose": "Lämpöä",
    "goals": ["Yksi", "Kaksi"],
    "commitments": ["c1"],
    "city_contributions": [{"text": "Tontti", "due": 2027}],
    "partner_benefits": [{"text": "Tietoa", "every": {"per": "year"}}],
    "term": {"from": 2026, "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
    "reporting": {"every": {"per": "year"}, "to": "Toimisto"},
    "accession": {"open": True, "consent": "city"},
    "termination": {"notice": "3 months"},
    "clauses": {"logo": True},
    "adopted": {"body": "Hallitus", "date": 2026},
    "signatories": [{"party": "town"}, {"party": "heat"}],
    "signed": {"date": "2026-05-04"},
    "note": "Huomio",
    "sources": ["plan"],
    "extra": {"unit": "A"},
}
CITY: dict[str, Any] = {
    "city": {
        "id": "lintula",
        "name": {"fi": "Lintula", "en": "Bird Town"},
        "country": "FI",
        "languages": ["fi", "en"],
        "organisation": "town",
        "extra_fields": [{"name": "unit", "label": "Yksikkö", "kind": "text"}],
        "strategies": [
            {"id": "s1", "title": "S", "kind": "plan"},
            {"id": "s2", "title": "T", "kind": "plan"},
        ],
    },
    "stakeholders": [
        {"id": "town", "name": "Lintula", "kind": "municipality"},
        {"id": "heat", "name": "Lämpö Oy", "kind": "sme"},
        {"id": "other", "name": "Muu Oy", "kind": "sme"},
    ],
    "actions": [
        ACTION,
        {"id": "plan", "title": "Suunnitelma", "lead": "town"},
        {"id": "more", "title": "Lisää", "lead": "town"},
    ],
    "commitments": [
        COMMITMENT,
        {"id": "c2", "by": "heat", "action": "more", "text": "Muuta."},
        {"id": "c3", "by": "other", "text": "Vielä muuta."},
    ],
    "deals": [DEAL],
    "indicators": [
        {"id": "power", "name": "Teho", "unit": "MW"},
        {"id": "heat", "name": "Lämpö", "unit": "MWh"},
    ],
    "sources": [{"id": "plan", "title": "Suunnitelma"}, {"id": "map", "title": "Kartta"}],
}


def texts(data: dict[str, Any]) -> dict[str, bytes]:
    # one without aliases, which no data file may have
    data = deepcopy(data)
    return {FILE: yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()}


def read(data: dict[str, Any] = CITY) -> City:
    return read_city(texts(data)).city


def signing(data: dict[str, Any] = CITY, day: date = DAY) -> Signing:
    city = read(data)
    return Signing("heat-deal", day, "Lintula", "deal.pdf", "0" * 64, agreed(city, city.deals[0]))


def kept(data: dict[str, Any] = CITY, day: date = DAY) -> dict[str, bytes]:
    """Return the record of the signature, as it is kept."""
    return {path_of("heat-deal", day): signing_text(signing(data, day))}


def changed(kind: str, key: str, value: Any, index: int = 0) -> dict[str, Any]:
    """Return the data with another value in a record; None takes the key out."""
    data = deepcopy(CITY)
    record = data[kind][index]
    if value is None:
        del record[key]
    else:
        record[key] = value
    return data


def told(data: dict[str, Any], records: dict[str, bytes] | None = None) -> list[Located]:
    """Return the findings on what has changed since the deal was signed."""
    found = check(texts(data), TODAY, kept=kept() if records is None else records).findings
    return [each for each in found if each.diagnostic.rule == "changed-since-signed"]
