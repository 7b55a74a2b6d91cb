"""Every reference and every text of a record, with the keys that lead to it.

What a record class holds is worked out once from its annotations: a new field is covered by being written.
"""

from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from lgdkit.diagnostics import Key
from lgdkit.model.base import ProperName, RefTo
from lgdkit.model.quantity import NotQuantified
from lgdkit.model.text import Text

Keys = tuple[Key, ...]


class Reference(NamedTuple):
    """An id that a record refers to."""

    keys: Keys
    kind: str
    id: str


class Worded(NamedTuple):
    """A text of a record; `proper` where it is a name that needs no translation."""

    keys: Keys
    text: Text
    proper: bool


class Held(NamedTuple):
    """What a field holds: `ref`, `text`, `word`, `stated` or `part`, and the detail of it."""

    name: str
    key: str
    kind: str
    detail: Any


def references(record: BaseModel) -> list[Reference]:
    """Return every reference of a record."""
    return [Reference(keys, held.detail, value) for held, keys, value in _leaves(record, ("ref",))]


def texts(record: BaseModel) -> list[Worded]:
    """Return every text of a record, also the reasons why there is no figure."""
    found = []
    for held, keys, value in _leaves(record, ("text", "stated")):
        if held.kind == "text":
            found.append(Worded(keys, value, held.detail))
        elif type(value) is NotQuantified:
            found.append(Worded((*keys, "not_quantified"), value.reason, proper=False))
    return found


def words(record: BaseModel) -> list[tuple[Keys, str]]:
    """Return every plain string of a record that is neither id nor code: legal forms, places, own fields."""
    return [(keys, value) for _, keys, value in _leaves(record, ("word",)) if type(value) is str]


def _leaves(record: BaseModel, kinds: tuple[str, ...]) -> "list[tuple[Held, Keys, Any]]":
    """Return the values of the fields of these kinds, at any depth, one by one where they stand in lists."""
    found: list[tuple[Held, Keys, Any]] = []
    _gather(record, kinds, (), found)
    return found


def _gather(
    record: BaseModel, kinds: tuple[str, ...], keys: Keys, found: "list[tuple[Held, Keys, Any]]"
) -> None:
    for held in _leading(type(record), kinds):
        name, key, kind, _ = held
        value = getattr(record, name)
        if value is None:
            continue
        shape = type(value)
        if shape is tuple or shape is dict:
            for inner, each in enumerate(value) if shape is tuple else value.items():
                if kind == "part":
                    _gather(each, kinds, (*keys, key, inner), found)
                else:
                    found.append((held, (*keys, key, inner), each))
        elif kind == "part":
            _gather(value, kinds, (*keys, key), found)
        else:
            found.append((held, (*keys, key), value))


@cache
def _leading(model: type[BaseModel], kinds: tuple[str, ...]) -> tuple[Held, ...]:
    """Return the fields of these kinds, and the parts in which there are any."""
    return tuple(
        held
        for held in held_by(model)
        if held.kind in kinds or (held.kind == "part" and _leading(held.detail, kinds))
    )


@cache
def held_by(model: type[BaseModel]) -> tuple[Held, ...]:
    """Return what the fields of a class hold, as far as it is a reference, a text, a figure or a part."""
    plan = []
    for name, info in model.model_fields.items():
        kind, detail = _kind(info.annotation, tuple(info.metadata))
        if kind:
            plan.append(Held(name, info.alias or name, kind, detail))
    return tuple(plan)


def _kind(annotation: Any, metadata: tuple[Any, ...]) -> tuple[str, Any]:
    for mark in metadata:
        if isinstance(mark, RefTo):
            return "ref", mark.kind
    if annotation is str and not metadata:
        return "word", None
    if annotation is Text:
        return "text", any(isinstance(mark, ProperName) for mark in metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "part", annotation
    if hasattr(annotation, "__metadata__"):
        inner, *marks = get_args(annotation)
        return _kind(inner, (*metadata, *marks))
    arguments = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType) and NotQuantified in arguments:
        return "stated", None
    if get_origin(annotation) in (Union, UnionType, tuple, dict):
        for argument in arguments:
            found = _kind(argument, ())
            if found[0]:
                return found
    return "", None
