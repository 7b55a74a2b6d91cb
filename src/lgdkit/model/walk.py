"""Every reference and every text of a record, with the keys that lead to it.

What a record class holds is worked out once from its annotations: a new field is covered by being written.
"""

from collections.abc import Iterator
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


def references(record: BaseModel) -> Iterator[Reference]:
    """Give every reference of a record."""
    for held in _leading(type(record), ("ref",)):
        for keys, value in _values(record, held):
            if held.kind == "ref":
                yield Reference(keys, held.detail, value)
            else:
                for inner in references(value):
                    yield Reference(keys + inner.keys, inner.kind, inner.id)


def texts(record: BaseModel) -> Iterator[Worded]:
    """Give every text of a record, also the reasons why there is no figure."""
    for held in _leading(type(record), ("text", "stated")):
        for keys, value in _values(record, held):
            if held.kind == "text":
                yield Worded(keys, value, held.detail)
            elif held.kind == "part":
                for inner in texts(value):
                    yield Worded(keys + inner.keys, inner.text, inner.proper)
            elif type(value) is NotQuantified:
                yield Worded((*keys, "not_quantified"), value.reason, proper=False)


def words(record: BaseModel) -> Iterator[tuple[Keys, str]]:
    """Give every plain string of a record that is neither id nor code: legal forms, places, own fields."""
    for held in _leading(type(record), ("word",)):
        for keys, value in _values(record, held):
            if held.kind == "part":
                for inner, word in words(value):
                    yield keys + inner, word
            elif type(value) is str:
                yield keys, value


def _values(record: BaseModel, held: Held) -> Iterator[tuple[Keys, Any]]:
    """Give the values of a field, one by one where it is a list or a mapping."""
    value = getattr(record, held.name)
    if value is None:
        return
    if type(value) is tuple:
        for index, each in enumerate(value):
            yield (held.key, index), each
    elif type(value) is dict:
        for key, each in value.items():
            yield (held.key, key), each
    else:
        yield (held.key,), value


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
