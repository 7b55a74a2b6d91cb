"""The comparison of cities as JSON, in a shape of its own that programs can rely on."""

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from lgdkit.render.json_text import json_text
from lgdkit.view.comparison import Comparison
from lgdkit.view.group_rows import GapRow, GroupRow

VERSION = 1
"""It rises when a reader of the old shape would break; docs/group.schema.json describes it."""


def comparison_json(shown: Comparison, rows: Sequence[GroupRow], gaps: Sequence[GapRow]) -> str:
    """Write a comparison as JSON; what is not known is null."""
    return json_text(
        {
            "version": VERSION,
            "group": {
                "name": shown.name.text if shown.name else None,
                "observers": [
                    {"name": each.name.text, "country": each.country or None} for each in shown.observers
                ],
                "figures_per_head_comparable": shown.comparable,
            },
            "cities": [_city(each) for each in rows],
            "indicators": [
                {
                    "name": each.name.text,
                    "unit": each.unit,
                    "values": [
                        {
                            "city": value.city.text,
                            "value": _number(value.value.value if value.value else None),
                            "at": value.at or None,
                            "target": _number(value.target.value if value.target else None),
                            "target_year": value.target_year,
                        }
                        for value in each.values
                    ],
                }
                for each in shown.common
            ],
            "gaps": [
                {
                    "kind": gap.kind,
                    "code": gap.code or None,
                    "cities": list(gap.cities),
                    "look_at": list(gap.offers),
                }
                for gap in gaps
            ],
        }
    )


def _city(row: GroupRow) -> dict[str, Any]:
    return {each.name: _value(each.name, getattr(row, each.name)) for each in fields(row)}


def _value(name: str, value: Any) -> Any:
    if "_by_" in name:
        return {code: int(count) for code, _, count in (each.partition("=") for each in value)}
    if isinstance(value, tuple):
        return list(value)
    return _number(value) if isinstance(value, Decimal) else (value if value != "" else None)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral() else float(value)
