"""The files of a new city: valid for any name, in any language, and nothing that YAML reads as something else."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lgdkit import disk, pipeline
from lgdkit.diagnostics import Severity
from lgdkit.render.new_city import (
    DATA,
    NewCity,
    city_files,
    quoted,
    settings_files,
    spoken_in,
    untranslated,
)
from lgdkit.render.plain import visible
from lgdkit.vocab.country import COUNTRIES
from lgdkit.vocab.language import LANGUAGES

TEMPLATES = disk.read_templates()
DAY = date(2026, 11, 22)


def texts(name: str = "Lintula", *languages: str) -> dict[str, bytes]:
    city = NewCity(name, "FI", languages or ("fi", "en"), DAY.year)
    return {each.path: each.content for each in city_files(city, TEMPLATES)}


@pytest.mark.parametrize("languages", [("en",), ("fi", "sv", "en"), ("de",), ("et", "en"), ("se", "no")])
def test_it_has_no_finding(languages: tuple[str, ...]) -> None:
    checked = pipeline.check(texts("Lintula", *languages), DAY)
    weighty = [each for each in checked.findings if each.diagnostic.severity is not Severity.INFO]
    assert weighty == []
    assert checked.city.languages == languages
    assert len(checked.city.records()) == 7


@settings(deadline=None)
@given(st.text(min_size=1, max_size=100).filter(lambda name: bool(name.strip()) and visible(name) == name))
def test_any_name_is_kept(name: str) -> None:
    checked = pipeline.check(texts(name, "en"), DAY)
    assert [each for each in checked.findings if each.diagnostic.severity is not Severity.INFO] == []
    assert checked.city.record is not None
    assert checked.city.record.name.plain == name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Umeå", "umea"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Gießen", "giessen"),
        ("Frankfurt (Oder)", "frankfurt-oder"),
        ("Αθήνα", "city"),
        ("1770", "city-1770"),
        ("Null", "city-null"),
        ("x" * 60, "x" * 40),
    ],
)
def test_id_of_a_name(name: str, wanted: str) -> None:
    assert NewCity(name, "FI", ("en",), 2026).id == wanted


@pytest.mark.parametrize(
    "text",
    ["NO", "true", "Null", "12", "a: b", "# a", "- a", "{a}", '"', "it's: so", "yes", "1:30", "Off", "a\\b"],
)
def test_what_yaml_could_read_otherwise_is_quoted(text: str) -> None:
    assert quoted(text).startswith('"')
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


@pytest.mark.parametrize("text", ["Umeå", "Energia", "Die Stadt, die entscheidet.", "Fernwärme-Netz sauber"])
def test_plain_words_stay_plain(text: str) -> None:
    assert quoted(text) == text
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


def test_every_country_has_languages() -> None:
    assert spoken_in("FI") == ("fi", "sv")
    assert spoken_in("SE")[0] == "sv"
    for country in COUNTRIES:
        assert spoken_in(country)
        assert set(spoken_in(country)) <= LANGUAGES
    assert spoken_in("LI") == ("de",)


def test_a_country_without_known_languages_gets_english() -> None:
    assert spoken_in("QQ") == ("en",)


def test_every_data_file_knows_its_schema() -> None:
    assert sorted(texts()) == sorted(DATA)
    for text in texts().values():
        assert text.startswith(b"# yaml-language-server: $schema=.lgd/schema.json\n")
        assert text.endswith(b"\n")
        assert not any(line.endswith(b" ") for line in text.splitlines())


def test_settings_of_editors() -> None:
    files = {each.path: each.content for each in settings_files(TEMPLATES)}
    assert sorted(files) == [".editorconfig", ".vscode/extensions.json", ".vscode/settings.json"]
    assert all(files.values())


def test_languages_without_examples() -> None:
    assert untranslated(("fi", "et", "en"), TEMPLATES) == ("et",)


def test_the_examples_say_the_same_in_every_language() -> None:
    words = {path: text for path, text in TEMPLATES.items() if path.startswith("new/words/")}
    short = yaml.safe_load(words.pop("new/words/short.json"))
    assert len(words) == 9
    keys = [set(yaml.safe_load(text)) for text in words.values()]
    assert all(each == keys[0] for each in keys)
    assert set(short) <= keys[0]
    assert all(len(each.split()) < 5 for each in short.values())
