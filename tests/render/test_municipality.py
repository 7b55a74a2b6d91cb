"""A document calls the municipality what it calls itself, in its catalogue and in its prose."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from golden_deals import golden_city

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.render.language import words_of
from lgdkit.render.municipality import renamed_prose, renaming

TEMPLATES = read_templates()
DRAFTER = Drafter(TEMPLATES)
TABLES = [Path(path).stem.split(".") for path in TEMPLATES if re.fullmatch(r"words/\w+\.\w+\.json", path)]

STEMS = {
    "de": r"\bSt[aä]dt",
    "en": r"\b[Cc]it(?:y|ies)",
    "fi": r"\b[Kk]aupun[kg]",
    "sv": r"\b[Kk]ommunens?\b",
}
"""What the usual word begins with in all its forms."""
_DATA = re.compile("Zedin kaupunki|kaupunginjohtaja|Stadt Zed|das ganze Stadtgebiet|City of Zed|Zeds kommun")


def called(city: City, kind: str) -> City:
    assert city.record
    return City(
        record=city.record.model_copy(update={"kind": kind}),
        stakeholders=city.stakeholders,
        actions=city.actions,
        commitments=city.commitments,
        deals=city.deals,
    )


def documents(city: City, language: str) -> str:
    partner = city.stakeholder["one"]
    drafts = [
        *DRAFTER.inventory(city, (language,)),
        *DRAFTER.roadmap(city, (language,)),
        *DRAFTER.memoranda(city, [partner], (language,))[0],
        *DRAFTER.requests(city, [partner], (language,)),
    ]
    return "\n".join(each.content.decode() for each in drafts)


@pytest.mark.parametrize(("language", "kind"), TABLES)
def test_no_usual_word_is_left(language: str, kind: str) -> None:
    usual = golden_city(level="full", deal={}, language=language, parties=3)
    stem = STEMS[language]
    before, after = (
        # names and positions are data, and stay
        _DATA.sub("", documents(each, language))
        for each in (usual, called(usual, kind))
    )
    assert len(re.findall(stem, before)) > 20
    assert re.findall(rf"{stem}\w*", after) == []


@pytest.mark.parametrize("language", ["en", "de", "fi", "sv"])
def test_the_usual_word_needs_no_table(language: str) -> None:
    usual = "municipality" if language == "sv" else "city"
    assert renaming(language, usual, TEMPLATES) is None
    assert words_of(language, TEMPLATES, usual).rename is None


def test_a_city_of_finland_is_staden_in_swedish() -> None:
    city = golden_city(country="FI", level="full", deal={}, language="sv")
    text = documents(called(city, "city"), "sv")
    assert "(nedan kallad staden)" in text
    assert "Staden samordnar den lokala gröna given." in text
    assert "Zeds kommun" in text  # what the data calls it stays


def test_tables_call_the_city_what_it_calls_itself_and_others_by_their_kind() -> None:
    usual = golden_city(level="full", deal={}, language="sv", parties=3)
    own, second, *rest = usual.stakeholders
    other = second.model_copy(update={"kind": "municipality"})
    assert own.id == usual.organisation
    city = called(replace(usual, stakeholders=(own, other, *rest)), "city")
    assert city.record
    names = {each.id: each.name.best("sv", "sv")[1].text for each in city.stakeholders}
    for draft in (*DRAFTER.inventory(city, ("sv",)), *DRAFTER.roadmap(city, ("sv",))):
        if draft.path.endswith(".md"):
            text = draft.content.decode()
            assert f"| {names[own.id]} | stad |" in text
            assert f"| {names[other.id]} | kommun |" in text


def test_code_and_names_of_values_are_no_words() -> None:
    rename = renaming("en", "municipality", TEMPLATES)
    assert rename
    assert rename("The city's data; City hall in %(city)s, (city)") == (
        "The municipality's data; Municipality hall in %(city)s, (municipality)"
    )
    assert renamed_prose(rename, "{{ doc.city }} and the city {% if doc.city %}x{% endif %}") == (
        "{{ doc.city }} and the municipality {% if doc.city %}x{% endif %}"
    )


def test_counted_words_are_renamed_too() -> None:
    templates = {"words/en.municipality.json": b'{"city": "municipality"}'}
    known = words_of("en", templates, "municipality")
    assert known.ngettext("a city", "%(count)s cities, city", 2) == "%(count)s cities, municipality"
    assert known.pgettext("x", "City") == "Municipality"
    assert known.catalogue.npgettext("x", "a city", "cities", 1) == "a municipality"
