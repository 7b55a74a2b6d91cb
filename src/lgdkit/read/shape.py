"""What pydantic says about a record, in our words: one finding a fault, the near name, and the way out."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lgdkit.diagnostics import Diagnostic, Key, Place, Severity
from lgdkit.model.fault import cut, kind_of, shown
from lgdkit.model.meant import did_you_mean, near
from lgdkit.model.walk import held_by
from lgdkit.read.advice import key_advice, pattern_advice, type_advice

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
    "too_short": "at least {min_length} entries",
}


class _Said(NamedTuple):
    rule: str
    message: str
    expected: str = ""
    advice: str = ""
    on_key: bool = False


def shape_finding(
    error: ErrorDetails, model: type[BaseModel], place: Place, written: Written, data: object
) -> Diagnostic:
    """Turn one of pydantic's errors into a finding; `place` is the record's, `data` what it was read from."""
    loc = error["loc"]
    keys = tuple(key for key in loc if key != "[key]")
    at = place.at(*keys)
    said = _said_of_key(error) if keys != loc else _said(error, keys, model, data)
    if said.rule == "missing-field":
        at = place.at(*keys[:-1]) if error["type"] == "missing" else at
    elif said.on_key:
        at = place.at(*keys[:-1]).key(keys[-1])
    else:
        said = _as_written(said, error["input"], written(at))
    return Diagnostic(said.rule, Severity.ERROR, at, said.message, said.expected, said.advice)


def _said(error: ErrorDetails, keys: tuple[Key, ...], model: type[BaseModel], data: object) -> _Said:
    kind, context, raw = error["type"], error.get("ctx", {}), error["input"]
    name = f'"{cut(str(keys[-1]))}"' if keys and isinstance(keys[-1], str) else "This entry"
    if "message" in context:
        return _Said(kind, context["message"], context["expected"], context["help"], context["on_key"])
    if kind in _WANTED:
        return _Said(
            "wrong-type",
            _unlike(kind, name, raw),
            _wanted(kind, keys, model),
            type_advice(kind, raw, keys[-1]),
        )
    if kind == "extra_forbidden":
        known = _keys_at(model, keys[:-1])
        left = [key for key in known if key not in _mapping_at(data, keys[:-1])]
        message = (
            f"There is no key {name} here."
            if isinstance(keys[-1], str)
            else f"There is no key {keys[-1]} here."
        )
        return _Said("unknown-key", message, one_of(known), key_advice(str(keys[-1]), left), on_key=True)
    if kind == "missing":
        about = _description(model, keys)
        return _Said("missing-field", f"The key {name} is missing.", f"{keys[-1]}: …", f"Add it: {about}")
    if kind == "literal_error":
        codes = _codes(context)
        return _Said(
            "unknown-code", f"{shown(raw)} is no code for {name}.", one_of(codes), _code_advice(raw, codes)
        )
    if kind == "string_pattern_mismatch":
        return _Said(*pattern_advice(name, str(raw), context["pattern"]))
    held = f"{name} holds {len(raw)}." if isinstance(raw, list) else f"{name} is {shown(raw)}."
    return _Said("out-of-range", held, _LIMITS.get(kind, kind.replace("_", " ")).format(**context))


def _said_of_key(error: ErrorDetails) -> _Said:
    """Say what is wrong with a key that is data itself: a year, a sector, a principle."""
    raw, context = error["input"], error.get("ctx", {})
    if error["type"] == "literal_error":
        codes = _codes(context)
        message = f"There is no key {shown(raw)} here."
        return _Said("unknown-key", message, one_of(codes), key_advice(str(raw), codes), on_key=True)
    if error["type"] == "int_type":
        advice = f"Write it without quotes: {raw}." if str(raw).isdigit() else ""
        return _Said(
            "wrong-type", f"The key {shown(raw)} is {kind_of(raw)}.", "a year: 2025", advice, on_key=True
        )
    limit = _LIMITS.get(error["type"], error["type"].replace("_", " ")).format(**context)
    return _Said(
        "out-of-range", f"The key {shown(raw)} cannot be meant.", limit, "Mend the year.", on_key=True
    )


def _as_written(said: _Said, raw: object, written: str | None) -> _Said:
    """Put a number as it stands in the text for the number that it was read as: 049 for 49."""
    if written is None or not isinstance(raw, int | float) or written == shown(raw):
        return said
    number = re.compile(rf"(?<![\w.]){re.escape(shown(raw))}(?![\w])")
    return said._replace(
        message=number.sub(lambda _: cut(written), said.message),
        advice=number.sub(lambda _: cut(written), said.advice),
    )


def _unlike(kind: str, name: str, raw: object) -> str:
    if kind == "int_type" and isinstance(raw, float):
        return f"{name} is {shown(raw)}, which is no whole number."
    return f"{name} is {kind_of(raw)}."


def _wanted(kind: str, keys: tuple[Key, ...], model: type[BaseModel]) -> str:
    if kind == "string_type":
        reference = _reference(model, keys)
        return f"the id of one of the {reference}" if reference else _WANTED[kind]
    if kind == "model_type":
        inner = _keys_at(model, keys)
        return f"a mapping with {', '.join(inner)}" if inner else _WANTED[kind]
    return _WANTED[kind]


def one_of(words: list[str]) -> str:
    """List what is allowed."""
    return ("one of " if len(words) > 1 else "") + ", ".join(words)


def _codes(context: Mapping[str, Any]) -> list[str]:
    return [code.strip().strip("'") for code in context["expected"].replace(" or ", ", ").split(", ")]


def _code_advice(raw: object, codes: list[str]) -> str:
    if isinstance(raw, str):
        return f"Write it without quotes: {raw}." if raw in codes else did_you_mean(raw, codes)
    return type_advice("string_type", raw) if isinstance(raw, list | dict) else ""


def meant_key(error: ErrorDetails, model: type[BaseModel], data: object) -> str | None:
    """Return the known key that an unknown one probably stands for, unless that is there too."""
    if error["type"] != "extra_forbidden":
        return None
    *outer, key = error["loc"]
    there = _mapping_at(data, tuple(outer))
    return near(key, [each for each in _keys_at(model, tuple(outer)) if each not in there])


def _mapping_at(data: Any, keys: tuple[Key, ...]) -> dict[Any, Any]:
    """Return the mapping at these keys, or an empty one where they lead elsewhere."""
    for key in keys:
        if isinstance(data, list) and isinstance(key, int):
            data = data[key]
        else:
            data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _keys_at(model: type[BaseModel], keys: tuple[Key, ...]) -> list[str]:
    """Return the keys that the mapping at these keys of a record may have."""
    current = _model_at(model, keys)
    return list(_fields(current)) if current else []


def _model_at(model: type[BaseModel], keys: tuple[Key, ...]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str) and current:
            current = _fields(current).get(key)
    return current


def _description(model: type[BaseModel], keys: tuple[Key, ...]) -> str:
    """Return what the reference says of a field."""
    holder = _model_at(model, keys[:-1])
    for name, info in holder.model_fields.items() if holder else ():
        if (info.alias or name) == keys[-1] and info.description:
            return f"{info.description[:1].lower()}{info.description[1:]}"
    return "…"


def _reference(model: type[BaseModel], keys: tuple[Key, ...]) -> str:
    """Return the kind of record that a field refers to, or nothing."""
    names = [key for key in keys if isinstance(key, str)]
    holder = _model_at(model, tuple(names[:-1]))
    kinds = [
        held.detail
        for held in (held_by(holder) if holder else ())
        if held.key == names[-1] and held.kind == "ref"
    ]
    return kinds[0] if kinds else ""


@cache
def _fields(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    return {info.alias or name: _model_in(info.annotation) for name, info in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside an annotation such as `tuple[Milestone, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, dict) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            found = _model_in(part)
            if found:
                return found
    return None
