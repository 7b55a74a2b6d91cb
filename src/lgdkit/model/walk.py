"""Every reference and every text of a record, with the keys that lead to it.

What a record class holds is worked out once from its annotations: a new field is covered by being written.
"""

from collections.abc import Iterable
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from lgdkit.diagnostics import Key
from lgdkit.model.base import ProperName, RefTo
from lgdkit.model.quantity import NotQuantified
from lgdkit.model.text import Text

Keys = tuple[Key, ...]
_new = tuple.__new__
"""Makes a named tuple in half of the time, for the many texts and references of a city."""


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
    keys: Keys
    """The key alone, as keys: made once, it is shared by all records."""
    kind: str
    detail: Any


class Walked(NamedTuple):
    """What a record holds, found in one walk: it is done for every record at every check.

    `reasons` are those of the texts that say why there is no figure.
    """

    references: list[Reference]
    texts: list[Worded]
    words: list[tuple[Keys, str]]
    reasons: list[Worded]


def walk(record: BaseModel) -> Walked:
    """Return the references, the texts with the reasons for missing figures, and the plain strings of a record.

    A plain string is one that is neither id nor code: a legal form, a place, a field of the city's own.
    """
    walked = _new(Walked, ([], [], [], []))
    _gather(record, (), walked)
    return walked


def references(record: BaseModel) -> list[Reference]:
    """Return every reference of a record."""
    return walk(record).references


def texts(record: BaseModel) -> list[Worded]:
    """Return every text of a record."""
    return walk(record).texts


def words(record: BaseModel) -> list[tuple[Keys, str]]:
    """Return every plain string of a record."""
    return walk(record).words


class Told(NamedTuple):
    """What many records say in words.

    `texts` holds every wording and plain string in the order of the walks. `noted` are the texts of which a
    wording says how it came about, `alike` those that stand the same in two languages; each with the number
    of its record. `languages` are the sets of them in which texts stand that are no names; none for a plain text.
    """

    texts: list[str]
    noted: list[tuple[int, Worded]]
    alike: list[tuple[int, Worded]]
    languages: set[tuple[str, ...]]


def told(records: Iterable[Walked]) -> Told:
    """Gather the words of many records; none of them is looked at again for it."""
    result = Told([], [], [], set())
    texts, noted, alike, languages = result
    for number, walked in enumerate(records):
        for worded in walked.texts:
            plain, wordings = worded[1]
            if plain is not None:
                texts.append(plain)
                if not worded[2]:
                    languages.add(())
                continue
            if len(wordings) == 2:  # by far the most
                (first, (one, origin, of)), (second, (other, its_origin, its_of)) = wordings
                if not worded[2]:
                    languages.add((first, second))
                texts += (one, other)
                if origin or of or its_origin or its_of:
                    noted += [(number, worded)] * (bool(origin or of) + bool(its_origin or its_of))
                if one == other:
                    alike.append((number, worded))
                continue
            before = len(texts)
            if not worded[2]:
                languages.add(tuple(code for code, _ in wordings))
            for _, (text, origin, of) in wordings:
                texts.append(text)
                if origin is not None or of is not None:
                    noted.append((number, worded))
            if len(wordings) > 1 and len(set(texts[before:])) < len(wordings):
                alike.append((number, worded))
        if walked.words:
            texts.extend([word for _, word in walked.words])
    return result


_AT_ONCE = 1000


def vocabulary(texts: list[str]) -> str:
    """Return every different word of many texts, in small letters."""
    found: set[str] = set()
    for first in range(0, len(texts), _AT_ONCE):
        found.update(" ".join(texts[first : first + _AT_ONCE]).split())
    return " ".join(found).lower()


def _gather(record: BaseModel, above: Keys, walked: Walked) -> None:
    values = record.__dict__
    references, texts, _, _ = walked
    for name, _, own, kind, detail in _leading(type(record)):
        value = values[name]
        if not value:
            continue
        keys = above + own  # of a record itself no tuple is made
        shape = type(value)
        if shape is Text:
            texts.append(_new(Worded, (keys, value, detail)))
        elif kind == "ref":
            if shape is str:
                references.append(_new(Reference, (keys, detail, value)))
            else:  # a list of ids
                for inner, each in enumerate(value):
                    references.append(_new(Reference, ((*keys, inner), detail, each)))
        elif shape is tuple or shape is dict:
            for inner, each in enumerate(value) if shape is tuple else value.items():
                _take(kind, detail, (*keys, inner), each, walked)
        else:
            _take(kind, detail, keys, value, walked)


def _take(kind: str, detail: Any, keys: Keys, value: Any, walked: Walked) -> None:
    if kind == "part":
        _gather(value, keys, walked)
    elif kind == "text":
        walked.texts.append(_new(Worded, (keys, value, detail)))
    elif kind == "stated":
        if type(value) is NotQuantified:
            reason = Worded((*keys, "not_quantified"), value.reason, proper=False)
            walked.texts.append(reason)
            walked.reasons.append(reason)
    elif type(value) is str:
        walked.words.append((keys, value))


@cache
def _leading(model: type[BaseModel]) -> tuple[Held, ...]:
    """Return the fields that hold something, and the parts in which one does."""
    return tuple(held for held in held_by(model) if held.kind != "part" or _leading(held.detail))


@cache
def held_by(model: type[BaseModel]) -> tuple[Held, ...]:
    """Return what the fields of a class hold, as far as it is a reference, a text, a figure or a part."""
    plan = []
    for name, info in model.model_fields.items():
        kind, detail = _kind(info.annotation, tuple(info.metadata))
        if kind:
            key = info.alias or name
            plan.append(Held(name, key, (key,), kind, detail))
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
