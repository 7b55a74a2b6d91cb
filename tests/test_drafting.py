"""From a city to its drafts, in memory."""

import gc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lgdkit.artifact import Artifact
from lgdkit.diagnostics import Place
from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.drafts import Shelf
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.values import Shared
from signed_city import CITY, changed, read, signing

TEMPLATES = read_templates()
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Overview"
msgstr "Överblick"

msgctxt "stakeholder"
msgid "company"
msgstr "företag"

msgid "%(count)s stakeholder"
msgid_plural "%(count)s stakeholders"
msgstr[0] "%(count)s aktör"
msgstr[1] "%(count)s aktörer"

msgid "Parties"
msgstr "Parter"
"""


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(TEMPLATES)


def city(*deals: dict[str, Any], **record: Any) -> City:
    base = {"id": "c", "name": "Zed", "country": "SE", "languages": ["sv", "en"], "organisation": "town"}
    return City(
        record=CityRecord.model_validate({**base, **record}),
        stakeholders=tuple(
            Stakeholder.model_validate({"id": each, "name": each.title(), "kind": "company"})
            for each in ("one", "town")
        ),
        deals=tuple(
            Deal.model_validate({"id": f"d{number}", "title": "Heat", "parties": ["town", "one"], **each})
            for number, each in enumerate(deals, 1)
        ),
    )


def drafts(drafter: Drafter, known: City, *languages: str) -> dict[str, str]:
    found, _ = drafter.memoranda(known, [known.stakeholder["one"]], languages)
    return {each.path: each.content.decode() for each in found}


def test_inventories_and_roadmaps_have_a_file_per_language(drafter: Drafter) -> None:
    assert [each.path for each in drafter.inventory(city(), ("sv", "en"))] == ["map.sv.md", "map.en.md"]
    assert [each.path for each in drafter.roadmap(city(), ("sv", "en"))] == ["roadmap.sv.md", "roadmap.en.md"]
    assert drafter.inventory_table(city(), "en")[0][0] == "Action"


def test_an_inventory_of_stakeholders_that_nobody_rated_has_no_empty_table(drafter: Drafter) -> None:
    text = drafter.inventory(city(), ("en",))[0].content.decode()
    assert "The influence and the interest of the stakeholders are not rated yet." in text
    assert "| Influence |" not in text


def test_a_stakeholder_without_a_deal_gets_a_first_proposal(drafter: Drafter) -> None:
    known = city()
    found, missing = drafter.memoranda(known, [known.stakeholder["one"]], ())
    assert [each.path for each in found] == ["mou/one.sv.md", "mou/one.en.md"]
    text = found[1].content.decode()
    assert "no deal is recorded yet; this is a first proposal" in text
    assert "The partner (One) has not named a commitment yet." in text
    assert "not legally binding" in text
    what = {each.what for each in missing}
    assert "a deal that it is a party to" in what
    assert not any(each in text for each in what if "(" in each)


def test_a_deal_that_is_over_is_none(drafter: Drafter) -> None:
    assert list(drafts(drafter, city({"state": "expired"}), "en")) == ["mou/one.en.md"]
    assert "first proposal" in drafts(drafter, city({"state": "withdrawn"}), "en")["mou/one.en.md"]


def test_each_deal_has_a_copy_in_its_own_languages(drafter: Drafter) -> None:
    found = drafts(drafter, city({"languages": ["en"]}, {"state": "expired"}, {}))
    assert list(found) == ["mou/one.d1.en.md", "mou/one.d3.sv.md", "mou/one.d3.en.md"]
    assert list(drafts(drafter, city({}), "de")) == ["mou/one.d1.de.md"]


def test_a_bare_city_gives_every_document(drafter: Drafter) -> None:
    bare = replace(city(), stakeholders=(), record=None)
    assert drafter.inventory(bare, ("en",))[0].content.startswith(b"# Action inventory")
    assert drafter.roadmap(bare, ("en",))[0].content.startswith(b"# ")
    one = Stakeholder.model_validate({"id": "one", "name": "One", "kind": "company"})
    found, missing = drafter.memoranda(City(stakeholders=(one,)), [one], ())
    assert [each.path for each in found] == ["mou/one.en.md"]
    assert len(missing) == 9


def test_a_city_that_nobody_signs_for_is_a_party_all_the_same(drafter: Drafter) -> None:
    text = drafts(drafter, city(organisation=None), "en")["mou/one.en.md"]
    assert "1. **Zed** (hereinafter: the city)." in text
    assert "2. **One** (hereinafter: the partner)." in text


def test_a_catalogue_among_the_templates_is_used() -> None:
    drafter = Drafter({**TEMPLATES, "words/sv.po": PO.encode()})
    text = drafter.inventory(city(), ("sv",))[0].content.decode()
    assert "## Överblick" in text
    assert "- 2 aktörer\n" in text
    assert "| One | företag |" in text
    assert "The fixed words of this draft" not in text
    assert "## Parter" in drafts(drafter, city(), "sv")["mou/one.sv.md"]


def test_a_language_without_one_says_so(drafter: Drafter) -> None:
    words = drafter.words("it")
    assert drafter.words("it") is words
    assert not words.known
    for each in (*drafter.inventory(city(), ("it",)), *drafter.roadmap(city(), ("it",))):
        assert (
            "The fixed words of this draft are in English, because lgdkit has no words in Italian yet."
            in (each.content.decode())
        )
    assert "no words in Italian yet" in drafts(drafter, city(), "it")["mou/one.it.md"]
    assert "no words in" not in drafts(drafter, city(), "en")["mou/one.en.md"]


def test_prose_in_the_language_is_taken_and_what_is_not_there_is_english() -> None:
    drafter = Drafter({**TEMPLATES, "mou/prose/it/amendment.md.j2": b"Nessuno cambia {{ it.this }}.\n"})
    text = drafts(drafter, city(languages=["en"]), "it")["mou/one.it.md"]
    assert "Nessuno cambia this Memorandum." in text
    assert "Each party may withdraw from this Memorandum" in text


def test_what_is_drafted_can_be_written(drafter: Drafter, tmp_path: Path) -> None:
    known = city({})
    found = [*drafter.inventory(known, ("en",)), *drafter.memoranda(known, [known.stakeholder["one"]], ())[0]]
    shelf = Shelf(tmp_path / "drafts", tmp_path / ".lgd")
    assert shelf.write(found).refused == ()
    assert (tmp_path / "drafts" / "map.en.md").read_bytes() == found[0].content


def test_an_artifact_is_a_value() -> None:
    assert Artifact("map.en.md", b"x") == Artifact("map.en.md", b"x")
    with pytest.raises(AttributeError):
        Artifact("map.en.md", b"x").path = "y"  # type: ignore[misc]


def test_a_city_s_own_templates_stand_instead_of_ours() -> None:
    own = {"mou/prose/en/amendment.non-binding.md.j2": b"As the council decided.\n"}
    drafter = Drafter(TEMPLATES, own)
    assert "\nAs the council decided.\n" in drafts(drafter, city({}), "en")["mou/one.d1.en.md"]
    assert drafter.inventory(city(), ("en",)) == Drafter(TEMPLATES).inventory(city(), ("en",))
    assert drafter.inventory_table(city(), "en") == Drafter(TEMPLATES).inventory_table(city(), "en")
    assert drafter.faults == ()


def test_a_wrong_template_is_told_once_and_what_needs_it_is_not_drafted() -> None:
    drafter = Drafter(TEMPLATES, {"map/map.md.j2": b"{{ a }}", "map/table.txt.j2": b"{{ b }}"})
    assert drafter.inventory(city(), ("sv", "en")) == []
    assert drafter.inventory_table(city(), "en") == []
    assert [(each.file, each.diagnostic.message.split(":")[0]) for each in drafter.faults] == [
        ("templates/map/map.md.j2", '"a" is not known here'),
        ("templates/map/table.txt.j2", '"b" is not known here'),
    ]
    assert "(the inventory, sv)" in drafter.faults[0].diagnostic.message
    assert len(drafter.roadmap(city(), ("en",))) == 1


def test_two_languages_stand_side_by_side_the_leading_one_first(drafter: Drafter) -> None:
    known = city({"leading_language": "en", "purpose": {"sv": "Värme.", "en": "Heat."}})
    found, _ = drafter.memoranda(known, [known.stakeholder["one"]], (), parallel=True)
    assert [each.path for each in found] == ["mou/one.d1.en-sv.md"]
    text = found[0].content.decode()
    assert "| English | svenska |\n| --- | --- |\n" in text
    assert "| Heat. | Värme. |\n" in text
    assert drafter.memoranda(known, [known.stakeholder["one"]], ("sv",), parallel=True)[0] == []


def test_a_text_that_is_missing_is_shown_in_the_leading_language(drafter: Drafter) -> None:
    known = city({"leading_language": "de", "purpose": {"sv": "Värme.", "de": "Wärme."}})
    assert "\nWärme. (de)\n" in drafts(drafter, known, "en")["mou/one.d1.en.md"]


def test_the_mark_of_a_language_brings_no_second_full_stop(drafter: Drafter) -> None:
    known = city({"reporting": {"every": {"times": 1, "per": "year"}, "to": {"de": "Amt (Büro)."}}})
    assert "\nThe report goes to: Amt (Büro). (de)\n" in drafts(drafter, known, "en")["mou/one.d1.en.md"]
    known = city({"reporting": {"every": {"times": 1, "per": "year"}, "to": {"de": "Amt (Büro)"}}})
    assert "Amt (Büro) (de).\n" in drafts(drafter, known, "en")["mou/one.d1.en.md"]


def test_what_a_machine_wrote_is_marked_in_a_draft_and_not_drafted_for_signature(drafter: Drafter) -> None:
    purpose = {"sv": "Ny värme.", "en": {"text": "Heat.", "origin": "machine", "of": "0"}}
    text = drafts(drafter, city({"purpose": purpose}), "en")["mou/one.d1.en.md"]
    assert "\nHeat. (translated by a machine, not checked; translation of an older text)\n" in text
    assert drafter.refused() == ()
    known = city({"purpose": purpose, "state": "signed"})
    object.__setattr__(known.deals[0], "place", Place("a.yaml", ("deals", 0)))
    assert list(drafts(drafter, known)) == ["mou/one.d1.sv.md"]
    (refused,) = drafter.refused()
    assert (refused.rule, refused.place.keys) == ("machine-text-in-deal", ("deals", 0, "purpose", "en"))
    assert drafter.refused() == ()


def test_letters_ask_in_the_language_of_each_stakeholder(drafter: Drafter) -> None:
    known = city({})
    found = drafter.requests(known, [known.stakeholder["one"]], ())
    assert [each.path for each in found] == ["requests/one.sv.md"]
    text = drafter.requests(known, [known.stakeholder["one"]], ("en",))[0].content.decode()
    assert text.startswith("# Request for information: Local Green Deal of Zed\n")
    assert "| Postal address |   |\n" in text
    assert "We work together with you in the Local Green Deal of Zed: Heat" in text
    first = drafter.requests(city(), [known.stakeholder["one"]], ("en",))[0].content.decode()
    assert "We would like to conclude an agreement with you" in first
    assert "One commitment is enough" in first


def test_what_has_no_end_is_tried_once() -> None:
    endless = b"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"
    drafter = Drafter(TEMPLATES, {"map/map.md.j2": endless})
    assert drafter.inventory(city(), ("sv", "en")) == []
    assert drafter.roadmap(city(), ("en",)) == []
    assert [each.diagnostic.rule for each in drafter.faults] == ["template-limit"]


def test_what_was_signed_is_drafted_again_only_when_it_changed(drafter: Drafter) -> None:
    def of_the_deal(city: City) -> set[str]:
        return {path for path in drafter.memorandum_paths(city) if ".heat-deal." in path}

    signed, later = read(), read(changed("commitments", "ghg", "8.0 kt/year"))
    before = of_the_deal(signed)
    assert before
    frozen = replace(signed, signings=(signing(),))
    parties = [each for each in frozen.stakeholders if each.id in frozen.deals[0].parties]
    assert drafter.memoranda(frozen, parties, ()) == ([], [])
    assert of_the_deal(frozen) == set()
    new = of_the_deal(replace(later, signings=(signing(),)))
    assert {path.replace(".since-2026-05-04", "") for path in new} == before
    assert not new & before


def test_a_city_is_forgotten() -> None:
    """Of a workspace of thousands of cities one drafter drafts, and holds none of them."""

    def held() -> int:
        gc.collect()
        return sum(isinstance(each, Shared) for each in gc.get_objects())

    ours, before = Drafter(TEMPLATES), held()

    def draft(one: City) -> None:
        ours.memoranda(one, one.stakeholders, ["en"])

    draft(read(CITY))
    assert held() > before
    ours.forget()
    assert held() == before
