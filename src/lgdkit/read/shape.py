"""What pydantic says about a record, in our words: one finding a fault, the near name, and the way out."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lgdkit.diagnostics import Diagnostic, Fix, Fixed, Place, Severity
from lgdkit.model.date import parse_date
from lgdkit.model.fault import AS_TEXT, Fault, cut, kind_of, shown
from lgdkit.model.meant import did_you_mean, near, slip
from lgdkit.read.advice import key_advice, pattern_advice, pattern_meant, slug, type_advice, type_meant
from lgdkit.read.fields import Keys, description, keys_at, mapping_at, reference

Written = Callable[[Place], str | None]
"""Gives a plain scalar as it stands in the text."""

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list: [one, two]",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping",
}
_LIMITS = {
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "string_too_long": "at most {max_length} letters",
    "string_too_short": "at least {min_length} letter",
    "too_short": "at least {min_length}",
}


class _Said(NamedTuple):
    rule: str
    message: str
    expected: str = ""
    advice: str = ""
    on_key: bool = False
    fix: Fixed | None = None
    among: str = ""


def shape_finding(
    error: ErrorDetails, model: type[BaseModel], place: Place, written: Written, data: object
) -> Diagnostic:
    """Turn one of pydantic's errors into a finding; `place` is the record's, `data` what it was read from."""
    loc = error["loc"]
    keys = tuple(key for key in loc if key != "[key]")
    said = (
        _said_of_key(error, mapping_at(data, keys[:-1])) if keys != loc else _said(error, keys, model, data)
    )
    at = place.at(*keys)
    if error["type"] == "missing":
        at = place.at(*keys[:-1])
    elif said.on_key:
        at = place.at(*keys[:-1]).key(keys[-1])
    else:
        said = _as_written(said, error["input"], written(at))
    fix = written(at) if said.fix == AS_TEXT else said.fix
    fixes = () if fix is None else (Fix(at, fix, said.among),)
    return Diagnostic(said.rule, Severity.ERROR, at, said.message, said.expected, said.advice, fixes=fixes)


def meant_key(error: ErrorDetails, model: type[BaseModel], data: object) -> str | None:
    """Return the known key that an unknown one probably stands for, unless that is there too."""
    if error["type"] != "extra_forbidden":
        return None
    *outer, key = error["loc"]
    meant = near(key, keys_at(model, tuple(outer)))
    return None if meant in mapping_at(data, tuple(outer)) else meant


def _said(error: ErrorDetails, keys: Keys, model: type[BaseModel], data: object) -> _Said:
    kind, context, raw = error["type"], error.get("ctx", {}), error["input"]
    name = f'"{cut(str(keys[-1]))}"' if isinstance(keys[-1], str) else "This entry"
    if "message" in context:
        said = context["message"], context["expected"], context["help"], context["on_key"], context["fix"]
        return _Said(kind, *said)
    if kind in _WANTED:
        return _wrong_type(kind, name, raw, keys, model)
    if kind in ("extra_forbidden", "invalid_key"):
        known = keys_at(model, keys[:-1])
        there = mapping_at(data, keys[:-1])
        advice = key_advice(str(keys[-1]), known, there)
        message = f"There is no key {shown(keys[-1])} here."
        fix = _new_key(keys[-1], known, there)
        return _Said("unknown-key", message, one_of(known), advice, on_key=True, fix=fix)
    if kind == "missing":
        about = _lower(description(model, keys))
        return _Said("missing-field", f"The key {name} is missing.", f"{keys[-1]}: …", f"Add it: {about}")
    if kind == "literal_error":
        return _no_code(name, raw, _codes(context))
    if kind == "string_pattern_mismatch":
        said_so = pattern_advice(str(raw), context["pattern"])
        kinds = reference(model, keys)
        fix = (slug(str(raw)) or None) if kinds else pattern_meant(str(raw), context["pattern"])
        return _Said(*said_so, fix=fix, among=kinds)
    limit = _LIMITS.get(kind, kind.replace("_", " ")).format(**context)
    if isinstance(raw, list):
        held = f"{len(raw)} entry" if len(raw) == 1 else f"{len(raw)} entries"
        return _Said("out-of-range", f"{name} holds {held}.", limit, description(model, keys))
    message = f"{name} is {shown(raw)}." if raw != "" else f"{name} is empty."
    return _Said("out-of-range", message, limit, description(model, keys))


def _said_of_key(error: ErrorDetails, there: Mapping[Any, Any]) -> _Said:
    """Say what is wrong with a key that is data itself: a year, a sector, a principle."""
    raw, context = error["input"], error.get("ctx", {})
    if error["type"] == "literal_error":
        codes = _codes(context)
        message = f"There is no key {shown(raw)} here."
        advice = key_advice(str(raw), codes)
        return _Said(
            "unknown-key", message, one_of(codes), advice, on_key=True, fix=_new_key(raw, codes, there)
        )
    expected = "a year: 2025"
    if error["type"] == "int_type":
        is_year = re.fullmatch("[0-9]{4}", str(raw)) is not None
        advice = f"Write it without quotes: {raw}." if str(raw).isdigit() else "Write the year alone."
        message, fix = (
            f"The key {shown(raw)} is {kind_of(raw)}.",
            int(str(raw)) if is_year and int(str(raw)) not in there else None,
        )
        return _Said("wrong-type", message, expected, advice, on_key=True, fix=fix)
    return _Said(
        "out-of-range", f"The year {shown(raw)} cannot be meant.", expected, "Mend the year.", on_key=True
    )


def _new_key(key: object, known: list[str], there: Mapping[Any, Any]) -> str | None:
    """Return the key that was meant beyond doubt, unless it is there already."""
    meant = slip(key, known)
    return None if meant in there else meant


def _wrong_type(kind: str, name: str, raw: object, keys: Keys, model: type[BaseModel]) -> _Said:
    message, expected = f"{name} is {kind_of(raw)}.", _WANTED[kind]
    inner = keys_at(model, keys)
    kinds = reference(model, keys)
    advice = type_advice(kind, raw, keys[-1])
    if kind == "int_type" and isinstance(raw, float):
        message = f"{name} is {shown(raw)}, which is no whole number."
    elif kind == "string_type" and kinds:
        expected = f"the id of one of the {kinds}"
        if isinstance(raw, dict) and "id" in raw:
            advice = f"Write the id alone: {cut(str(raw['id']))}."
    elif kind == "model_type" and inner:
        expected = f"a mapping with {', '.join(inner)}"
        advice = advice or f"Write keys below it, such as {inner[0]}: …"
    return _Said(
        "wrong-type", message, expected, advice or description(model, keys), fix=type_meant(kind, raw)
    )


def _no_code(name: str, raw: object, codes: list[str]) -> _Said:
    if isinstance(raw, list | dict):
        advice = type_advice("string_type", raw)
        return _Said("wrong-type", f"{name} is {kind_of(raw)}, not a code.", one_of(codes), advice)
    advice = f"Write it without quotes: {raw}." if raw in codes else did_you_mean(raw, codes)
    where = f"for {name}" if name.startswith('"') else "here"
    fix = int(str(raw)) if raw in codes else slip(raw, codes)
    return _Said("unknown-code", f"{shown(raw)} is no code {where}.", one_of(codes), advice, fix=fix)


def _codes(context: Mapping[str, Any]) -> list[str]:
    return [code.strip().strip("'") for code in context["expected"].replace(" or ", ", ").split(", ")]


def _as_written(said: _Said, raw: object, written: str | None) -> _Said:
    """Put a number as it stands in the text for the number that it was read as: 049 for 49."""
    if written is None or not isinstance(raw, int | float) or written == shown(raw):
        return said
    if said.rule == "bad-date":
        try:
            parse_date(written)
        except Fault as error:  # 2024.10 is no tenth of a year
            context = error.context or {}
            return said._replace(message=error.message(), advice=context["help"], fix=context["fix"])
    number = re.compile(rf"(?<![\w.]){re.escape(shown(raw))}(?!\w)")
    return said._replace(
        message=number.sub(lambda _: cut(written), said.message),
        advice=number.sub(lambda _: cut(written), said.advice),
    )


def one_of(words: list[str]) -> str:
    """List what is allowed."""
    return ("one of " if len(words) > 1 else "") + ", ".join(words)


def _lower(text: str) -> str:
    """Begin a sentence in small letters, unless it begins with an abbreviation."""
    return f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() else text
