"""A golden file for every legal status, level, country and number of parties; every clause comes and goes."""

import re
from functools import cache
from pathlib import Path

import pytest
from golden_deals import (
    STATUSES,
    clauses_in,
    combinations,
    golden_cities,
    in_the_language_of_the_country,
    view_of,
)

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "mou"
TEMPLATES = read_templates()
DRAFTER = Drafter(TEMPLATES)
CITIES = golden_cities()
ABROAD = in_the_language_of_the_country()
ANNEX = {
    "en": "## Annex: individual commitment sheet",
    "de": "## Anlage: Datenblatt zur Selbstverpflichtung",
    "fi": "## Liite: kumppanin sitoumuskortti",
    "sv": "## Bilaga: ",
}


def drafted(city: City, language: str) -> str:
    text = DRAFTER.memoranda(city, [city.stakeholder["one"]], (language,))[0][0].content.decode()
    return text.split(ANNEX[language])[0].rstrip("\n") + "\n"  # the annex has tests of its own


def compare(cities: dict[str, City], language: str, folder: Path, *, bless: bool) -> None:
    for name, city in cities.items():
        path = folder / f"{name}.md"
        text = drafted(city, language)
        if bless:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text, name


@pytest.mark.parametrize("status", [*STATUSES, "other"])
def test_every_combination_reads_as_it_was_blessed(status: str, bless: bool) -> None:
    cities = {name: city for name, city in CITIES.items() if name.startswith(f"{status}.")}
    compare(cities, "en", GOLDEN, bless=bless)


@pytest.mark.parametrize("language", ABROAD)
def test_every_combination_reads_as_it_was_blessed_in_the_language_of_its_country(
    language: str, bless: bool
) -> None:
    compare(ABROAD[language], language, GOLDEN / language, bless=bless)


def test_there_is_a_file_for_each_and_no_other() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(CITIES)
    assert len(list(combinations())) == 108
    for language, cities in ABROAD.items():
        assert {path.stem for path in (GOLDEN / language).iterdir()} == set(cities)
    assert sum(len(each) for each in ABROAD.values()) == 4 * 27  # Finland in two languages


CATALOGUE = {
    "title, version, language": "# Memorandum of Understanding",
    "parties": "## Parties",
    "preamble": "## Considerations",
    "definitions": "Definitions",
    "purpose and scope": "Purpose",
    "common goals": "Common goals",
    "commitments of the city": "Contributions of the city",
    "commitments of the partner": "Commitments of the partners",
    "governance and contacts": "Governance and contacts",
    "reporting": "Reporting",
    "communication and logo": "Communication",
    "funding, budget, procurement, aid": "Funding",
    "public access": "Public access",
    "confidentiality": "Confidentiality",
    "data protection": "Data protection",
    "legal status": "Legal status",
    "duration and review": "Duration and review",
    "amendment": "Amendment",
    "accession": "Accession",
    "termination": "Termination",
    "liability": "Liability",
    "language": "Language",
    "applicable law": "Applicable law",
    "annexes": "Annexes",
    "signatures": "## Signatures",
}
"""What published agreements settle, 22 clauses; two of them, 13 and 16, stand here as five."""


def test_one_agreement_has_every_clause_of_the_catalogue() -> None:
    text = (GOLDEN / "other.all-clauses.md").read_text(encoding="utf-8")
    places = [
        text.index(f"\n{each}" if each.startswith("##") else f". {each}\n" if each[0] != "#" else each)
        for each in CATALOGUE.values()
    ]
    assert places == sorted(places)
    assert "Registry number (diarienummer)" in text
    assert "| Legal status | binding in part |" in text


def test_a_declaration_is_the_paper_of_one_party() -> None:
    """It declares and settles nothing between parties: none of the clauses on their dealings stands in it."""
    for name in (each for each in CITIES if ".declaration." in each or each.startswith("other.declaration")):
        text = (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
        assert "## Who joins" in text, name
        assert not re.search(r"\b[Pp]art(?:y|ies)\b", text), name
        lines = text.partition("\n| Signatory | Place and date |")[2].count("\n| ") - 1
        if "The signatures are on the signed text" in text:
            assert lines < 0, name
        elif "By its signature the city" in text or "Legal status | not legally binding" not in text:
            assert lines == 2, name
        else:
            assert lines == 1, name


@cache
def wordings() -> dict[str, set[str]]:
    """Return the prose files that each golden file was made of."""
    there = {path for path in TEMPLATES if path.startswith("mou/prose/en/")}
    found = {}
    for name, city in CITIES.items():
        files = [
            next(each for each in clause.wordings if f"mou/prose/en/{each}.md.j2" in there)
            for clause in clauses_in(view_of(city))
        ]
        found[name] = set(files)
    return found


TITLES = ("# Declaration of accession to ", "# Memorandum of Understanding under ", "# Agreement under ")
"""The first clause of the catalogue: it is never left out, for a paper without a title is none. It has three texts."""


def test_every_agreement_has_one_of_the_three_titles() -> None:
    texts = [(GOLDEN / f"{name}.md").read_text(encoding="utf-8") for name in CITIES]
    assert {sum(text.startswith(title) for title in TITLES) for text in texts} == {1}


ONE_TERM = {
    "en": r"\b[Tt]his (declaration|memorandum|agreement|document)\b",
    "de": r"\b[Dd]iese[rs]? (\w*[Ee]rklärung|Vereinbarung|Dokument)\b",
    "fi": r"\b[Tt]ä\w+ (liittymisasiakirja|asiakirja|sopimu|aiesopimu|ilmoitu)",
    "sv": r"\b[Dd]enna (\w*förklaring|överenskommelse|handling)\b",
}


@pytest.mark.parametrize("language", ONE_TERM)
def test_a_declaration_calls_itself_by_one_word(language: str) -> None:
    folder = GOLDEN if language == "en" else GOLDEN / language
    papers = [path for path in folder.glob("*.md") if ".declaration" in path.name]
    assert len(papers) >= 9
    found = {word for path in papers for word in re.findall(ONE_TERM[language], path.read_text("utf-8"))}
    assert len(found) == 1, found


def test_every_clause_is_in_one_and_absent_from_one() -> None:
    """Each of the three titles is a clause here; what else there is depends on what the parties settle with it."""
    texts = [(GOLDEN / f"{name}.md").read_text(encoding="utf-8") for name in CITIES]
    for each in (*TITLES, *list(CATALOGUE.values())[1:]):
        # what a declaration calls otherwise is another clause: one party promises, and settles nothing for others
        pattern = re.compile(rf"^#+ (?:\d+\. )?{each.lstrip('# ').rstrip()}\b", re.MULTILINE)
        found = [bool(pattern.search(text)) for text in texts]
        assert any(found), each
        assert not all(found), each


def test_every_wording_is_in_one_and_absent_from_one() -> None:
    files = {
        path.removeprefix("mou/prose/en/").removesuffix(".md.j2")
        for path in TEMPLATES
        if path.startswith("mou/prose/en/") and path.endswith(".md.j2")
    }
    assert set.union(*wordings().values()) == files
    assert set.intersection(*wordings().values()) == set()


def test_every_sentence_of_the_prose_is_in_one() -> None:
    """No branch of a wording is left that nobody has ever read."""
    texts = [(GOLDEN / f"{name}.md").read_text(encoding="utf-8") for name in CITIES]
    lines = {line for text in texts for line in text.splitlines()}
    for path in sorted(TEMPLATES):
        if not path.startswith("mou/prose/en/") or not path.endswith(".md.j2"):
            continue
        for line in TEMPLATES[path].decode().splitlines():
            if "{{" not in line and not line.startswith("{%"):
                assert line in lines, (path, line)
