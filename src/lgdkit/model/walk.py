"""Every reference and every text of a record, with the keys that lead to it.

What a record class holds is worked out once from its annotations, so that a new field is covered by being written.
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from lgdkit.diagnostics import Key
from lgdkit.model.base import ProperName, RefTo
from lgdkit.model.quantity import NotQuantified
from lgdkit.model.text import Text

F = TypeVar("F")
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


class _Held(NamedTuple):
    name: str
    key: str
    kind: str
    """`ref`, `text`, `word`, `stated` or `part`."""
    detail: Any


def references(record: BaseModel) -> Iterator[Reference]:
    """Give every reference of a record."""
    for held in _plan(type(record)):
        if held.kind == "ref":
            yield from _leaves(record, held, lambda value, keys, kind=held.detail: [Reference(keys, kind, value)])
        elif held.kind == "part":
            yield from _inside(record, held, references)


def texts(record: BaseModel) -> Iterator[Worded]:
    """Give every text of a record, also the reasons why there is no figure."""
    for held in _plan(type(record)):
        if held.kind == "text":
            yield from _leaves(record, held, lambda value, keys, proper=held.detail: [Worded(keys, value, proper)])
        elif held.kind == "stated":
            value = getattr(record, held.name)
            if type(value) is NotQuantified:
                yield Worded((held.key, "not_quantified"), value.reason, proper=False)
        elif held.kind == "part":
            yield from _inside(record, held, texts)


def words(record: BaseModel) -> Iterator[tuple[Keys, str]]:
    """Give every plain string of a record that is neither an id nor a code: references, legal forms, places."""
    for held in _plan(type(record)):
        if held.kind == "word":
            value = getattr(record, held.name)
            if type(value) is str:
                yield (held.key,), value
            elif type(value) is dict:
                yield from (((held.key, key), each) for key, each in value.items() if type(each) is str)
        elif held.kind == "part":
            for keys, value in _inside_words(record, held):
                yield keys, value


def _inside_words(record: BaseModel, held: _Held) -> Iterator[tuple[Keys, str]]:
    value = getattr(record, held.name)
    if type(value) is tuple:
        for index, each in enumerate(value):
            for keys, word in words(each):
                yield (held.key, index, *keys), word
    elif value is not None and type(value) is not dict:
        for keys, word in words(value):
            yield (held.key, *keys), word


def _leaves(record: BaseModel, held: _Held, make: Callable[[Any, Keys], "list[F]"]) -> Iterator[F]:
    value = getattr(record, held.name)
    if value is None:
        return
    if type(value) is tuple:
        for index, each in enumerate(value):
            yield from make(each, (held.key, index))
    elif type(value) is dict:
        for key, each in value.items():
            yield from make(each, (held.key, key))
    else:
        yield from make(value, (held.key,))


def _inside(record: BaseModel, held: _Held, walk: Callable[[BaseModel], Iterator[Any]]) -> Iterator[Any]:
    value = getattr(record, held.name)
    if value is None:
        return
    if type(value) is tuple:
        for index, each in enumerate(value):
            for found in walk(each):
                yield found._replace(keys=(held.key, index, *found.keys))
    elif type(value) is not dict:
        for found in walk(value):
            yield found._replace(keys=(held.key, *found.keys))


@cache
def _plan(model: type[BaseModel]) -> tuple[_Held, ...]:
    plan = []
    for name, info in model.model_fields.items():
        kind, detail = _kind(info.annotation, tuple(info.metadata))
        if kind:
            plan.append(_Held(name, info.alias or name, kind, detail))
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
