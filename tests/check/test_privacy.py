"""Names, addresses and numbers of persons stand under persons alone."""

import pytest

from lgdkit.check.words import first_matches

from .small import marked, only, rules

PERSONS = "persons: [{id: p-1, name: Aino Esimerkki, email: aino.esimerkki@lake.example, phone: '+358 50 000 0000'}]\n"


def _note(text: str) -> str:
    return f'actions: [{{id: solar, title: Solar, lead: town, note: "{text}"}}]\n'


def test_what_stands_under_persons_is_in_its_place() -> None:
    assert rules(PERSONS) == []


@pytest.mark.parametrize(
    "text", ["Aino Esimerkki", "Ask Aino Esimerkki.", "(Aino Esimerkki)", "Aino Esimerkki's plan"]
)
def test_a_name_stands_outside_of_persons(text: str) -> None:
    found = only(PERSONS + _note(text))
    assert found.diagnostic.rule == "person-outside-persons"
    assert marked(found) == f'"{text}"'
    assert '"p-1"' in found.diagnostic.message


@pytest.mark.parametrize(
    "text", ["Aino", "Esimerkki Oy", "aino esimerkki", "Aino Esimerkkinen", "Esimerkki, Aino"]
)
def test_a_part_of_a_name_may_mean_anything(text: str) -> None:
    assert rules(PERSONS + _note(text)) == []


def test_a_business_may_bear_the_name_of_its_owner() -> None:
    owner = "stakeholders: [{id: cafe, name: Aino Esimerkki, kind: sme%s}]\n"
    assert rules(PERSONS + owner % "") == []
    assert rules(PERSONS + owner % ", note: Aino Esimerkki") == ["person-outside-persons"]
    short = "persons: [{id: p-1, name: Bo}, {id: p-2, name: Lake}, {id: p-3, name: I O}]\n"
    assert rules(short + _note("Bo at the Lake, I O")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to aino.esimerkki@lake.example.",
        "aino_esimerkki@lake.example",
        "aino@gmail.com",
        "info@gmx.de, or by hand",
        "info@lake.example or aino.esimerkki@lake.example",
        "Call +358 50 000 0000",
        "+49 (621) 293-0000",
        "Tel. +46907861000",
    ],
)
def test_an_address_or_number_of_a_person(text: str) -> None:
    found = only(_note(text))
    assert found.diagnostic.rule == "contact-outside-persons"
    assert found.diagnostic.message.startswith(("The e-mail address", "The telephone number"))


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@lake.example.",
        "green.deal@lake.example, umwelt-klima@stadt.example",
        "kirjaamo@lake.example",
        "prices @ 5 EUR, or @home",
        "+20 000 000 EUR, +1 200 tonnes",
        "+1.200.000.000 kWh",
        "+5 % by 2030, +3",
        "2+3579111315",
        "@lake.example.org",
    ],
)
def test_an_address_of_an_office_and_a_figure(text: str) -> None:
    assert rules(_note(text)) == []


def test_a_number_in_a_field_of_the_citys_own_is_found_too() -> None:
    found = only("sources: [{id: s, title: S, publisher: aino.e@lake.example}]\n")
    assert found.diagnostic.rule == "contact-outside-persons"


def test_of_nothing_nothing_is_found() -> None:
    assert first_matches([], []) == {}
    assert first_matches(["a"], []) == {}
