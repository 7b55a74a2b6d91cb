"""Texts in one or several languages."""

import re
from typing import Annotated, Any, NamedTuple, get_args

from pydantic import ValidationError

from lgdkit.model.fault import AS_TEXT, ENOUGH, Fault, cut, deeper, fault, faults, kind_of, quoting, shown
from lgdkit.model.meant import did_you_mean, near, slip
from lgdkit.model.parsed import Parsed
from lgdkit.vocab.language import LANGUAGES
from lgdkit.vocab.text import Origin

_ORIGINS: tuple[str, ...] = get_args(Origin)
_EXPECTED = "a text, or one text per language: {fi: …, sv: …, en: …}"
_DETAILS = ("text", "origin", "of")
_new = tuple.__new__
"""Makes a named tuple in half of the time, for the many texts of a city."""
_Faults = list[tuple[tuple[str | int, ...], Fault, object]]


class Wording(NamedTuple):
    """A text in one language; `of` is the digest of the text that it was translated from."""

    text: str
    origin: str | None = None
    of: str | None = None


class Text(NamedTuple):
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
        return next((wording for code, wording in self.wordings if code == language), None)

    def best(self, language: str, first: str) -> tuple[str, Wording]:
        """Return the wording in this language, else in the city's first one, else the first one written."""
        for code in (language, first):
            found = self.wording(code, first)
            if found is not None:
                return code, found
        return self.wordings[0]


def digest(text: str) -> str:
    """Return what a translation keeps as `of`: the SHA-256 of a text, however its lines are broken."""
    from hashlib import sha256

    return sha256(" ".join(text.split()).encode()).hexdigest()


def changed_source(text: Text, language: str) -> tuple[str, str] | None:
    """Return the language and text of the original if it is no longer what a wording was translated from.

    Nothing is returned for a wording that does not say what it was translated from, or that stands alone.
    """
    of = next((wording.of for code, wording in text.wordings if code == language), None)
    others = [(code, wording) for code, wording in text.wordings if code != language]
    if of is None or not others:
        return None
    if any(digest(wording.text).startswith(of.strip().lower() or "-") for _, wording in others):
        return None
    # a text that is no translation itself is the original
    code, wording = next((each for each in others if each[1].of is None), others[0])
    return code, wording.text


def parse_text(raw: object) -> Text:
    """Read a text.

    Raises:
        Fault: the value is neither a text nor a mapping of languages to texts.
        ValidationError: several faults inside it, each with its keys.
    """
    if isinstance(raw, str):
        return Text(_full(raw))
    if not isinstance(raw, dict):
        raise _no_text(raw, _EXPECTED)
    if len(raw) == 2:  # by far the most
        (first, one), (second, other) = raw.items()
        if (
            type(one) is type(other) is str
            and one
            and other
            and first in LANGUAGES
            and second in LANGUAGES
            and not one.isspace()
            and not other.isspace()
        ):
            pairs = (first, _new(Wording, (one, None, None))), (second, _new(Wording, (other, None, None)))
            return _new(Text, (None, pairs))
    if not raw:
        raise fault(
            "wrong-type", "This text has no wording in any language.", _EXPECTED, "Write at least one."
        )
    wordings = []
    for key, value in raw.items():
        if type(value) is not str or not value or key not in LANGUAGES or value.isspace():
            wordings = _wordings(raw)
            break
        wordings.append((key, _new(Wording, (value, None, None))))
    return _new(Text, (None, tuple(wordings)))


def _wordings(raw: dict[Any, Any]) -> list[tuple[str, Wording]]:
    """Read a mapping that is not simply one of languages to texts."""
    wordings: list[tuple[str, Wording]] = []
    found: _Faults = []
    for key, value in raw.items():
        if len(found) == ENOUGH:
            break
        if key not in LANGUAGES:
            if not found:
                _refuse_other(raw)
            found.append(((key,), _no_language(key), value))
            continue
        try:
            wordings.append((key, _wording(value)))
        except (Fault, ValidationError) as error:
            found.extend(deeper(key, error, value))
    if found:
        raise faults(found)
    return wordings


def _no_text(raw: object, expected: str) -> Fault:
    fix = AS_TEXT if isinstance(raw, int | float) else None
    return fault("wrong-type", f"This is {kind_of(raw)}, not a text.", expected, quoting(raw), fix=fix)


def _full(text: str) -> str:
    if not text.strip():
        raise fault("wrong-type", "This text is empty.", _EXPECTED, "Write the text, or take the line out.")
    return text


def _refuse_other(raw: dict[object, object]) -> None:
    """Say what is wrong with a mapping that is none of languages to texts, if it is clearly another one.

    Raises:
        Fault: it is another one.
    """
    if any(isinstance(each, str) and "{" in each for each in raw):
        raise fault("wrong-type", "This is a mapping, not a text.", _EXPECTED, "Put the text in quotes.")
    if "text" in raw and all(each in _DETAILS for each in raw):
        advice = "Write the language before it: {en: {text: …, origin: machine}}."
        raise fault("wrong-type", "This wording has no language.", _EXPECTED, advice)


def _no_language(key: object) -> Fault:
    short = re.split("[-_]", str(key)[:8])[0]
    advice = did_you_mean(short, LANGUAGES, "Use the two-letter code of the language.", alike=1)
    message = f'"{cut(str(key))}" is no language code.'
    meant = near(short, LANGUAGES, 1)
    return fault(
        "unknown-code", message, "a language code: fi, sv, de, en, …", advice, on_key=True, fix=meant
    )


def _wording(raw: object) -> Wording:
    if isinstance(raw, str):
        return Wording(_full(raw))
    if not isinstance(raw, dict):
        raise _no_text(raw, "a text")
    found: _Faults = []
    for key, value in raw.items():
        if len(found) == ENOUGH:
            break
        if key not in _DETAILS:
            message, advice = f'There is no key "{cut(str(key))}" here.', did_you_mean(key, _DETAILS)
            meant = slip(key, _DETAILS)
            wrong = fault(
                "unknown-key", message, "one of " + ", ".join(_DETAILS), advice, on_key=True, fix=meant
            )
            found.append(((key,), wrong, value))
    text, origin, of = (raw.get(key) for key in _DETAILS)
    if "text" not in raw and found:
        pass  # it is there, misspelt
    elif "text" not in raw:
        wrong = fault("missing-field", 'The key "text" is missing.', "{text: …, origin: …}", "Add the text.")
        found.append(((), wrong, raw))
    elif not isinstance(text, str):
        found.append((("text",), _no_text(text, "a text"), text))
    elif not text.strip():
        wrong = fault("wrong-type", "This text is empty.", "a text", "Write the text, or take the line out.")
        found.append((("text",), wrong, text))
    if origin is not None and origin not in _ORIGINS:
        expected, advice = "one of " + ", ".join(_ORIGINS), did_you_mean(origin, _ORIGINS)
        wrong = fault(
            "unknown-code", f"{shown(origin)} is no origin.", expected, advice, fix=slip(origin, _ORIGINS)
        )
        found.append((("origin",), wrong, origin))
    if of is not None and not isinstance(of, str):
        advice = "Leave it as lgd wrote it, or take it out."
        found.append(
            (("of",), fault("wrong-type", f"This is {kind_of(of)}, not a digest.", "a digest", advice), of)
        )
    if found:
        raise faults(found)
    return Wording(str(text), origin, of)


_WORDING_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {
                "text": {"type": "string", "description": "The text."},
                "origin": {"enum": list(_ORIGINS), "description": "How the text came about."},
                "of": {"type": "string", "description": "Digest of the text it translates; lgd writes it."},
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
TextField = Annotated[Text, Parsed(parse_text, TEXT_SCHEMA)]
