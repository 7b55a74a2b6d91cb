"""The texts of one folder, joined into one city."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from lgdkit.diagnostics import Diagnostic, Place, Related, Severity
from lgdkit.model.city import INNER_LISTS, LISTS, City
from lgdkit.model.city_record import CityRecord
from lgdkit.read.collection import no_collection
from lgdkit.read.file import read_file
from lgdkit.read.gathered import Gathered, Raw, settle

_NUMBER = re.compile(r"(\d+)", re.ASCII)


class Reading(NamedTuple):
    """A city and what was wrong with its texts."""

    city: City
    findings: tuple[Diagnostic, ...]


def read_city(texts: Mapping[str, bytes], lost: Iterable[str] = ()) -> Reading:
    """Read the YAML texts of one city, by their paths. Never raises: whatever is wrong is a finding.

    Args:
        texts: the texts by their path in the city's folder.
        lost: files that are there but could not be opened: what they hold is not taken for missing.
    """
    with no_collection():
        gathered = Gathered(texts)
        for file in sorted(texts):
            read_file(file, texts[file], gathered)
        for file in lost:
            gathered.lose(file)
        record = _city_record(gathered, texts)
        lists: dict[str, Any] = {kind: tuple(sorted(gathered.records[kind], key=_order)) for kind in LISTS}
        city = City(
            record=record,
            **lists,
            allow=tuple(gathered.records["allow"]),
            declared=gathered.declared(),
            unread=frozenset(gathered.unread),
        )
    return Reading(city, tuple(_settled(each, city.declared) for each in gathered.findings))


def _settled(finding: Diagnostic, declared: Mapping[str, Mapping[str, object]]) -> Diagnostic:
    """Take a fix back that names a record which does not exist; that is known only when all are read."""
    if all(not fix.among or fix.to in declared.get(fix.among, ()) for fix in finding.fixes):
        return finding
    return finding._replace(fixes=())


def _order(record: Any) -> tuple[list[Any], str]:
    """Sort by id as a person would: e2 before e10. Texts and numbers take turns, a text comes first."""
    parts: list[Any] = _NUMBER.split(record.id)
    parts[1::2] = map(int, parts[1::2])
    return parts, record.id  # e1 and e01 are alike but for this


def _city_record(gathered: Gathered, texts: Mapping[str, bytes]) -> CityRecord | None:
    if not gathered.city and "city" not in gathered.unread:
        place = Place(min(texts, default="."))
        expected = "city: with id, name, country, languages"
        advice = "Name the folder of the city, or write the record."
        gathered.error("no-city", place, "No file of this folder holds a record city.", expected, advice)
    for other in gathered.city[1:]:
        _second(other.place, gathered.city[0].place, gathered)
    for kind in INNER_LISTS:
        _declare_inner(kind, gathered)
    record = _valid(gathered.city[0], gathered) if gathered.city else None
    if not isinstance(record, CityRecord):
        gathered.unread.add("city")
        return None
    gathered.unread.update(record.broken.intersection(INNER_LISTS))
    for kind in INNER_LISTS:
        for index, part in enumerate(getattr(record, kind)):
            settle(part, record.at(kind, index))
    return record


def _valid(raw: Raw, gathered: Gathered) -> Any:
    """Return the city's record, or what is left of one with faults."""
    try:
        record = None if raw.faults else CityRecord.model_validate(raw.data)
    except ValidationError:
        record = None
    if record is None:
        from lgdkit.read.mend import mend  # only where something is wrong

        return mend(raw, CityRecord, gathered)
    settle(record, raw.place)
    return record


def _second(place: Place, first: Place, gathered: Gathered) -> None:
    message, expected = "A second record city stands here.", "one record city in a folder"
    advice = "Join the two, or give each city a folder of its own."
    related = (Related(Place(first.file).key(first.keys[-1]), "the first one"),)
    where = Place(place.file).key(place.keys[-1])
    gathered.findings.append(
        Diagnostic("duplicate-id", Severity.ERROR, where, message, expected, advice, related)
    )


def _declare_inner(kind: str, gathered: Gathered) -> None:
    """Note the ids in a list of the city's record; where it cannot be read, any id may stand in it."""
    if not gathered.city:
        gathered.declare(kind, None, Place("."))
        return
    raw = gathered.city[0]
    entries = raw.data.get(kind, [])
    if not isinstance(entries, list) or (kind,) in raw.faults:
        gathered.declare(kind, None, raw.place.at(kind))
        return
    for index, entry in enumerate(entries):
        gathered.declare(
            kind, entry.get("id") if isinstance(entry, dict) else entry, raw.place.at(kind, index)
        )
