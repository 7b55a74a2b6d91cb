"""Small deals of every legal status, level, country and number of parties, and some that differ otherwise."""

import itertools
from collections.abc import Iterator
from typing import Any

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.clauses import Clause
from lgdkit.view.memorandum import Memorandum, memorandum

STATUSES = ("non-binding", "partly-binding", "binding")
LEVELS = ("declaration", "framework", "full")
COUNTRIES = ("FI", "SE", "DE", "EE")
PARTIES = (2, 3, 5)
"""Two; a few, whose commitments each copy prints; many, of which it prints the partner's alone."""

_PARTNERS = ("one", "two", "three", "four")
_NAMES = {
    "town": "City of Zed",
    "one": "Bakery One",
    "two": "Builder Two",
    "three": "School Three",
    "four": "Club Four",
}
_FULL: dict[str, Any] = {
    "purpose": "Less heat is lost.",
    "goals": ["Warm homes with less energy."],
    "term": {"from": "2025-01-01", "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
    "reporting": {"every": {"per": "year"}, "to": "the climate office"},
    "termination": {"notice": "3 months"},
    "accession": {"open": False},
    "city_contributions": [{"text": "Gives advice.", "every": {"per": "quarter"}}],
    "partner_benefits": [{"text": "Saves energy."}],
    "adopted": {"body": "the council", "reference": "V 12/2024", "date": "2024-11-05"},
    "clauses": {"logo": True, "confidentiality": True},
}
_OF_LEVEL: dict[str, dict[str, Any]] = {
    "declaration": {"termination": {"notice": "1 month"}},
    "framework": {
        "purpose": "Less heat is lost.",
        "accession": {"open": True, "consent": "city"},
        "term": {"from": "2025"},
        "reporting": {"every": {"per": "year"}},
        "clauses": {"confidentiality": False},
        "languages": ["en", "fi"],
    },
    "full": _FULL,
}
_BINDING = {"status": "binding", "level": "full", "country": "FI"}
OTHERS: dict[str, dict[str, Any]] = {
    "no-deal": {"deal": None},
    "nothing-agreed": {"deal": {}},
    "nothing-agreed-binding": {"deal": {}, **_BINDING},
    "nothing-recorded": {"deal": {"state": "signed"}, "parties": 3},
    "nothing-recorded-binding": {"deal": {"state": "signed"}, **_BINDING},
    "signed": {"deal": {**_FULL, "state": "signed", "signed": {"date": "2025-01-10", "place": "Zed"}}},
    "declaration-signed": {"deal": {"state": "reporting"}, "level": "declaration", "country": "SE"},
    "declaration-with-all": {"deal": _FULL, "level": "declaration", "country": "DE"},
    "no-commitment": {"deal": {}, "commitments": False},
    "no-commitment-signed": {"deal": {"state": "signed"}, "commitments": False},
    "all-clauses": {
        "deal": {**_FULL, "languages": ["en", "sv"]},
        "country": "SE",
        "parties": 3,
        "money": True,
        "status": "partly-binding",
    },
    "no-money-binding": {"deal": _FULL, "money": False, **_BINDING},
    "open-by-consent-of-all-bilateral": {"deal": {**_FULL, "accession": {"open": True, "consent": "all"}}},
    "open-without-consent": {
        "deal": {**_FULL, "accession": {"open": True, "consent": "none"}},
        "parties": 3,
    },
    "open-consent-not-agreed": {"deal": {**_FULL, "accession": {"open": True}}, "parties": 3},
    "open-consent-not-agreed-bilateral": {"deal": {**_FULL, "accession": {"open": True}}},
    "open-consent-not-recorded": {
        "deal": {**_FULL, "state": "signed", "accession": {"open": True}},
        "parties": 3,
    },
    "open-consent-not-recorded-bilateral": {
        "deal": {**_FULL, "state": "signed", "accession": {"open": True}}
    },
    "open-by-consent-of-all": {
        "deal": {**_FULL, "accession": {"open": True, "consent": "all"}},
        "parties": 3,
    },
    "declaration-no-commitment": {"deal": {}, "level": "declaration", "commitments": False},
    "bare-city": {"deal": {}, "bare": True},
    "bare-city-full": {"deal": {}, "level": "full", "bare": True},
    "bare-city-signed": {"deal": {"state": "signed"}, "bare": True},
    "bare-city-full-signed": {"deal": {"state": "signed"}, "level": "full", "bare": True},
}
"""Deals that differ in what is agreed, written down or signed, in money and in who may join."""


def combinations() -> Iterator[tuple[str, str, str, int]]:
    """Give every legal status with every level, country and number of parties: all of them may be."""
    return itertools.product(STATUSES, LEVELS, COUNTRIES, PARTIES)


def golden_city(
    status: str = "non-binding",
    level: str = "framework",
    country: str = "FI",
    parties: int = 2,
    *,
    deal: dict[str, Any] | None,
    money: bool | None = None,
    commitments: bool = True,
    bare: bool = False,
) -> City:
    """Return a city with this deal, or with none."""
    partners = _PARTNERS[: parties - 1]
    record: dict[str, Any] = {
        "id": "zed",
        "name": "Zed",
        "country": country,
        "languages": ["en"],
        "organisation": "town",
        "coordinator": {"unit": "Climate office", "role": "coordinator"},
        "targets": [
            {
                "id": "t",
                "title": "Climate-neutral Zed",
                "boundary": "the whole area",
                "target": {"year": 2030},
            }
        ],
        "strategies": [{"id": "s", "title": "Climate plan", "kind": "plan", "adopted": 2023}],
    }
    if bare:
        for each in ("coordinator", "targets", "strategies"):
            del record[each]
    promise: dict[str, Any] = {"action": "insulate", "due": 2027, "ghg": "2 kt/year"}
    if money if money is not None else level == "full":
        promise["investment"] = {"amount": "50000 EUR", "year": 2026}
    action = {"id": "insulate", "title": "Insulate houses", "decision": {"status": "decided"}}
    fields = {"id": "d", "title": "Warm homes", "parties": ["town", *partners]}
    return City(
        record=CityRecord.model_validate(record),
        stakeholders=tuple(
            Stakeholder.model_validate(
                {
                    "id": each,
                    "name": _NAMES[each],
                    "kind": "municipality" if each == "town" else "sme",
                    "signatory": {"role": "mayor" if each == "town" else "managing director"},
                }
            )
            for each in ("town", *partners)
        ),
        actions=(Action.model_validate(action),),
        commitments=tuple(
            Commitment.model_validate({**promise, "id": f"c-{each}", "by": each, "text": f"Work of {each}."})
            for each in (partners if commitments else ())
        ),
        deals=(Deal.model_validate({**fields, "legal_status": status, "level": level, **deal}),)
        if deal is not None
        else (),
    )


def golden_cities() -> dict[str, City]:
    """Return every city by the name of its golden file."""
    found = {}
    for status, level, country, parties in combinations():
        name = f"{status}.{level}.{country}.{parties}-parties"
        found[name] = golden_city(status, level, country, parties, deal=_OF_LEVEL[level])
    for name, each in OTHERS.items():
        found[f"other.{name}"] = golden_city(**each)
    return found


def view_of(city: City) -> Memorandum:
    """Return the copy of the first partner."""
    return memorandum(city, "en", city.stakeholder["one"], city.deals[0] if city.deals else None)


def clauses_in(view: Memorandum) -> list[Clause]:
    """Return every clause of a copy that has a wording."""
    return [*([view.preamble] if view.preamble else []), *view.clauses, view.signatures]
