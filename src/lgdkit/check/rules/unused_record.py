"""A source, a person or an indicator that nothing refers to."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_KINDS = {
    "indicators": ("indicator", "Name it at the action or commitment that it shows"),
    "persons": ("person", "Name it at the stakeholder or deal that it belongs to"),
    "sources": ("source", "Name it where its facts stand"),
}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.unread or not (city.indicators or city.persons or city.sources):
        return
    used: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for record, walked in city.walked:
        if record.broken:
            return  # it may be what refers to them
        for _, kind, name in walked.references:
            if kind in used:
                used[kind].add(name)
    for kind, records in (
        ("indicators", city.indicators),
        ("persons", city.persons),
        ("sources", city.sources),
    ):
        if any(name not in city.declared.get(kind, ()) and "/" not in name for name in used[kind]):
            continue  # a name that nobody knows may be the one
        what, way_out = _KINDS[kind]
        for record in records:
            if record.id not in used[kind]:
                yield Found(
                    record.place,
                    f'Nothing refers to the {what} "{record.id}".',
                    f"a record that names {record.id}",
                    f"{way_out}, or take it out.",
                )


RULE = Rule("unused-record", Severity.INFO, "A source, person or indicator that nothing names.", _look)
