"""Each language of the package is complete; one that is begun is added as files alone, and its gaps are listed."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from golden_deals import golden_city
from jinja2 import Environment, nodes

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City

TEMPLATES = read_templates()
TRIAL = Path(__file__).resolve().parents[1] / "languages"
PROSE = "mou/prose/"
BEGUN = {
    **TEMPLATES,
    **{path.relative_to(TRIAL).as_posix(): path.read_bytes() for path in TRIAL.rglob("*") if path.is_file()},
}


def languages_in(templates: Mapping[str, bytes]) -> set[str]:
    """Return the languages that have words or prose, besides that of the templates."""
    words = {path[6:-3] for path in templates if path.startswith("words/") and path.endswith(".po")}
    return (words | {path.split("/")[2] for path in templates if path.startswith(PROSE)}) - {"en"}


def catalogue(text: bytes) -> Catalog:
    return read_po(io.BytesIO(text))


def _is_there(message: Message | None) -> bool:
    if message is None:
        return False
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def missing_words(templates: Mapping[str, bytes], language: str) -> list[str]:
    """List the messages that a language has no words for, or words of which a plural form is missing."""
    wanted = catalogue(templates["words/lgdkit.pot"])
    there = catalogue(templates.get(f"words/{language}.po", b""))
    return [
        f"{each.context}: {_first(each)}" if each.context else _first(each)
        for each in wanted
        if each.id and not _is_there(there.get(each.id, each.context))
    ]


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def missing_prose(templates: Mapping[str, bytes], language: str) -> list[str]:
    """List the files of the legal prose that a language does not have."""
    english = [path.removeprefix(f"{PROSE}en/") for path in templates if path.startswith(f"{PROSE}en/")]
    return [name for name in sorted(english) if f"{PROSE}{language}/{name}" not in templates]


def left_over_prose(templates: Mapping[str, bytes], language: str) -> list[str]:
    """List the files of a language that no clause of ours has; a wording for one country more is none of them."""
    own = [
        path.removeprefix(f"{PROSE}{language}/")
        for path in templates
        if path.startswith(f"{PROSE}{language}/")
    ]
    english = {path.removeprefix(f"{PROSE}en/") for path in templates if path.startswith(f"{PROSE}en/")}
    return [name for name in sorted(own) if name not in english]


@pytest.mark.parametrize("language", sorted(languages_in(TEMPLATES)) or ["en"])
def test_each_language_of_the_package_is_complete(language: str) -> None:
    if language != "en":
        assert missing_words(TEMPLATES, language) == []
    assert missing_prose(TEMPLATES, language) == []
    assert left_over_prose(TEMPLATES, language) == []


@pytest.mark.parametrize(
    "path", [each for each in BEGUN if each.startswith(PROSE) and each.endswith(".md.j2")]
)
def test_prose_holds_no_loops_and_one_sentence_a_line(path: str) -> None:
    text = BEGUN[path].decode()
    kinds = {type(each) for each in Environment(autoescape=False).parse(text).find_all(nodes.Stmt)}  # noqa: S701
    assert kinds <= {nodes.Output, nodes.If}
    assert text.endswith("\n")
    assert all(line == line.strip() and line.endswith((".", "}")) for line in text.splitlines())


def trial_city() -> City:
    return golden_city(level="full", deal={"languages": ["it"], "leading_language": "it"}, parties=3)


def test_a_begun_language_is_drafted_without_a_line_of_python() -> None:
    drafter = Drafter(BEGUN)
    known = trial_city()
    text = drafter.memoranda(known, [known.stakeholder["one"]], ("it",))[0][0].content.decode()
    assert text.startswith("# Protocollo d'intesa nell'ambito del Local Green Deal di Zed\n")
    assert "## Parti\n" in text
    # words are missing: the head says so, and nothing is English in silence
    notice = (
        "\n> Una parte delle parole fisse di questa bozza è in inglese, "
        "perché lgdkit non le ha ancora tutte in italiano.\n"
    )
    assert notice in text.split("\n## ")[0]
    assert "dati (UE) 2016/679.\nQuesto protocollo indica i contatti per funzione;" in text
    assert "contributo ai sensi di questo protocollo è in ritardo" in text
    # what is not translated yet says so, and stands in English
    assert "\n> Questa clausola non è ancora tradotta ed è in inglese.\n\nAn action is a measure" in text
    map_ = drafter.inventory(known, ("it",))[0].content.decode()
    assert map_.startswith("# Inventario delle azioni: Zed\n")
    assert notice in map_.split("\n## ")[0]
    assert "- 3 soggetti\n" in map_
    assert "| City of Zed | comune |" in map_
    assert drafter.roadmap(known, ("it",))[0].content.startswith(b"# ")
    assert drafter.requests(known, [known.stakeholder["one"]], ("it",))


def test_what_is_missing_in_a_begun_language_is_listed() -> None:
    words = missing_words(BEGUN, "it")
    assert "Parties" not in words
    assert "%(count)s stakeholder" not in words
    assert "stakeholder: municipality" not in words
    assert {"Definitions", "once a year", "stakeholder: company"} <= set(words)
    whole = sum(1 for each in catalogue(TEMPLATES["words/lgdkit.pot"]) if each.id)
    assert len(words) > whole - 20
    prose = missing_prose(BEGUN, "it")
    assert "definitions.md.j2" in prose
    assert not {"forms.j2", "data-protection.md.j2"} & set(prose)
    assert left_over_prose(BEGUN, "it") == []


def test_a_begun_language_is_no_part_of_the_package() -> None:
    assert "it" not in languages_in(TEMPLATES)
    assert "it" in languages_in(BEGUN)
