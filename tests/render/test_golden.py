"""A golden file for every legal status, level, country and number of parties; every clause comes and goes."""

from functools import cache
from pathlib import Path

import pytest
from golden_deals import STATUSES, clauses_in, combinations, golden_cities, view_of

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "mou"
TEMPLATES = read_templates()
DRAFTER = Drafter(TEMPLATES)
CITIES = golden_cities()
IN_ALL = {
    "purpose",
    "goals",
    "commitments",
    "funding",
    "publicity",
    "data-protection",
    "legal-status",
    "duration",
    "termination",
    "signatures",
}
"""Clauses that no agreement can do without, besides its title and its parties; their wordings differ."""


def drafted(name: str) -> str:
    city = CITIES[name]
    text = DRAFTER.memoranda(city, [city.stakeholder["one"]], ("en",))[0][0].content.decode()
    return (
        text.split("## Annex: individual commitment sheet")[0].rstrip("\n") + "\n"
    )  # it has tests of its own


@pytest.mark.parametrize("status", [*STATUSES, "other"])
def test_every_combination_reads_as_it_was_blessed(status: str, bless: bool) -> None:
    for name in (each for each in CITIES if each.startswith(f"{status}.")):
        path = GOLDEN / f"{name}.md"
        text = drafted(name)
        if bless:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text, name


def test_there_is_a_file_for_each_and_no_other() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(CITIES)
    assert len(list(combinations())) == 108


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


def test_every_clause_is_in_one_and_absent_from_one() -> None:
    """Every clause comes, and all but those that none can do without are left out somewhere."""
    names = {name: {each.name for each in clauses_in(view_of(city))} for name, city in CITIES.items()}
    everywhere = set.intersection(*names.values())
    assert everywhere == IN_ALL
    assert set.union(*names.values()) - everywhere == {
        "preamble",
        "definitions",
        "city-contributions",
        "governance",
        "reporting",
        "communication",
        "confidentiality",
        "amendment",
        "accession",
        "liability",
        "language",
        "law",
        "annexes",
    }


def test_every_wording_is_in_one_and_absent_from_one() -> None:
    files = {
        path.removeprefix("mou/prose/en/").removesuffix(".md.j2")
        for path in TEMPLATES
        if path.startswith("mou/prose/en/") and path.endswith(".md.j2")
    }
    assert set.union(*wordings().values()) == files
    assert set.intersection(*wordings().values()) == {"data-protection", "goals"}


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
