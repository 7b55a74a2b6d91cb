"""What the record classes say of the value at some keys: its class, its keys, its description."""

from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from lgdkit.diagnostics import Key
from lgdkit.model.walk import held_by

Keys = tuple[Key, ...]


def mapping_at(data: Any, keys: Keys) -> dict[Any, Any]:
    """Return the mapping at these keys of what was written, or an empty one where they lead elsewhere."""
    for key in keys:
        if isinstance(data, list) and isinstance(key, int):
            data = data[key]
        else:
            data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def keys_at(model: type[BaseModel], keys: Keys) -> list[str]:
    """Return the keys that the mapping at these keys of a record may have."""
    current = _model_at(model, keys)
    return list(_fields(current)) if current else []


def description(model: type[BaseModel], keys: Keys) -> str:
    """Return what the reference says of a field, or of the list that an entry is in."""
    names = [key for key in keys if isinstance(key, str)]
    holder = _model_at(model, tuple(names[:-1]))
    for name, info in holder.model_fields.items() if holder and names else ():
        if (info.alias or name) == names[-1]:
            return info.description or ""
    return ""


def reference(model: type[BaseModel], keys: Keys) -> str:
    """Return the kind of record that a field refers to, or nothing."""
    names = [key for key in keys if isinstance(key, str)]
    holder = _model_at(model, tuple(names[:-1]))
    for held in held_by(holder) if holder else ():
        if held.key == names[-1] and held.kind == "ref":
            return str(held.detail)
    return ""


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str) and current:
            current = _fields(current).get(key)
    return current


@cache
def _fields(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    return {info.alias or name: _model_in(info.annotation) for name, info in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside an annotation such as `tuple[Milestone, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, dict) or hasattr(annotation, "__metadata__"):
        return next(filter(None, map(_model_in, get_args(annotation))), None)
    return None
