"""From a city to its drafts, in memory."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lgdkit.artifact import Artifact
from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.drafts import Shelf
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder

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


def test_a_stakeholder_without_a_deal_gets_a_first_proposal(drafter: Drafter) -> None:
    known = city()
    found, missing = drafter.memoranda(known, [known.stakeholder["one"]], ())
    assert [each.path for each in found] == ["mou/one.sv.md", "mou/one.en.md"]
    text = found[1].content.decode()
    assert "no deal is recorded yet; this is a first proposal" in text
    assert "One has not named a commitment yet." in text
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
    assert "1. **Zed** (in the following: the city)." in text
    assert "2. **One** (in the following: the partner)." in text


def test_a_catalogue_among_the_templates_is_used() -> None:
    drafter = Drafter({**TEMPLATES, "words/sv.po": PO.encode()})
    text = drafter.inventory(city(), ("sv",))[0].content.decode()
    assert "## Överblick" in text
    assert "- 2 aktörer\n" in text
    assert "| One | företag |" in text
    assert "The fixed words of this draft" not in text
    assert "## Parter" in drafts(drafter, city(), "sv")["mou/one.sv.md"]


def test_a_language_without_one_says_so(drafter: Drafter) -> None:
    words = drafter.words("sv")
    assert drafter.words("sv") is words
    assert not words.known
    for each in (*drafter.inventory(city(), ("sv",)), *drafter.roadmap(city(), ("sv",))):
        assert (
            "The fixed words of this draft are in English, because lgdkit has no words in Swedish yet."
            in (each.content.decode())
        )
    assert "no words in Swedish yet" in drafts(drafter, city(), "sv")["mou/one.sv.md"]
    assert "no words in" not in drafts(drafter, city(), "en")["mou/one.en.md"]


def test_prose_in_the_language_is_taken_and_what_is_not_there_is_english() -> None:
    drafter = Drafter(
        {**TEMPLATES, "mou/prose/sv/liability.md.j2": "Ingen ansvarar för {{ instrument }}.\n".encode()}
    )
    text = drafts(drafter, city(), "sv")["mou/one.sv.md"]
    assert "Ingen ansvarar för Memorandum." in text
    assert "Each party may leave this Memorandum" in text


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
