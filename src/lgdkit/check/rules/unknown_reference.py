"""A reference to a record that does not exist."""

import difflib
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import ANY, City
from lgdkit.model.walk import references

_ONE = {
    "stakeholders": "stakeholder",
    "actions": "action",
    "commitments": "commitment",
    "indicators": "indicator",
    "persons": "person",
    "sources": "source",
    "strategies": "strategy of the city",
}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    anywhere = city.declared.get(ANY, {})
    declared = {kind: city.declared.get(kind, {}) for kind in _ONE}
    for record in city.records():
        for keys, kind, name in references(record):
            known = declared.get(kind)
            if known is None or name in known or "/" in name or ANY in known or name in anywhere:
                continue
            match = difflib.get_close_matches(name, known, 1)
            yield Found(
                record.at(*keys),
                f'No {_ONE[kind]} has the id "{name}".',
                f"the id of a {_ONE[kind]}" if kind not in ("actions", "indicators") else f"the id of an {_ONE[kind]}",
                f'Did you mean "{match[0]}"?' if match else f"Write the record under {_where(kind)}, or mend the id.",
            )


def _where(kind: str) -> str:
    return "city: strategies:" if kind == "strategies" else f"{kind}:"


RULE = Rule("unknown-reference", Severity.ERROR, "A reference to a record that does not exist.", _look)
