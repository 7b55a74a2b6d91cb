"""A file read by the reference parser: its top-level keys and under them its records, with all that is wrong."""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from lgdkit.diagnostics import Diagnostic, Fix, Key, Place, Related, Severity
from lgdkit.model.allowance import Allowance
from lgdkit.model.base import Placed
from lgdkit.model.city import ANY, LISTS
from lgdkit.model.fault import cut, kind_of
from lgdkit.model.meant import near, slip
from lgdkit.read.advice import key_advice
from lgdkit.read.fault import YamlFault
from lgdkit.read.gathered import Gathered, Raw, settle
from lgdkit.read.mend import mend
from lgdkit.read.yaml12 import parse

MAX_BROKEN = 100
KEYS = ("city", *LISTS, "allow")
_ONE_OF = "one of " + ", ".join(KEYS)
_VALUE_KEPT = ("control-character", "duplicate-key")
"""Faults that leave a value to read: the text without the character, the first of two keys."""

Keys = tuple[Key, ...]


def read_thoroughly(file: str, raw: bytes, gathered: Gathered) -> None:
    """Read one file into what is gathered."""
    data, faults, node = parse(raw)
    gathered.keep(file, node)
    for fault in faults:
        gathered.findings.append(from_text(file, fault))
    if not isinstance(data, dict):
        if data is not None:
            _not_a_mapping(file, data, gathered)
        gathered.salvage(file, raw)
        if any(fault.rule == "file-too-large" for fault in faults):
            gathered.lose(file)  # there is more of it than was looked at
        return
    if not data and not faults:
        empty = "This file holds no data."
        advice = "Write a record into it, or delete the file."
        gathered.findings.append(
            Diagnostic("empty-file", Severity.WARNING, Place(file), empty, _ONE_OF, advice)
        )
    lost = _lost(faults)
    if () in lost or any(keys[0] not in data and rule != "empty-value" for keys, rule in lost.items()):
        gathered.salvage(file, raw)  # a whole key could not be read
    gathered.unread.update(str(keys[0]) for keys in lost if keys and keys[0] not in data)
    unknown = 0
    for key, value in data.items():
        below = _below(lost, key)
        kind = key if key in KEYS else None
        if kind is None:
            unknown += 1
            if unknown <= MAX_BROKEN:
                kind = _unknown_key(file, key, data, gathered)
        if kind is None:
            if unknown == 1:
                gathered.salvage(file, raw)
        elif kind == "city":
            _read_city(value, Place(file, (key,)), below, gathered)
        else:
            _read_list(kind, value, Place(file, (key,)), below, gathered)
    if unknown > MAX_BROKEN:
        _too_many(Place(file), f"This file has {unknown - MAX_BROKEN} more unknown keys.", gathered)


def _lost(faults: Iterable[YamlFault]) -> dict[Keys, str]:
    """Return the keys of the values that are not there because the text is at fault, with the rule."""
    return {fault.keys: fault.rule for fault in faults if fault.rule not in _VALUE_KEPT}


def _below(lost: Iterable[Keys], key: Key) -> tuple[Keys, ...]:
    return tuple(keys[1:] for keys in lost if keys[:1] == (key,)) if lost else ()


def _not_a_mapping(file: str, data: object, gathered: Gathered) -> None:
    advice = "Begin with a key, such as actions:, and put the list below it."
    if isinstance(data, str) and re.match(r"[\w-]+:\S", data):
        advice = "Put a space after the colon."
    message = f"This file holds {kind_of(data)}."
    gathered.error("not-a-mapping", Place(file), message, "top-level keys: " + ", ".join(KEYS), advice)


def _unknown_key(file: str, key: Key, data: dict[Any, Any], gathered: Gathered) -> str | None:
    """Report a key; return the one that was meant if that is clear, so that its records are read."""
    message = f'There is no key "{cut(str(key))}" here.'
    place, advice, certain = Place(file).key(key), key_advice(str(key), KEYS, data), slip(key, KEYS)
    fixes = (Fix(place, certain),) if certain and certain not in data else ()
    gathered.findings.append(
        Diagnostic("unknown-key", Severity.ERROR, place, message, _ONE_OF, advice, fixes=fixes)
    )
    meant = near(key, KEYS)
    return None if meant in data else meant


def _read_city(value: object, place: Place, faults: tuple[Keys, ...], gathered: Gathered) -> None:
    if isinstance(value, dict):
        gathered.city.append(Raw("city", value, place, faults))
        return
    gathered.unread.add("city")
    message = f'"city" is {kind_of(value)}.'
    gathered.error(
        "wrong-type", place, message, "a mapping: id, name, country, languages", "Indent the keys below it."
    )


def _read_list(kind: str, value: object, place: Place, faults: tuple[Keys, ...], gathered: Gathered) -> None:
    if not isinstance(value, list):
        gathered.unread.add(kind)
        advice = "Put each record below it, with a hyphen before its first key: - id: …"
        gathered.error("wrong-type", place, f'"{kind}" is {kind_of(value)}.', "a list of records", advice)
        gathered.declare(kind, value.get("id") if isinstance(value, dict) else None, place)
        return
    model: type[Placed] = LISTS.get(kind, Allowance)
    validate = model.__pydantic_validator__.validate_python
    records = gathered.records[kind]
    lost: dict[Key, list[Keys]] = {}
    for keys in faults:
        lost.setdefault(keys[0], []).append(keys[1:])
    broken = 0
    for index, raw in enumerate(value):
        here = Place(place.file, (*place.keys, index))
        if broken > MAX_BROKEN:
            gathered.declare(kind, raw.get("id") if isinstance(raw, dict) else raw, here)
            continue
        if type(raw) is dict and index not in lost:
            try:
                record = validate(raw)
            except ValidationError:
                pass
            else:
                settle(record, here)
                records.append(record)
                gathered.declare(kind, raw.get("id"), here)
                continue
        broken += 1
        if type(raw) is dict:
            _read_broken(Raw(kind, raw, here, tuple(lost.get(index, ()))), model, gathered)
        else:
            _no_record(kind, raw, here, () in lost.get(index, ()), gathered)
    if broken > MAX_BROKEN:
        gathered.unread.add(kind)
        message = f"More than {MAX_BROKEN} records of this list have faults; the rest of it is not read."
        _too_many(place, message, gathered)


def _read_broken(raw: Raw, model: type[Placed], gathered: Gathered) -> None:
    """Read what is left of a record with faults; its id is declared even where nothing is."""
    record = mend(raw, model, gathered)
    gathered.declare(raw.kind, raw.data.get("id", getattr(record, "id", None)), raw.place)
    if record is None:
        gathered.unread.add(raw.kind)
    else:
        gathered.records[raw.kind].append(record)


def _no_record(kind: str, raw: object, place: Place, reported: bool, gathered: Gathered) -> None:
    gathered.unread.add(kind)
    if not reported:
        advice = "Write - id: … and the other keys below it, or take the entry out."
        gathered.error("wrong-type", place, f"This entry is {kind_of(raw)}.", "a record: id, …", advice)
    # a bare word may be meant as the id of this record or as a reference to another: it is known, and taken by nobody
    gathered.declare(ANY if isinstance(raw, str) else kind, raw, place)


def _too_many(place: Place, message: str, gathered: Gathered) -> None:
    gathered.error(
        "too-many-faults", place, message, "a file that is mended from the top", "Mend the others first."
    )


def from_text(file: str, fault: YamlFault) -> Diagnostic:
    """Make a finding of a fault of the text."""
    place = Place(file, fault.keys, span=fault.span)
    related = (Related(Place(file, fault.keys, span=fault.first), "the first one"),) if fault.first else ()
    # a character that was written as an escape has keys: who writes one means it, or has to look
    fixes = (
        (Fix(Place(file, span=fault.span), ""),)
        if fault.rule == "control-character" and not fault.keys
        else ()
    )
    return Diagnostic(
        fault.rule, Severity.ERROR, place, fault.message, fault.expected, fault.help, related, fixes
    )
