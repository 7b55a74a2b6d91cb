"""A copy beside its original: what the two say differently, record by record."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lgdkit.compare.change import Comparison, FieldChange
from lgdkit.compare.records import compare
from lgdkit.compare.renamed import all_referring, copied
from lgdkit.diagnostics import Place
from lgdkit.model.city import City
from lgdkit.model.original import Copied, copies, original_in
from lgdkit.read.locate import Locator

_LISTS = ("actions", "commitments", "deals")


@dataclass(frozen=True)
class Compared:
    """What differs, and the line of each place in the files of the copy."""

    comparison: Comparison
    lines: Mapping[Place, int]


def origins_of(target: City, name: str) -> tuple[str, str, str]:
    """Return kind, city and id of the original of a record, or empty texts where it is no copy."""
    for kind, record, origin in copies(target):
        if record.id == name:
            where, _, known = origin.source.partition("/")
            return kind, where, known
    return "", "", ""


def compared(source: City, target: City, texts: Mapping[str, bytes], kind: str, name: str) -> Compared:
    """Compare a copy and what belongs to it with the originals.

    Args:
        source: the city of the original.
        target: the city of the copy.
        texts: the texts of the city of the copy.
        kind: deals, actions or commitments.
        name: the id of the copy.
    """
    wanted = _belonging(target, kind, name)
    pairs = [
        (its, original_in(source, its, origin.source.partition("/")[2]), record)
        for its, record, origin in copies(target)
        if (its, record.id) in wanted
        and origin.source.partition("/")[0] == (source.record and source.record.id)
    ]
    before: dict[str, tuple[Any, ...]] = {
        each: tuple(old for its, old, _ in pairs if its == each and old is not None) for each in _LISTS
    }
    after = {
        each: tuple(
            copied(new, {"replicates": None, "questions": ()}) for its, _, new in pairs if its == each
        )
        for each in _LISTS
    }
    before["stakeholders"] = source.stakeholders
    for its, ids in _ids(source, target, pairs).items():
        before[its] = tuple(
            copied(each, {"id": ids[each.id]}) if each.id in ids else each for each in before[its]
        )
        before = {key: all_referring(records, its, ids) for key, records in before.items()}
    found = compare(
        _only(source, before["stakeholders"], before),
        _only(target, target.stakeholders, after),
    )
    spoken = {"", *target.languages}
    changes = tuple(
        replace(each, fields=tuple(field for field in each.fields if _counts(field, spoken)))
        for each in found.changes
        if each.kind in _LISTS
    )
    locator = Locator(dict(texts))
    places = {
        place
        for change in changes
        for place in (change.place, *(each.place for each in change.fields))
        if place is not None and place.file in texts
    }
    return Compared(replace(found, changes=changes), {each: locator.span(each).line for each in places})


def _counts(field: FieldChange, spoken: Collection[str]) -> bool:
    """Say whether a difference is one: each city has its own sources and its own languages."""
    return field.language in spoken and not field.field.startswith("sources")


def _only(city: City, stakeholders: tuple[Any, ...], lists: Mapping[str, tuple[Any, ...]]) -> City:
    """Return a city with these records alone."""
    return City(
        record=city.record,
        stakeholders=stakeholders,
        actions=lists["actions"],
        commitments=lists["commitments"],
        deals=lists["deals"],
    )


def _belonging(target: City, kind: str, name: str) -> set[tuple[str, str]]:
    """Return a record and those that go along with it: of a deal its commitments and their actions."""
    found = {(kind, name)}
    if kind == "deals":
        deal = next(each for each in target.deals if each.id == name)
        held = target.commitments_of(deal)
        found |= {("commitments", each.id) for each in held}
        found |= {("actions", each.action) for each in held if each.action}
    elif kind == "actions":
        found |= {("commitments", each.id) for each in target.commitments if each.action == name}
    return found


def _ids(
    source: City, target: City, pairs: list[tuple[str, Copied | None, Any]]
) -> dict[str, dict[str, str]]:
    """Return by kind which id of the copy stands for which one of the original."""
    found: dict[str, dict[str, str]] = {each: {} for each in ("stakeholders", *_LISTS)}
    if source.organisation and target.organisation:
        found["stakeholders"][source.organisation] = target.organisation
    for kind, old, new in pairs:
        if old is None:
            continue
        found[kind][old.id] = new.id
        for key in ("by", "lead"):
            was, now = getattr(old, key, None), getattr(new, key, None)
            if was and now:
                found["stakeholders"].setdefault(was, now)
    return found
