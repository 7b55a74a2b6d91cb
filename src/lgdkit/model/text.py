"""Texts in one or several languages."""

import difflib
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import PlainValidator, WithJsonSchema

from lgdkit.model.fault import Fault, fault, faults, kind_of, shown
from lgdkit.vocab.language import LANGUAGES
from lgdkit.vocab.text import Origin

_ORIGINS: tuple[str, ...] = get_args(Origin)
_EXPECTED = "a text, or one text per language: {fi: …, sv: …, en: …}"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language; `of` is the digest of the text that it was translated from."""

    text: str
    origin: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What a person wrote: one wording in the city's first language, or one wording per language."""

    plain: str | None
    wordings: tuple[tuple[str, Wording], ...] = ()

    def languages(self, first: str) -> tuple[str, ...]:
        """Return the languages in which the text exists; `first` is the city's first language."""
        return (first,) if self.plain is not None else tuple(code for code, _ in self.wordings)

    def wording(self, language: str, first: str) -> Wording | None:
        """Return the wording in this language, or None."""
        if self.plain is not None:
            return Wording(self.plain) if language == first else None
        for code, wording in self.wordings:
            if code == language:
                return wording
        return None

    def best(self, language: str, first: str) -> tuple[str, Wording]:
        """Return the wording in this language, else in the city's first language, else the first one written."""
        for code in (language, first):
            found = self.wording(code, first)
            if found is not None:
                return code, found
        return self.wordings[0]


def _wording(raw: object) -> Wording:
    if isinstance(raw, str):
        if not raw.strip():
            raise fault("wrong-type", "This text is empty.", _EXPECTED, "Write the text, or take the line out.")
        return Wording(raw)
    if not isinstance(raw, dict):
        raise fault("wrong-type", f"This is {kind_of(raw)}, not a text.", "a text", _quoting(raw))
    found: list[tuple[tuple[str | int, ...], Fault, object]] = []
    for key, value in raw.items():
        if key not in ("text", "origin", "of"):
            found.append(
                ((key,), fault("unknown-key", f'There is no key "{key}" here.', "text, origin, of", ""), value)
            )
    if not isinstance(raw.get("text"), str):
        found.append((("text",), fault("missing-field", 'The key "text" is missing.', "{text: …, origin: …}"), raw))
    origin = raw.get("origin")
    if origin is not None and origin not in _ORIGINS:
        found.append(
            (("origin",), fault("unknown-code", f"{shown(origin)} is no origin.", ", ".join(_ORIGINS)), origin)
        )
    of = raw.get("of")
    if of is not None and not isinstance(of, str):
        found.append((("of",), fault("wrong-type", f"This is {kind_of(of)}, not a digest.", "a digest"), of))
    if found:
        raise faults(found)
    return Wording(raw["text"], origin, of)


def _quoting(raw: object) -> str:
    if isinstance(raw, bool | int | float):
        return f'If it is meant as a text, put it in quotes: "{shown(raw)}".'
    return ""


def parse_text(raw: object) -> Text:
    """Read a text.

    Raises:
        Fault: the value is neither a text nor a mapping of languages to texts.
    """
    if isinstance(raw, str) and raw.strip():
        return Text(raw)
    if not isinstance(raw, dict):
        if isinstance(raw, str):
            _wording(raw)
        raise fault("wrong-type", f"This is {kind_of(raw)}, not a text.", _EXPECTED, _quoting(raw))
    if not raw:
        raise fault("wrong-type", "This text has no wording in any language.", _EXPECTED, "Write at least one.")
    if "{" in "".join(key for key in raw if isinstance(key, str)):
        raise fault("wrong-type", "This is a mapping, not a text.", _EXPECTED, "Put the text in quotes.")
    wordings: list[tuple[str, Wording]] = []
    found: list[tuple[tuple[str | int, ...], Any, object]] = []
    for key, value in raw.items():
        if key not in LANGUAGES:
            near = difflib.get_close_matches(str(key), LANGUAGES, 1)
            way_out = f'Did you mean "{near[0]}"?' if near else "Use the two-letter code of the language."
            found.append(
                ((key,), fault("unknown-code", f'"{key}" is no language code.', "fi, sv, de, en, …", way_out), value)
            )
            continue
        try:
            wordings.append((key, _wording(value)))
        except Fault as error:
            found.append(((key,), error, value))
        except ValueError as error:  # a pydantic error that holds several faults, each with its own keys
            found.extend(
                ((key, *detail["loc"]), fault(detail["type"], **detail["ctx"]), value)
                for detail in error.errors()  # type: ignore[attr-defined]
            )
    if found:
        raise faults(found)
    return Text(None, tuple(wordings))


_WORDING_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {
                "text": {"type": "string", "description": "The text."},
                "origin": {"enum": list(_ORIGINS), "description": "How the text came about."},
                "of": {"type": "string", "description": "Digest of the text it was translated from; lgd writes it."},
            },
            "required": ["text"],
            "additionalProperties": False,
        },
    ]
}
TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"enum": sorted(LANGUAGES)},
            "additionalProperties": _WORDING_SCHEMA,
        },
    ],
    "examples": ["Clean heat", {"fi": "Puhdas lämpö", "sv": "Ren värme", "en": "Clean heat"}],
}
TextField = Annotated[Text, PlainValidator(parse_text), WithJsonSchema(TEXT_SCHEMA)]
