"""Records that have another id now and are otherwise the same."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from lgdkit.compare.value import canon
from lgdkit.model.base import Record
from lgdkit.model.walk import held_by


def new_ids(before: Iterable[Record], after: Iterable[Record], firsts: tuple[str, str]) -> dict[str, str]:
    """Return the new id of each record of one kind that is the same but for it; none where two are alike."""
    ours, theirs = list(before), list(after)
    kept = {each.id for each in ours} & {each.id for each in theirs}
    gone = _by_form((each for each in ours if each.id not in kept), firsts[0])
    come = _by_form((each for each in theirs if each.id not in kept), firsts[1])
    return {
        found[0]: come[form][0] for form, found in gone.items() if len(found) == len(come.get(form, ())) == 1
    }


def _by_form(records: Iterable[Record], first: str) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for each in records:
        found.setdefault(canon(each, first), []).append(each.id)
    return found


def referring(part: Any, kind: str, ids: Mapping[str, str]) -> Any:
    """Return a piece of data in which every reference to a record of a kind has the new id."""

    def renamed(value: Any) -> Any:
        return ids.get(value, value)

    def inside(value: Any) -> Any:
        return referring(value, kind, ids)

    changed = {}
    model: type[BaseModel] = type(part)
    for held in held_by(model):
        if held.kind == "part" or (held.kind == "ref" and held.detail == kind):
            value = getattr(part, held.name)
            new = _each(value, inside if held.kind == "part" else renamed)
            if new != value:
                changed[held.name] = new
    return copied(part, changed) if changed else part


def copied(part: Any, changed: Mapping[str, Any]) -> Any:
    """Return a piece of data with other values at the same place."""
    copy = part.model_copy(update=changed)
    for name in ("place", "broken"):
        if hasattr(part, name):
            object.__setattr__(copy, name, getattr(part, name))
    return copy


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    if type(value) is tuple:  # and no value of several parts, such as a text or a quantity
        return tuple(change(each) for each in value)
    if isinstance(value, dict):
        return {key: change(each) for key, each in value.items()}
    return change(value) if isinstance(value, BaseModel | str) else value


def all_referring(records: Sequence[Any], kind: str, ids: Mapping[str, str]) -> tuple[Any, ...]:
    """Return records in which every reference to a record of a kind has the new id."""
    return tuple(referring(each, kind, ids) for each in records)
