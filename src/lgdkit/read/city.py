"""The texts of one folder, joined into one city."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from lgdkit.diagnostics import Diagnostic, Key, Place, Related, Severity
from lgdkit.model.allowance import Allowance
from lgdkit.model.base import Placed
from lgdkit.model.city import ANY, INNER_LISTS, LISTS, City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.fault import kind_of
from lgdkit.read.shape import meant_keys, near, shape_finding
from lgdkit.read.yaml12 import YamlFault, parse

_KEYS = ["city", *LISTS, "allow"]
_MAX_SHAPE_FINDINGS = 50
_ID_LINE = re.compile(rb"^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?[\"']?id[\"']?:[ \t]*[\"']?([a-z0-9][a-z0-9-]{0,63})", re.M)
_VALUE_KEPT = ("control-character", "duplicate-key")
"""Faults after which there still is a value to read: the text without the character, the first of two keys."""


class Reading(NamedTuple):
    """A city and what was wrong with its texts."""

    city: City
    findings: tuple[Diagnostic, ...]


class _Raw(NamedTuple):
    kind: str
    data: dict[str, Any]
    place: Place
    faults: tuple[tuple[Key, ...], ...]


class _Collected:
    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []
        self.records: dict[str, list[Any]] = {kind: [] for kind in (*LISTS, "allow")}
        self.city: list[_Raw] = []
        self.declared: dict[str, dict[str, tuple[Place, ...]]] = {kind: {} for kind in (*LISTS, *INNER_LISTS)}
        self.unread: set[str] = set()

    def declare(self, kind: str, name: object, place: Place) -> None:
        known = self.declared.setdefault(kind, {})
        key = name if isinstance(name, str) else ANY
        known[key] = (*known.get(key, ()), place)


def read_city(texts: Mapping[str, bytes]) -> Reading:
    """Read the YAML texts of one city, by their paths. Never raises: whatever is wrong is a finding."""
    collected = _Collected()
    for file in sorted(texts):
        _read_file(file, texts[file], collected)
    record = _city_record(collected, texts)
    lists = {kind: tuple(sorted(found, key=_order)) for kind, found in collected.records.items() if kind != "allow"}
    city = City(
        record=record,
        **lists,
        allow=tuple(collected.records["allow"]),
        declared=collected.declared,
        unread=frozenset(collected.unread),
    )
    return Reading(city, tuple(collected.findings))


def _order(record: Any) -> tuple[object, ...]:
    """Sort by id as a person would: e2 before e10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.findall(record.id))


_PARTS = re.compile(r"\d+|\D+", re.ASCII)


def _read_file(file: str, text: bytes, collected: _Collected) -> None:
    data, faults = parse(text)
    findings = collected.findings
    for fault in faults:
        findings.append(_from_text(file, fault))
    if data is None:
        _salvage_ids(file, text, collected)
        return
    if not isinstance(data, dict):
        findings.append(
            _error("not-a-mapping", Place(file), f"This file holds {kind_of(data)}.", "top-level keys: " + ", ".join(_KEYS),
                   "Begin with a key, such as actions:, and put the list below it.")
        )
        _salvage_ids(file, text, collected)
        return
    if not data and not faults:
        findings.append(
            Diagnostic("empty-file", Severity.WARNING, Place(file), "This file holds no data.",
                       "one of the keys " + ", ".join(_KEYS), "Write a record into it, or delete the file.")
        )
    for key, value in data.items():
        place = Place(file, (key,))
        below = tuple(
            fault.keys[1:] for fault in faults if fault.keys[:1] == (key,) and fault.rule not in _VALUE_KEPT
        )
        if key == "city":
            if isinstance(value, dict):
                collected.city.append(_Raw("city", value, place, below))
            else:
                collected.unread.add("city")
                if not below:
                    findings.append(_error("wrong-type", place, f'"city" is {kind_of(value)}.', "a mapping: id, name, …"))
        elif key in LISTS or key == "allow":
            _read_list(key, value, place, below, collected)
        else:
            way_out = near(key, _KEYS)
            findings.append(
                _error("unknown-key", Place(file).key(key), f'There is no key "{key}" here.', "one of " + ", ".join(_KEYS), way_out)
            )
            collected.unread.update(_meant(key))
            _salvage_ids(file, text, collected)


def _meant(key: object) -> "tuple[str, ...]":
    """Say which kinds may hide under a key that nobody knows: all of them."""
    return ("city", *LISTS) if isinstance(key, str | int) else ()


def _read_list(
    kind: str, value: object, place: Place, faults: tuple[tuple[Key, ...], ...], collected: _Collected
) -> None:
    if not isinstance(value, list):
        collected.unread.add(kind)
        if () not in faults:
            way_out = "Put a hyphen before each record." if isinstance(value, dict) else ""
            collected.findings.append(_error("wrong-type", place, f'"{kind}" is {kind_of(value)}.', "a list of records", way_out))
        if isinstance(value, dict):
            collected.declare(kind, value.get("id"), place)
        return
    model: type[Placed] = LISTS.get(kind, Allowance)  # type: ignore[arg-type]
    validate = model.__pydantic_validator__.validate_python
    found = collected.records[kind]
    for index, raw in enumerate(value):
        here = place.at(index)
        below = tuple(keys[1:] for keys in faults if keys[:1] == (index,)) if faults else ()
        if not isinstance(raw, dict):
            collected.unread.add(kind)
            if () not in below:
                collected.findings.append(_error("wrong-type", here, f"This entry is {kind_of(raw)}.", "a record: id, …"))
            continue
        if kind != "allow":
            collected.declare(kind, raw.get("id"), here)
        if below:
            record = _mend(_Raw(kind, raw, here, below), model, collected)
        else:
            try:
                record = validate(raw)
            except ValidationError:
                record = _mend(_Raw(kind, raw, here, below), model, collected)
            else:
                _settle(record, here, frozenset())
        if record is None:
            collected.unread.add(kind)
        else:
            found.append(record)


def _settle(record: Placed, place: Place, broken: frozenset[str]) -> None:
    """Tell a record where it stands; it is frozen, and these are no fields of it."""
    object.__setattr__(record, "place", place)
    object.__setattr__(record, "broken", broken)


def _mend(raw: _Raw, model: type[Placed], collected: _Collected) -> Any:
    """Report what is wrong in a record and read what is left of it; None where too much is missing."""
    data: Any = _copy(raw.data)
    broken = {str(keys[0]) for keys in raw.faults if keys}
    for keys in raw.faults:
        _prune(data, keys)
    for attempt in range(8):
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if attempt == 0:
                _report(details, model, raw, collected)
            for detail in details:
                keys = detail["loc"]
                broken.update(str(key) for key in keys[:1])
                broken.update(meant_keys(detail, model)[:1] if len(keys) == 1 else ())
                _prune(data, keys if attempt == 0 else keys[:-1] or keys)
        else:
            _settle(record, raw.place, frozenset(_attributes(model, broken)))
            return record
    return None


def _attributes(model: type[Placed], keys: Iterable[str]) -> Iterator[str]:
    aliases = {info.alias: name for name, info in model.model_fields.items() if info.alias}
    for key in keys:
        yield aliases.get(key, key)


def _report(details: "list[Any]", model: type[Placed], raw: _Raw, collected: _Collected) -> None:
    meant = {(*each["loc"][:-1], key) for each in details for key in meant_keys(each, model)}
    new = [
        each
        for each in details
        if not any(_within(each["loc"], keys) for keys in raw.faults)
        and not (each["type"] == "missing" and each["loc"] in meant)  # it is there, misspelt
    ]
    for detail in new[:_MAX_SHAPE_FINDINGS]:
        collected.findings.append(shape_finding(detail, model, raw.place))
    if len(new) > _MAX_SHAPE_FINDINGS:
        more = len(new) - _MAX_SHAPE_FINDINGS
        collected.findings.append(_error("wrong-type", raw.place, f"This record has {more} more faults.", "a record of the format"))


def _within(keys: "tuple[Key, ...]", fault: "tuple[Key, ...]") -> bool:
    """Say whether a fault of pydantic's is about something that was reported already."""
    return keys[: len(fault)] == fault or fault[: len(keys)] == keys


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_copy(each) for each in value]
    return value


def _prune(data: Any, keys: "tuple[Key, ...]") -> None:
    """Take out what cannot be read; entries of lists keep their places, so a list goes as a whole."""
    for key in keys[:-1]:
        inner = data.get(key) if isinstance(data, dict) else None
        if not isinstance(inner, dict):
            if isinstance(data, dict):
                data.pop(key, None)
            return
        data = inner
    if isinstance(data, dict) and keys:
        data.pop(keys[-1], None)


def _city_record(collected: _Collected, texts: Mapping[str, bytes]) -> CityRecord | None:
    if not collected.city:
        if "city" not in collected.unread and texts and not collected.declared.get(ANY):
            place = Place(min(texts))
            collected.findings.append(
                _error("no-city", place, "No file of this folder holds a record city.", "city: with id, name, country, languages",
                       "Name the folder of the city, or write the record.")
            )
        collected.unread.add("city")
        return None
    first, *others = collected.city
    for other in others:
        collected.findings.append(
            Diagnostic("duplicate-id", Severity.ERROR, Place(other.place.file).key("city"), "A second record city stands here.",
                       "one record city in a folder", "Join the two, or give each city a folder of its own.",
                       (Related(Place(first.place.file).key("city"), "the first one"),))
        )
    for kind in INNER_LISTS:
        entries = first.data.get(kind)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict):
                collected.declare(kind, entry.get("id"), first.place.at(kind, index))
    record: CityRecord | None = _mend(first, CityRecord, collected)
    if record is None:
        collected.unread.add("city")
        return None
    collected.unread.update(kind for kind in INNER_LISTS if kind in record.broken)
    for kind in INNER_LISTS:
        for index, part in enumerate(getattr(record, kind)):
            _settle(part, first.place.at(kind, index), frozenset())
    return record


def _salvage_ids(file: str, text: bytes, collected: _Collected) -> None:
    """Note the ids in a text that cannot be read, so that references to them are not called unknown."""
    collected.unread.update(("city", *LISTS))
    for match in _ID_LINE.finditer(text):
        collected.declare(ANY, match[1].decode(), Place(file))


def _from_text(file: str, fault: YamlFault) -> Diagnostic:
    place = Place(file, fault.keys, span=fault.span)
    related = (Related(Place(file, fault.keys, span=fault.first), "the first one"),) if fault.first else ()
    return Diagnostic(fault.rule, Severity.ERROR, place, fault.message, fault.expected, fault.help, related)


def _error(rule: str, place: Place, message: str, expected: str = "", way_out: str = "") -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, place, message, expected, way_out)
