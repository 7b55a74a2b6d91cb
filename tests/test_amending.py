"""The amendment lists exactly what has changed since a deal was signed."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.model.signing import path_of
from lgdkit.pipeline import check
from lgdkit.read.signings import signing_text
from lgdkit.view.amendment import Amended, Leaf, amendment, amendments_of
from lgdkit.view.since_signed import changes
from lgdkit.view.values import Said
from signed_city import CITY, TODAY, changed, kept, read, signing, texts

GOLDEN = Path(__file__).parent / "render" / "amendment"
TEMPLATES = read_templates()


def now(data: dict[str, Any], records: dict[str, bytes] | None = None) -> City:
    return check(texts(data), TODAY, kept=kept() if records is None else records).city


def amended() -> dict[str, Any]:
    """Return the data with changes of every kind."""
    data = deepcopy(CITY)
    data["commitments"][0].update(
        ghg={"stationary-energy": "7 kt/year", "waste": "1 kt/year"},
        amount="4 pumps",
        due="2029",
        deliverable="Neljä *pumppua* | <b>",
        investment={"amount": {"not_quantified": "Auki"}},
        action="more",
        by="other",
        every={"times": 4, "per": "year"},
        note={"fi": "Alustava", "en": "Preliminary"},
    )
    data["deals"][0].update(
        commitments=["c1", "c2"],
        parties=["town", "heat", "other"],
        clauses={"logo": False},
        legal_status="non-binding",
        leading_language="en",
        level="full",
        term={"from": 2026, "until": "2031-06"},
        city_contributions=[{"text": "Tontti", "due": 2028}, {"text": "Rahaa"}],
    )
    return data


def test_as_blessed(bless: bool) -> None:
    city = now(amended())
    for draft in Drafter(TEMPLATES).amendments(city, city.deals, ()):
        path = GOLDEN / Path(draft.path).name
        if bless:
            path.write_bytes(draft.content)
        assert draft.content == path.read_bytes()
    assert [draft.path for draft in Drafter(TEMPLATES).amendments(city, city.deals, ())] == [
        "mou/heat-deal.amendment-2026-05-04.fi.md",
        "mou/heat-deal.amendment-2026-05-04.en.md",
    ]


def test_an_action_and_a_commitment_that_is_withdrawn(bless: bool) -> None:
    data = changed("deals", "commitments", ["c1", "c2"])
    before = kept(data)
    data["actions"][0].update(end=2031, cost={"own": "1 MEUR", "total": "not-applicable"})
    data["deals"][0].update(commitments=["c1"])
    city = now(data, before)
    [draft] = Drafter(TEMPLATES).amendments(city, city.deals, ["en"])
    if bless:
        (GOLDEN / "withdrawn.md").write_bytes(draft.content)
    assert draft.content == (GOLDEN / "withdrawn.md").read_bytes()


def test_exactly_what_has_changed() -> None:
    city = now(amended())
    found = changes(city, city.deals[0])
    view = amendment(city, "en", city.deals[0])
    assert view is not None
    told = [
        *(each.keys for each in view.clauses),
        *(each.keys for record in (*view.commitments, *view.actions) for each in record.values),
    ]
    assert len(told) == sum(bool(each.keys) for each in found)
    assert len(view.added) + len(view.withdrawn) == sum(not each.keys for each in found)


def test_values_as_a_document_shows_them() -> None:
    city = now(changed("deals", "goals", ["Yksi", "Kolme"]))
    view = amendment(city, "en", city.deals[0])
    assert view is not None
    old, new = (Leaf((), Said(text, "fi", foreign=True)) for text in ("Kaksi", "Kolme"))
    assert view.clauses == (Amended(("goals",), (old,), (new,)),)


def test_where_nothing_has_changed_there_is_no_amendment() -> None:
    city = now(CITY)
    assert amendment(city, "en", city.deals[0]) is None
    assert amendment(read(), "en", read().deals[0]) is None
    assert amendments_of(city) == ()
    assert Drafter(TEMPLATES).amendments(city, city.deals, ["en"]) == []
    other = now(amended())
    assert amendments_of(other) == other.deals


@pytest.mark.parametrize("language", ["en", "fi", "sv", "de"])
@pytest.mark.parametrize("place", ["Lintula", ""])
def test_an_amendment_to_a_declaration_speaks_of_no_parties(language: str, place: str) -> None:
    """A declaration settles nothing between parties, and what amends it does not either."""
    before = changed("deals", "level", "declaration")
    data = deepcopy(before)
    data["deals"][0].update(parties=["town", "heat", "other"], accession={"open": True, "consent": "all"})
    signed = signing(before)._replace(place=place)
    city = now(data, {path_of("heat-deal", signed.day): signing_text(signed)})
    [draft] = Drafter(TEMPLATES).amendments(city, city.deals, [language])
    text = draft.content.decode()
    title = {
        "en": "declaration of accession",
        "fi": "Liittymisasiakirja",
        "sv": "anslutnings",
        "de": "Beitritts",
    }
    assert title[language] in text.partition("\n")[0]
    assert bool(re.search(r" in? Lintula[. ]| \(Lintula\)\.", text)) is bool(place)
    assert not re.search(r"\b[Pp]art(?:y|ies|er|erna|eien)\b|[Oo]sapuol|\b[Ss]opimu", text)


def test_how_often_is_said_in_words() -> None:
    city = now(changed("deals", "term", {"from": 2026, "until": 2030}))
    [draft] = Drafter(TEMPLATES).amendments(city, city.deals, ["en"])
    assert "| Duration, Review | How often: once a year; Month: May | no entry |" in draft.content.decode()


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_a_page_without_markup_from_the_data(language: str) -> None:
    city = now(amended())
    [draft] = Drafter(TEMPLATES).amendments(city, city.deals, [language])
    html = MarkdownIt("commonmark").enable("table").render(draft.content.decode())
    assert "<b>" not in html
    assert "<em>" not in html
    assert html.count("<h1>") == 1


def test_codes_are_shown_in_words() -> None:
    data = deepcopy(CITY)
    data["deals"][0].update(
        accession={"open": True, "consent": "all"}, termination={"notice": "6 months"},
        reporting={"every": {"times": 1, "per": "quarter"}},
    )  # fmt: skip
    data["actions"][0].update(levers=["social-innovation"], co_benefits=["air-quality"], kind="spatial")
    city = now(data)
    (draft,) = Drafter(TEMPLATES).amendments(city, city.deals[:1], ("fi",))
    text = draft.content.decode()
    for word in ("kaikki osapuolet", "6 kuukautta", "Vuosineljännes"):
        assert word in text
    for code in ("| all", ": all", "6 months", "quarter", "social-innovation", "air-quality", "spatial"):
        assert code not in text


def test_an_entry_put_in_before_others_moves_none_of_them() -> None:
    """Each entry is known by what it says, so that an edit beside one never collides with another one."""
    data = deepcopy(CITY)
    data["deals"][0]["city_contributions"] = [
        {"text": {"fi": "Rahaa", "en": "Money"}},
        {"text": "Tontti", "due": 2028},
    ]
    city = now(data)
    view = amendment(city, "en", city.deals[0])
    assert view is not None
    contributions = [each for each in view.clauses if each.keys[0] == "city-contributions"]
    assert [(each.keys, each.entry, bool(each.old), bool(each.new)) for each in contributions] == [
        (("city-contributions", "due"), Said("Tontti", "fi", foreign=True), True, True),
        (("city-contributions",), None, False, True),
    ]
    [draft] = Drafter(TEMPLATES).amendments(city, city.deals, ["en"])
    text = draft.content.decode()
    assert "| Contributions of the city, By when: Tontti (fi) | 2027 | 2028 |" in text
    assert "| Contributions of the city | no entry | Text: Money |" in text


def test_an_entry_that_is_gone_and_one_that_is_reworded() -> None:
    data = deepcopy(CITY)
    data["deals"][0]["goals"] = ["Yksi", {"fi": "Kaksi ja puoli"}]
    reworded = now(data)
    [change] = changes(reworded, reworded.deals[0])
    assert (change.keys, change.kind) == (("goals", 1, "fi"), "changed")
    data["deals"][0]["goals"] = ["Kaksi"]
    shorter = now(data)
    [change] = changes(shorter, shorter.deals[0])
    assert (change.keys, change.kind, change.old) == (("goals", 0), "removed", {"fi": "Yksi"})


def test_a_template_of_the_city_is_used_for_amendments() -> None:
    city = now(amended())
    own = {"mou/amendment.md.j2": b"# {{ doc.title }}\n\nOur own words.\n"}
    [draft] = Drafter(TEMPLATES, own).amendments(city, city.deals, ["en"])
    assert draft.content == b"# Heat deal\n\nOur own words.\n"
    broken = Drafter(TEMPLATES, {"mou/amendment.md.j2": b"{{ doc.nothing }}\n"})
    assert broken.amendments(city, city.deals, ["en"]) == []
    assert [each.file for each in broken.faults] == ["templates/mou/amendment.md.j2"]
