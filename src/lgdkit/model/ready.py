"""The validators of the records, as an earlier start has built them.

To build them takes as long as to check a hundred records. pydantic makes each from a schema, and a schema stays the
same as long as the classes and pydantic do: so it can be kept like a compiled module, and is trusted like one.
"""

import pickle
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import SchemaValidator

from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import CityRecord

_NOT_OF_VALIDATORS = ("metadata", "serialization")


def _classes() -> Sequence[type[BaseModel]]:
    """Return the classes that every check needs; what they hold inside is part of their schemas."""
    return (*(LISTS[kind] for kind in LISTS.always), CityRecord, Allowance)


def schemas() -> bytes:
    """Return what the validators are made of, to be kept."""
    for each in _classes():
        each.model_rebuild()
    return pickle.dumps([_bare(each.__pydantic_core_schema__) for each in _classes()], protocol=5)


def take(kept: bytes) -> bool:
    """Make the validators of what was kept, and say whether that could be done; else they are built as ever."""
    try:
        made = [SchemaValidator(each) for each in pickle.loads(kept)]  # noqa: S301 - trusted like a compiled module
    except Exception:
        return False
    classes = _classes()
    if len(made) != len(classes):
        return False
    for each, validator in zip(classes, made, strict=True):
        each.__pydantic_validator__ = validator
    return True


def _bare(schema: Any) -> Any:
    """Return a schema without what only an editor's schema or an output needs."""
    if isinstance(schema, dict):
        left = _NOT_OF_VALIDATORS if isinstance(schema.get("type"), str) else ()
        return {key: _bare(value) for key, value in schema.items() if key not in left}
    if isinstance(schema, list | tuple):
        return type(schema)(map(_bare, schema))
    return schema
