"""The ids that exist in cities, each with its name: what an editor offers where a reference is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lgdkit.model.base import ID_PATTERN, REFERENCE_PATTERN
from lgdkit.model.city import City
from lgdkit.model.text import Text
from lgdkit.read.meanings import meanings
from lgdkit.vocab.field_of_action import FieldOfAction

_ID = re.compile(ID_PATTERN)
_NAMES = ("name", "title", "text")
_PRIVATE = "persons"
_LONGEST = 100
_ELSEWHERE = f"{ID_PATTERN[:-1]}/{ID_PATTERN[1:]}"
KINDS: Mapping[str, tuple[str, str, str]] = {
    "stakeholders": ("StakeholderRef", "a stakeholder", "lintu-energia"),
    "actions": ("ActionRef", "an action", "clean-heat"),
    "commitments": ("CommitmentRef", "a commitment", "heat-pumps"),
    "deals": ("DealRef", "a deal", "heat-deal"),
    "practices": ("PracticeRef", "a practice", "success-board"),
    "indicators": ("IndicatorRef", "an indicator", "km-by-car"),
    "persons": ("PersonRef", "a person", "p-17"),
    "sources": ("SourceRef", "a source", "ccc-2024"),
    "strategies": ("StrategyRef", "a strategy of the city", "energy-plan"),
    "fields": ("FieldRef", "a field of action", "mobility"),
}
"""The kinds of record that others refer to: the name in the schema, what it is called, an example of an id."""


@dataclass(frozen=True)
class Offered:
    """What exists: ids by kind, each with a name for the person; and the languages of the cities.

    With `closed`, no id is right but these and those of other cities (`espoo/clean-heat`).
    """

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    closed: bool = False


def offered(cities: Iterable[City], rules: Mapping[str, str], *, closed: bool = False) -> Offered:
    """Gather the ids of cities.

    Args:
        cities: one city, or those of a workspace: their ids are offered side by side, with the city's name.
        rules: ids of rules with what each finds, for `allow`.
        closed: whether an id that does not exist is wrong.
    """
    every = tuple(cities)
    ids: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for city in every:
        where = f" ({city.record.id})" if city.record and len(every) > 1 else ""
        for kind, found in ids.items():
            for name, title in _named(city, kind).items():
                found.setdefault(name, f"{title}{where}".strip())
    ordered = {kind: dict(sorted(found.items())) for kind, found in ids.items()}
    languages = dict.fromkeys(code for city in every if city.record for code in city.languages)
    return Offered({**ordered, "rules": dict(sorted(rules.items()))}, tuple(languages), closed)


def _named(city: City, kind: str) -> dict[str, str]:
    """Return the ids of one kind, also of records that could not be read, each with its name if there is one."""
    names = {each: "" for each in city.declared.get(kind, ()) if _ID.match(each)}
    holder: Any = city.record if kind in ("strategies", "fields") else city
    for each in getattr(holder, kind, ()):
        names[each.id] = "" if kind == _PRIVATE else _name(each, city.languages[0])
    if kind == "fields" and not names:
        codes = FieldOfAction.__args__  # type: ignore[attr-defined]
        return dict(zip(codes, meanings(codes), strict=True))
    return names


def _name(record: Any, language: str) -> str:
    text = next((getattr(record, key) for key in _NAMES if hasattr(record, key)), "")
    shown = text.best(language, language)[1].text if isinstance(text, Text) else ""
    line = " ".join(shown.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def reference_schemas(offered: Offered | None) -> dict[str, Any]:
    """Return the schema of a reference to each kind of record, by its name among the definitions."""
    schemas: dict[str, Any] = {}
    for kind, (name, called, example) in KINDS.items():
        schemas[name] = {"description": f"The id of {called}.", **_reference(kind, example, offered)}
    rules = offered.ids.get("rules", {}) if offered else {}
    rule = {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}
    schemas["RuleRef"] = {
        "description": "The id of a rule.",
        **({"anyOf": [_listed(rules), rule]} if rules else {**rule, "examples": ["action-without-lead"]}),
    }
    return schemas


def _reference(kind: str, example: str, offered: Offered | None) -> dict[str, Any]:
    message = f"Write an id: {example}, or of another city: espoo/{example}."
    anything = {"type": "string", "pattern": REFERENCE_PATTERN, "errorMessage": message}
    if offered is None:
        return {**anything, "examples": [example]}
    ids = offered.ids.get(kind, {})
    other = {**anything, "pattern": _ELSEWHERE} if offered.closed else anything
    return {"anyOf": [_listed(ids), other]} if ids else other


def _listed(ids: Mapping[str, str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(ids), "enumDescriptions": list(ids.values())}
