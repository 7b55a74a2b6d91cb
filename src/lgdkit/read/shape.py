"""What pydantic says about a record, in our words: one finding a fault, with the near name and the way out."""

import difflib
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lgdkit.diagnostics import Diagnostic, Key, Place, Severity
from lgdkit.model.fault import kind_of, shown

_WANTED = {
    "string_type": ("a text", "wrong-type"),
    "int_type": ("a whole number", "wrong-type"),
    "float_type": ("a number", "wrong-type"),
    "bool_type": ("true or false", "wrong-type"),
    "tuple_type": ("a list: [one, two]", "wrong-type"),
    "dict_type": ("a mapping (key: value)", "wrong-type"),
    "model_type": ("a mapping (key: value)", "wrong-type"),
    "model_attributes_type": ("a mapping (key: value)", "wrong-type"),
}


def shape_finding(error: ErrorDetails, model: type[BaseModel], place: Place) -> Diagnostic:
    """Turn one of pydantic's errors into a finding; `place` is the record's."""
    keys = _written(error["loc"])
    at = place.at(*keys)
    kind, context, raw = error["type"], error.get("ctx", {}), error["input"]
    name = f'"{keys[-1]}"' if keys and isinstance(keys[-1], str) else "This entry"

    def found(rule: str, message: str, expected: str = "", way_out: str = "", where: Place = at) -> Diagnostic:
        return Diagnostic(rule, Severity.ERROR, where, message, expected, way_out)

    if "message" in context:
        where = place.at(*keys[:-1]).key(keys[-1]) if kind in ("unknown-key",) or _bad_key(kind, context, keys) else at
        return found(kind, context["message"], context.get("expected", ""), context.get("help", ""), where)
    if kind in _WANTED:
        expected, rule = _WANTED[kind]
        return found(rule, f"{name} is {kind_of(raw)}.", expected, _type_help(kind, raw))
    if kind == "extra_forbidden":
        known = _keys_at(model, keys[:-1])
        return found("unknown-key", f'There is no key "{keys[-1]}" here.', _list(known), near(str(keys[-1]), known),
                     place.at(*keys[:-1]).key(keys[-1]))
    if kind == "missing":
        return found("missing-field", f"The key {name} is missing.", f"{keys[-1]}: …", "", place.at(*keys[:-1]))
    if kind in ("literal_error", "enum"):
        codes = [code.strip().strip("'") for code in context["expected"].replace(" or ", ", ").split(", ")]
        return found("unknown-code", f"{shown(raw)} is no code for {name}.", _list(codes), near(raw, codes))
    if kind == "string_pattern_mismatch":
        return found(*_pattern_fault(name, raw, context["pattern"]))
    return found("out-of-range", f"{shown(raw)} cannot stand here.", _limits(kind, context))


def _bad_key(kind: str, context: Mapping[str, Any], keys: tuple[Key, ...]) -> bool:
    """Say whether a fault of ours is about the key itself: its message then quotes it."""
    return kind == "unknown-code" and bool(keys) and context["message"].startswith(f'"{keys[-1]}" is no ')


def _written(loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """Take out of pydantic's location what no person wrote: marks of dictionary keys."""
    return tuple(key for key in loc if key != "[key]")


def near(word: object, known: "list[str]") -> str:
    """Ask whether the nearest known word was meant."""
    match = difflib.get_close_matches(word, known, 1, 0.6) if isinstance(word, str) else []
    return f'Did you mean "{match[0]}"?' if match else ""


def meant_keys(error: ErrorDetails, model: type[BaseModel]) -> "list[str]":
    """Return the known key that an unknown one probably stands for, if there is one."""
    if error["type"] != "extra_forbidden":
        return []
    keys = error["loc"]
    return difflib.get_close_matches(str(keys[-1]), _keys_at(model, keys[:-1]), 1, 0.6)


def _list(words: "list[str]") -> str:
    return ("one of " if len(words) > 1 else "") + ", ".join(words)


def _type_help(kind: str, raw: object) -> str:
    if kind == "string_type" and isinstance(raw, int | float):
        return f'If it is meant as a text, put it in quotes: "{shown(raw)}".'
    if kind == "tuple_type" and isinstance(raw, str):
        return f"Put it in brackets: [{raw}]." if len(raw) < 40 else "Put it in brackets."
    return ""


_FORMS = {
    "^[a-z0-9]": ("bad-id", "small letters a to z, digits and hyphens, up to 64"),
    "^([a-z0-9]": ("bad-id", "the id of a record: small letters, digits and hyphens"),
    "^[a-z]{2}$": ("unknown-code", "a language code of two small letters: fi"),
    "^[A-Z]{2}$": ("unknown-code", "a country code of two capitals: FI"),
    "^[A-Z]{3}$": ("unknown-code", "a currency code of three capitals: EUR"),
    "^[A-Z]{2}[A-Z0-9]{3}$": ("bad-code", "a NUTS 3 code: SE331"),
    "^[A-Z]{2} [A-Z0-9]{3}$": ("bad-code", "a UN/LOCODE with the space: SE UME"),
    "^Q": ("bad-code", "a Wikidata item: Q25579"),
    "^(baseline|latest)$": ("unknown-code", "one of baseline, latest"),
    "^[A-V]?": ("bad-code", "a NACE code: S94"),
    "^[0-9a-f]{64}$": ("bad-code", "a SHA-256 digest of 64 signs"),
    "^[a-z][a-z0-9_-]": ("bad-id", "small letters, digits, hyphens and underscores"),
    "^[a-z][a-z0-9-]*$": ("bad-id", "the id of a rule: small letters, digits and hyphens"),
}


def _pattern_fault(name: str, raw: object, pattern: str) -> tuple[str, str, str, str]:
    rule, expected = next((form for start, form in _FORMS.items() if pattern.startswith(start)), ("bad-id", pattern))
    way_out = ""
    if rule == "bad-id" and isinstance(raw, str):
        way_out = f"For example: {slug(raw)}." if slug(raw) else ""
    return rule, f"{shown(raw)} cannot be {name}.", expected, way_out


def slug(text: str) -> str:
    """Make an id of a name: small letters, digits and hyphens."""
    table = str.maketrans({"ä": "a", "å": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in text.lower().translate(table))
    return "-".join(part for part in plain.split("-") if part)[:64]


def _limits(kind: str, context: Mapping[str, Any]) -> str:
    limits = {
        "greater_than_equal": "at least {ge}",
        "less_than_equal": "at most {le}",
        "string_too_long": "at most {max_length} letters",
        "string_too_short": "at least {min_length} letter",
        "too_short": "at least {min_length} entries",
    }
    return limits.get(kind, kind.replace("_", " ")).format(**context)


def _keys_at(model: type[BaseModel], keys: tuple[Key, ...]) -> "list[str]":
    """Return the keys that the mapping at these keys of a record may have."""
    current: Any = model
    for key in keys:
        if isinstance(key, int):
            continue
        current = _fields(current).get(key)
        if current is None:
            return []
    return list(_fields(current)) if current else []


@cache
def _fields(model: type[BaseModel]) -> "dict[str, type[BaseModel] | None]":
    return {info.alias or name: _model_in(info.annotation) for name, info in model.model_fields.items()}


def _model_in(annotation: Any) -> "type[BaseModel] | None":
    """Find the model inside an annotation such as `tuple[Milestone, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, dict) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            found = _model_in(part)
            if found:
                return found
    return None
