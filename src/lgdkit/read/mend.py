"""A record with faults: each is reported once, and what is left of the record is read all the same."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lgdkit.diagnostics import Key
from lgdkit.model.base import Placed
from lgdkit.read.gathered import Gathered, Raw, settle
from lgdkit.read.shape import meant_key, shape_finding

MAX_FINDINGS = 50
_MAX_DETAILS = 500
"""Who makes more mistakes in one record has put something else there; it is not looked through."""
_MAX_ATTEMPTS = 8
"""Faults come to light in a few steps, one for each level; a value that tells only some at a time has too many."""
Keys = tuple[Key, ...]


def mend(raw: Raw, model: type[Placed], gathered: Gathered) -> Any:
    """Report what is wrong in a record and read what is left of it; None where too much is missing."""
    data: Any = _copy(raw.data)
    broken = {str(keys[0]) for keys in raw.faults if keys}
    for keys in raw.faults:
        _prune(data, keys)
    for attempt in range(_MAX_ATTEMPTS):
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if attempt == 0:
                _report(details, model, raw, gathered)
            if len(details) > _MAX_DETAILS:
                return None
            meant = _meant(details, model, data)
            there = {(*keys[:-1], key) for keys, key in meant.items()}
            changes = [
                _take_out(data, each, meant, broken)
                for each in details
                if not (each["type"] == "missing" and each["loc"] in there)
            ]
            if not any(changes):
                return None
        else:
            settle(record, raw.place, _attributes(model, broken))
            return record
    return None


def _meant(details: list[ErrorDetails], model: type[Placed], data: object) -> dict[Keys, str]:
    """Return the keys that are probably misspelt, each with the known one that was meant."""
    found = ((each["loc"], meant_key(each, model, data)) for each in details[:_MAX_DETAILS])
    return {keys: meant for keys, meant in found if meant}


def _take_out(data: Any, detail: ErrorDetails, meant: dict[Keys, str], broken: set[str]) -> bool:
    """Take out what a fault is about, or put it under the key that was meant; say if anything changed."""
    keys = detail["loc"]
    broken.update(str(key) for key in keys[:1])
    if detail["type"] == "missing":
        return _prune(data, keys[:-1])
    if keys not in meant:
        return _prune(data, keys)
    if len(keys) == 1:
        broken.add(meant[keys])
    return _rename(data, keys, meant[keys])


def _attributes(model: type[Placed], keys: Iterable[str]) -> Iterator[str]:
    aliases = {info.alias: name for name, info in model.model_fields.items() if info.alias}
    for key in keys:
        yield aliases.get(key, key)


def _report(details: list[ErrorDetails], model: type[Placed], raw: Raw, gathered: Gathered) -> None:
    looked_at = details[:_MAX_DETAILS]
    meant = _meant(looked_at, model, raw.data)
    there = {(*keys[:-1], key) for keys, key in meant.items()}
    inside = {each["loc"][:-1] for each in looked_at}
    unknown = {each["loc"][:-1] for each in looked_at if each["loc"][-1:] == ("[key]",)}
    instead = _instead(looked_at, meant, there)
    there |= {(*keys[:-1], key) for keys, key in instead.items()}
    new = [
        each
        for each in looked_at
        if not (each["type"] == "missing" and each["loc"] in there)  # it is there, misspelt
        and not (each["type"] == "too_short" and each["loc"] in inside)  # pydantic counts valid entries
        and not _under(each["loc"], unknown)  # a value under an unknown key may be of any kind
        and not any(_within(each["loc"], keys) for keys in raw.faults)
    ]
    for each in new[:MAX_FINDINGS]:
        found = shape_finding(each, model, raw.place, gathered.written, raw.data)
        if each["loc"] in instead and each["type"] == "extra_forbidden":
            found = found._replace(help=f'Is "{instead[each["loc"]]}" meant? That key is missing.')
        gathered.findings.append(found)
    if len(new) > MAX_FINDINGS:
        message = f"This record has {len(new) - MAX_FINDINGS + len(details) - len(looked_at)} more faults."
        gathered.error(
            "too-many-faults", raw.place, message, "a record of the format", "Mend the others first."
        )


def _instead(details: list[ErrorDetails], meant: dict[Keys, str], there: set[Keys]) -> dict[Keys, str]:
    """Return the unknown keys beside which one key is missing: of one that stands alone, that is one fault."""
    unknown: dict[Keys, list[Keys]] = {}
    missing: dict[Keys, list[Keys]] = {}
    for each in details:
        keys = each["loc"]
        if each["type"] == "extra_forbidden" and keys not in meant:
            unknown.setdefault(keys[:-1], []).append(keys)
        elif each["type"] == "missing" and keys not in there:
            missing.setdefault(keys[:-1], []).append(keys)
    return {
        keys[0]: str(missing[where][0][-1])
        for where, keys in unknown.items()
        if len(keys) == 1 == len(missing.get(where, ()))
    }


def _under(keys: Keys, unknown: set[Keys]) -> bool:
    """Say whether a fault is about the value of a key that is a fault itself."""
    return bool(unknown) and keys[-1:] != ("[key]",) and any(keys[: len(key)] == key for key in unknown)


def _within(keys: Keys, fault: Keys) -> bool:
    """Say whether a fault of pydantic's is about something that was reported already."""
    return keys[: len(fault)] == fault or fault[: len(keys)] == keys


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_copy(each) for each in value]
    return value


def _holding(data: Any, keys: Keys) -> tuple[dict[Any, Any] | None, Key | None]:
    """Return the innermost mapping on the way to a value, and the key in it that leads on.

    Entries of lists keep their places, so a list counts as a whole.
    """
    found: tuple[dict[Any, Any] | None, Key | None] = (None, None)
    for key in keys:
        if not isinstance(data, dict) or key not in data:
            break
        found = (data, key)
        data = data[key]
    return found


def _prune(data: Any, keys: Keys) -> bool:
    """Take out what cannot be read; say whether there was anything."""
    mapping, key = _holding(data, keys)
    if mapping is None:
        return False
    del mapping[key]
    return True


def _rename(data: Any, keys: Keys, meant: str) -> bool:
    """Put a value under the key that was meant, where the way to it leads through mappings only."""
    mapping, key = _holding(data, keys)
    if mapping is None:
        return False
    value = mapping.pop(key)
    if key == keys[-1]:
        mapping.setdefault(meant, value)
    return True
