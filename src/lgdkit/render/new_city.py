"""A small city to begin with: its files, with comments, in the languages that were asked for.

Texts that a person gives are quoted wherever YAML could read them as something else.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel.languages import get_official_languages
from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lgdkit.artifact import Artifact as Artifact
from lgdkit.render.language import SOURCE_LANGUAGE
from lgdkit.vocab.language import LANGUAGES

SCHEMA = ".lgd/schema.json"
DATA = ("actions.yaml", "city.yaml", "deals.yaml", "partners.yaml")
ACTIONS = "actions.yaml"
TAKEN_DATA = (ACTIONS, "city.yaml", "partners.yaml")
_SETTINGS = {
    ".editorconfig": "editorconfig",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/settings.json": "settings.json",
}
_FOLDER = "new/"
_PLAIN = re.compile(r"[^\W\d_]{3,}(?:(?:-?,? |-)[^\W\d_]+)*\.?")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "off"})
_LONGEST_ID = 40
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that do not come apart into a plain one and an accent."""


Said = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class TakenField:
    """A field of action that is taken over from another city, with its name by language."""

    id: str
    name: Said
    ccc: str | None
    green_deal: tuple[str, ...]


@dataclass(frozen=True)
class NewCity:
    """What is asked before a city is written; `year` is the current one."""

    name: str
    country: str
    languages: tuple[str, ...]
    year: int

    @property
    def id(self) -> str:
        """The city's id: its name in small letters, without accents."""
        letters = self.name.casefold().translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
        found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-")
        # an id is written without quotes everywhere, so it must not read as a number or a boolean
        return found if found[:1].isalpha() and found not in _WORDS_OF_YAML else f"city-{found}".strip("-")


def spoken_in(country: str) -> tuple[str, ...]:
    """Return the official languages of a country, as far as the format knows them; English where it knows none."""
    codes = [code.partition("_")[0] for code in get_official_languages(country)]
    return tuple(code for code in dict.fromkeys(codes) if code in LANGUAGES) or (SOURCE_LANGUAGE,)


def city_files(
    city: NewCity, templates: Mapping[str, bytes], taken: Sequence[TakenField] | None = None
) -> list[Artifact]:
    """Return the data files of a new city: with examples, or with fields that are taken over.

    With those there are no example records, and `actions.yaml` holds no list yet.
    """
    ours = {path.removeprefix(_FOLDER): text for path, text in templates.items() if path.startswith(_FOLDER)}
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({path: text.decode() for path, text in ours.items() if path.endswith(".j2")}),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {code: _words(code, ours) for code in city.languages}

    def say(key: str, indent: int) -> str:
        return _said({code: each[key] for code, each in words.items()}, indent)

    context: dict[str, Any] = {
        "modeline": f"# yaml-language-server: $schema={SCHEMA}",
        "id": city.id,
        "name": city.name,
        "country": city.country,
        "languages": list(city.languages),
        "year": city.year,
        "quoted": quoted,
        "say": say,
        "taken": taken,
        "said": _said,
    }
    files = DATA if taken is None else TAKEN_DATA
    return [Artifact(path, environment.get_template(f"{path}.j2").render(context).encode()) for path in files]


def reason_taken_over(city: NewCity, other: str, templates: Mapping[str, bytes]) -> Said:
    """Return why a city has no figures of what it took over from another one, in each of its languages."""
    ours = {path.removeprefix(_FOLDER): text for path, text in templates.items() if path.startswith(_FOLDER)}
    return {code: _words(code, ours)["taken_over"].replace("{city}", other) for code in city.languages}


def settings_files(templates: Mapping[str, bytes]) -> list[Artifact]:
    """Return the settings for editors."""
    return [Artifact(path, templates[f"{_FOLDER}{name}"]) for path, name in _SETTINGS.items()]


def untranslated(languages: Sequence[str], templates: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the languages in which there are no example texts: they are given the English ones."""
    return tuple(code for code in languages if f"{_FOLDER}words/{code}.json" not in templates)


def quoted(text: str) -> str:
    """Write a text as YAML: plain where nothing else can be read into it, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def _words(code: str, ours: Mapping[str, bytes]) -> dict[str, str]:
    """Return the example texts in a language; where there are none, English ones that are as short as names.

    A longer text that stands the same in two languages is a finding, and a new city has none.
    """
    there = ours.get(f"words/{code}.json")
    words: dict[str, str] = json.loads(there or ours[f"words/{SOURCE_LANGUAGE}.json"])
    short: dict[str, str] = json.loads(ours["words/short.json"])
    return words if there else {**words, **short}


def _said(wordings: Mapping[str, str], indent: int) -> str:
    """Write one text after a key, or one for each language below it."""
    if len(wordings) == 1:
        return f" {quoted(next(iter(wordings.values())))}"
    return "".join(f"\n{' ' * (indent + 2)}{code}: {quoted(text)}" for code, text in wordings.items())
