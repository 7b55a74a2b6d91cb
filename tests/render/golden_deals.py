"""Small deals of every legal status, level, country and number of parties, and some that differ otherwise."""

import itertools
from collections.abc import Iterator
from functools import cache
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
    "declaration-of-support": {"deal": {}, "level": "declaration", "commitments": False},
    "declaration-until": {"deal": {"term": {"until": 2030}}, "level": "declaration", "money": True},
    "declaration-from": {"deal": {"term": {"from": 2025}}, "level": "declaration"},
    "declaration-from-signature": {
        "deal": {"term": {"review": {"every": {"per": "year"}}}, "signatories": [{"party": "town"}]},
        "level": "declaration",
        "country": "SE",
    },
    "declaration-open-partly-binding": {
        "deal": {},
        "level": "declaration",
        "status": "partly-binding",
    },
    "declaration-signed-binding": {
        "deal": {"state": "signed"},
        "level": "declaration",
        "status": "binding",
    },
    "declaration-binding-with-all": {
        "deal": {**_FULL, "languages": ["en", "de"]},
        "level": "declaration",
        "status": "binding",
        "country": "DE",
        "money": True,
    },
    "bare-city": {"deal": {}, "bare": True},
    "bare-city-full": {"deal": {}, "level": "full", "bare": True},
    "bare-city-signed": {"deal": {"state": "signed"}, "bare": True},
    "bare-city-full-signed": {"deal": {"state": "signed"}, "level": "full", "bare": True},
}
"""Deals that differ in what is agreed, written down or signed, in money and in who may join."""
OWN_LANGUAGES = {"FI": ("fi", "sv"), "SE": ("sv",), "DE": ("de",)}
"""The languages in which a city of each country signs."""
_IN_ENGLISH = (
    *("City of Zed", "Bakery One", "Builder Two", "School Three", "Club Four"),
    *("Less heat is lost.", "Warm homes with less energy.", "the climate office", "Gives advice."),
    *("Saves energy.", "the council", "Climate office", "coordinator", "Climate-neutral Zed"),
    *("the whole area", "Climate plan", "Insulate houses", "Warm homes", "mayor", "managing director"),
    *("Work of one.", "Work of two.", "Work of three.", "Work of four."),
)
_DATA = {
    "fi": (
        *("Zedin kaupunki", "Leipomo Yksi", "Rakentaja Kaksi", "Koulu Kolme", "Seura Neljä"),
        *("Lämpöä hukataan vähemmän.", "Lämpimät kodit vähemmällä energialla.", "ilmastotoimisto"),
        *("Antaa neuvontaa.", "Säästää energiaa.", "valtuusto", "Ilmastotoimisto", "koordinaattori"),
        *("Ilmastoneutraali Zed", "koko kunta", "Ilmastosuunnitelma", "Talojen eristäminen"),
        *("Lämpimät kodit", "kaupunginjohtaja", "toimitusjohtaja"),
        *("Ensimmäinen työ.", "Toinen työ.", "Kolmas työ.", "Neljäs työ."),
    ),
    "sv": (
        *("Zeds kommun", "Bageri Ett", "Byggare Två", "Skola Tre", "Förening Fyra"),
        *("Mindre värme går förlorad.", "Varma hem med mindre energi.", "klimatkontoret", "Ger råd."),
        *("Sparar energi.", "fullmäktige", "Klimatkontoret", "samordnare", "Klimatneutrala Zed"),
        *(
            "hela området",
            "Klimatplan",
            "Isolera hus",
            "Varma hem",
            "kommundirektör",
            "verkställande direktör",
        ),
        *("Arbete ett.", "Arbete två.", "Arbete tre.", "Arbete fyra."),
    ),
    "de": (
        *("Stadt Zed", "Bäckerei Eins", "Bau Zwei", "Schule Drei", "Verein Vier"),
        *("Es geht weniger Wärme verloren.", "Warme Wohnungen mit weniger Energie.", "Klimastelle"),
        *("Berät.", "Spart Energie.", "Gemeinderat", "Klimastelle", "Koordination", "Klimaneutrales Zed"),
        *("das ganze Stadtgebiet", "Klimaplan", "Häuser dämmen", "Warme Wohnungen"),
        *("Oberbürgermeisterin", "Geschäftsführung"),
        *("Arbeit eins.", "Arbeit zwei.", "Arbeit drei.", "Arbeit vier."),
    ),
}


def in_language(data: Any, language: str) -> Any:
    """Return data with its English texts in another language."""
    if isinstance(data, dict):
        return {key: in_language(each, language) for key, each in data.items()}
    if isinstance(data, list):
        return [in_language(each, language) for each in data]
    if language == "en" or not isinstance(data, str):
        return data
    return dict(zip(_IN_ENGLISH, _DATA[language], strict=True)).get(data, data)


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
    language: str = "en",
) -> City:
    """Return a city with this deal, or with none, and with its data in one language."""
    partners = _PARTNERS[: parties - 1]
    record: dict[str, Any] = {
        "id": "zed",
        "name": "Zed",
        "country": country,
        "languages": [language],
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
        record=CityRecord.model_validate(in_language(record, language)),
        stakeholders=tuple(
            Stakeholder.model_validate(
                in_language(
                    {
                        "id": each,
                        "name": _NAMES[each],
                        "kind": "municipality" if each == "town" else "sme",
                        "signatory": {"role": "mayor" if each == "town" else "managing director"},
                    },
                    language,
                )
            )
            for each in ("town", *partners)
        ),
        actions=(Action.model_validate(in_language(action, language)),),
        commitments=tuple(
            Commitment.model_validate(
                in_language({**promise, "id": f"c-{each}", "by": each, "text": f"Work of {each}."}, language)
            )
            for each in (partners if commitments else ())
        ),
        deals=(
            Deal.model_validate(
                in_language({**fields, "legal_status": status, "level": level, **deal}, language)
            ),
        )
        if deal is not None
        else (),
    )


def in_the_language_of_the_country() -> dict[str, dict[str, City]]:
    """Return every combination in the languages in which the country signs, by language and name."""
    found: dict[str, dict[str, City]] = {"de": {}, "fi": {}, "sv": {}}
    for status, level, country, parties in combinations():
        for language in OWN_LANGUAGES.get(country, ()):
            deal = _OF_LEVEL[level]
            if "languages" in deal:
                deal = {**deal, "languages": [language, "en"]}
            found[language][f"{status}.{level}.{country}.{parties}-parties"] = golden_city(
                status, level, country, parties, deal=deal, language=language
            )
    return found


@cache
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
    return [each for each in (view.preamble, *view.clauses, view.signatures) if each]
