"""The clauses of an agreement: every combination says what its legal status is, and nothing against it."""

import itertools
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.clauses import Shape, clauses_of, preamble_of, signatures_of

pytestmark = pytest.mark.no_cover
TEMPLATES = read_templates()
DRAFTER = Drafter(TEMPLATES)
STATUSES = ("non-binding", "partly-binding", "binding")
LEVELS = ("declaration", "framework", "full")
COUNTRIES = ("FI", "SE", "DE", "EE")
PARTNERS = ("one", "two", "three", "four", "five")
AGREED: dict[str, Any] = {
    "purpose": "Less heat is lost.",
    "term": {"from": "2025-01-01", "until": 2030, "review": {"every": {"per": "year"}, "month": 5}},
    "reporting": {"every": {"per": "year"}, "to": "the climate office"},
    "termination": {"notice": "3 months"},
}
ACCESSIONS: dict[str, dict[str, Any]] = {
    "undecided": {},
    "closed": {"accession": {"open": False}},
    **{
        f"open {consent}": {"accession": {"open": True, "consent": consent}}
        for consent in ("none", "city", "all")
    },
    "open": {"accession": {"open": True}},
}
VARIANTS: dict[str, dict[str, Any]] = {
    "agreed": AGREED,
    "open": {},
    "signed, nothing recorded": {"state": "signed"},
    "with a gain": {**AGREED, "partner_benefits": [{"text": "Less work."}]},
    "signed": {**AGREED, "state": "reporting", "signed": {"date": "2025-01-01"}},
    "logo, no confidentiality": {**AGREED, "clauses": {"logo": True, "confidentiality": False}},
    "confidentiality": {
        **AGREED,
        "clauses": {"confidentiality": True},
        "term": {"review": {"every": {"per": "year"}}},
    },
}


def city(country: str, parties: int, **deal: Any) -> City:
    partners = PARTNERS[: parties - 1]
    record = {"id": "c", "name": "Zed", "country": country, "languages": ["en"], "organisation": "town"}
    kind = {"town": "municipality"}
    return City(
        record=CityRecord.model_validate(record),
        stakeholders=tuple(
            Stakeholder.model_validate({"id": each, "name": f"The {each}", "kind": kind.get(each, "sme")})
            for each in ("town", *partners)
        ),
        actions=(Action.model_validate({"id": "a", "title": "Insulate"}),),
        commitments=tuple(
            Commitment.model_validate(
                {"id": f"c-{each}", "by": each, "action": "a", "text": f"Work of {each}."}
            )
            for each in partners
        ),
        deals=(Deal.model_validate({"id": "d", "title": "Heat", "parties": ["town", *partners], **deal}),),
    )


@cache
def draft(
    country: str = "EE", parties: int = 2, variant: str = "agreed", accession: str = "undecided", **deal: str
) -> str:
    known = city(country, parties, **{**VARIANTS[variant], **ACCESSIONS[accession], **deal})
    return DRAFTER.memoranda(known, [known.stakeholder["one"]], ("en",))[0][0].content.decode()


def clause(text: str, heading: str) -> str:
    found = re.search(rf"^## \d+\. {heading}\n\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, heading
    return found[1].strip()


def combinations() -> list[tuple[str, str, str, int]]:
    return list(itertools.product(STATUSES, LEVELS, COUNTRIES, (2, 3, 5)))


NEVER = {
    "non-binding": "is legally binding|binding in part|are then obligations|must |shall |obliged|undertakes|"
    "good cause|law applies\\.",
    "partly-binding": "is legally binding|not legally|are then obligations|binds nobody|of intent|enforceable",
    "binding": "not legally binding|binds nobody|binding in part|declaration of intent|no enforceable|"
    "intentions?\\b|intend to do|own decisions|delayed, changed",
}
ALWAYS = {
    "non-binding": ("Legal status", "no enforceable rights or obligations"),
    "partly-binding": ("Legal status", "is binding in part"),
    "binding": ("Commitments of the partners?", "undertakes? to carry out"),
}


@pytest.mark.parametrize(("status", "level", "country", "parties"), combinations())
def test_every_combination_says_its_legal_status_and_nothing_against_it(
    status: str, level: str, country: str, parties: int
) -> None:
    for variant in list(VARIANTS)[:: 1 if parties == 2 else 2]:
        text = draft(country, parties, variant, legal_status=status, level=level)
        heading, words = ALWAYS[status]
        assert re.search(words, clause(text, heading))
        assert not re.search(NEVER[status], text), re.search(f".*({NEVER[status]}).*", text)
        assert "Legal status | " in text
        numbers = [int(number) for number in re.findall(r"^## (\d+)\.", text, re.M)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert ("Applicable law" in text) == (status != "non-binding")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("accession", ACCESSIONS)
@pytest.mark.parametrize("parties", [2, 3, 5])
def test_accession_is_as_the_data_says(status: str, accession: str, parties: int) -> None:
    text = clause(draft("FI", parties, "agreed", accession, legal_status=status), "Accession")
    words = {
        "undecided": "is to be agreed before signature",
        "closed": "is not open to accession by others",
        "open": "is to be agreed before signature",
        "open none": "consent is needed",
        "open city": "city",
        "open all": "both parties consent" if parties == 2 else "the consent of all parties",
    }
    assert words[accession] in text
    if accession not in ("open all", "open"):
        assert "all parties" not in text
    signed = clause(draft("FI", parties, "signed", accession, legal_status=status), "Accession")
    assert "before signature" not in signed


def test_the_laws_of_the_country_are_named() -> None:
    for status, level in itertools.product(STATUSES, LEVELS):
        texts = {each: draft(each, legal_status=status, level=level) for each in COUNTRIES}
        assert "Act on the Openness of Government Activities (621/1999)" in clause(
            texts["FI"], "Public access"
        )
        assert "Freedom of the Press Act" in clause(texts["SE"], "Public access")
        assert "Secrecy Act (2009:400)" in clause(texts["SE"], "Public access")
        assert "access to information" in clause(texts["DE"], "Public access")
        assert "law on public access" in clause(texts["EE"], "Public access")
        assert "Registry number (diarienummer)" in texts["SE"]
        assert "Council paper (Vorlage)" in texts["DE"]
        assert not any("GemO" in texts[each] for each in COUNTRIES if each != "DE")
        assert "§\N{NO-BREAK SPACE}54 GemO" in texts["DE"]
        if status != "binding":
            legal = clause(texts["DE"], "Legal status")
            assert "§\N{NO-BREAK SPACE}54 GemO" in legal
            assert ("declaration of intent (Absichtserklärung)" in legal) == (status == "non-binding")
    assert clause(draft("DE", legal_status="binding"), "Applicable law").startswith("German law applies.")
    assert "§\N{NO-BREAK SPACE}54 GemO" in draft("DE", legal_status="binding").split("## Signatures")[1]
    assert "§\N{NO-BREAK SPACE}54 GemO" not in draft("DE").split("## Signatures")[1]


def test_two_parties_are_two_and_more_are_more() -> None:
    for status in STATUSES:
        two, three = (clause(draft("FI", parties, legal_status=status), "Termination") for parties in (2, 3))
        assert "other parties" not in two
        assert "between the other parties" in three
    for variant in VARIANTS:
        text = draft("FI", 2, variant)
        assert "other parties" not in text, variant


def test_a_signed_deal_leaves_nothing_to_be_agreed() -> None:
    for status, level, country, parties in combinations()[::2]:
        for variant in ("signed", "signed, nothing recorded"):
            text = draft(country, parties, variant, legal_status=status, level=level)
            assert "before signature" not in text, re.search(".*before signature.*", text)
            assert "to be agreed" not in text
            assert "The signed text" in text or "the signed text" in text
            assert "Draft for legal review" not in text


def test_a_draft_says_on_its_face_that_it_is_one() -> None:
    for variant in ("agreed", "open"):
        face = draft("FI", 2, variant).split("\n## ")[0]
        assert "> **Draft for legal review.**" in face
        assert "is not legal advice" in face


def test_what_is_agreed_is_printed() -> None:
    text = draft("FI", 2, "agreed")
    assert "is in force from 1 January 2025 until 2030." in clause(text, "Duration and review")
    assert "The parties review it once a year, in May." in clause(text, "Duration and review")
    assert "The period of notice is 3 months." in clause(text, "Termination")
    assert "once a year" in clause(text, "Reporting")
    assert "The report goes to: the climate office." in clause(text, "Reporting")
    assert clause(text, "Purpose").startswith("Less heat is lost.\n")
    assert "Confidentiality" not in text
    assert "## 11. Confidentiality" in draft("FI", 2, "confidentiality")
    other = draft("FI", 2, "logo, no confidentiality")
    assert "Confidentiality" not in other
    assert "may use the logo of the Local Green Deal" in clause(other, "Communication")


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ({"from": "2025-05"}, "is in force from May 2025 until it is terminated."),
        (
            {"until": 2030},
            "is in force from the day of the last signature until 2030.\nThe parties may agree to renew it.",
        ),
        ({}, "is in force from the day of the last signature until it is terminated."),
    ],
)
def test_terms(term: dict[str, Any], words: str) -> None:
    known = city("FI", 2, term=term)
    text = DRAFTER.memoranda(known, [known.stakeholder["one"]], ("en",))[0][0].content.decode()
    assert words in clause(text, "Duration and review")


def test_three_parties_see_all_commitments_and_many_only_their_own() -> None:
    three, five = draft("FI", 3), draft("FI", 5)
    for partner in ("one", "two"):
        assert f"| Work of {partner}. |" in three
    assert "Commitments of the partners" in three
    assert "Commitments of the partner\n" in five
    assert "Work of two." not in five
    assert "The commitments of 3 other parties are set out in their own copies." in five
    assert three.count("| The two |") == five.count("| The two |") == 2


def prose() -> set[str]:
    start, end = "mou/prose/en/", ".md.j2"
    return {
        path.removeprefix(start).removesuffix(end)
        for path in TEMPLATES
        if path.startswith(start) and path.endswith(end)
    }


def test_every_wording_is_used_and_none_is_missing() -> None:
    used = set()
    for country, parties in itertools.product(COUNTRIES, (2, 3, 5)):
        deals = [
            city(country, parties, **{**variant, "legal_status": status, "level": level}).deals[0]
            for variant, status, level in itertools.product(
                (*VARIANTS.values(), *ACCESSIONS.values()), STATUSES, LEVELS
            )
        ]
        for deal in (None, *deals):
            shapes = [Shape(deal, country, parties, money, 2) for money in (True, False)]
            clauses = [
                clause
                for shape in shapes
                for clause in (preamble_of(shape), *clauses_of(shape), signatures_of(shape))
            ]
            for each in filter(None, clauses):
                found = [wording for wording in each.wordings if wording in prose()]
                assert found, each
                used.add(found[0])
    assert used == prose()


@pytest.mark.parametrize("name", sorted(prose()))
def test_wordings_stand_one_sentence_a_line(name: str) -> None:
    text = TEMPLATES[f"mou/prose/en/{name}.md.j2"].decode()
    assert text.endswith("\n")
    for line in text.splitlines():
        assert line == line.strip()
        assert line.endswith((".", "}")), line
        assert not re.search(r"[a-z]{4}\. [A-Z]", line), line
    kinds = {type(each) for each in Environment(autoescape=False).parse(text).find_all(nodes.Stmt)}  # noqa: S701
    assert kinds <= {nodes.Output, nodes.If}


def test_the_prose_folder_holds_nothing_else() -> None:
    folder = Path(__file__).resolve().parents[2] / "templates" / "mou" / "prose" / "en"
    assert {path.name for path in folder.iterdir()} == {"forms.j2", *(f"{name}.md.j2" for name in prose())}
