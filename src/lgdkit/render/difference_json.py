"""What changed, for other people's programs, in a shape of its own: `docs/diff.schema.json`."""

from dataclasses import asdict
from typing import Any

from lgdkit.compare.change import FieldChange, RecordChange
from lgdkit.render.difference import ChangeReport, CityChanges
from lgdkit.render.json_text import json_text

VERSION = 1
"""The version of the shape; it rises when a reader of the old one would break."""


def write(report: ChangeReport) -> str:
    """Write the changes; a revision that is null is the working tree."""
    return json_text(
        {
            "version": VERSION,
            "tool": {"name": "lgdkit", "version": report.version},
            "before": {"revision": report.before},
            "after": {"revision": report.after},
            "stakeholder": report.stakeholder or None,
            "summary": asdict(report.tally),
            "cities": [_city(each) for each in report.cities],
        }
    )


def _city(city: CityChanges) -> dict[str, Any]:
    return {
        "id": city.comparison.id or None,
        "name": city.comparison.name or None,
        "path": city.path,
        "changes": [_record(each, city) for each in city.comparison.changes],
        "uncompared": [
            {"side": each.side, "what": each.what, "why": each.why} for each in city.comparison.uncompared
        ],
    }


def _record(change: RecordChange, city: CityChanges) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "id": change.id,
        "former_id": change.former_id or None,
        "title": change.title or None,
        "what": change.what.value,
        "judgement": change.verdict.judgement.value,
        "reason": change.verdict.reason or None,
        "deals": list(change.deals),
        "by": change.by or None,
        "concerns": sorted(change.concerns),
        **_spot(city.spot(change.place)),
        "fields": [_field(each, city) for each in change.fields],
    }


def _field(each: FieldChange, city: CityChanges) -> dict[str, Any]:
    return {
        "field": each.field,
        "entry": each.entry or None,
        "language": each.language or None,
        "before": each.before,
        "after": each.after,
        "is_list": each.listed,
        "judgement": each.verdict.judgement.value,
        "reason": each.verdict.reason or None,
        "moved": each.moved or None,
        **_spot(city.spot(each.place)),
    }


def _spot(spot: tuple[str, int] | None) -> dict[str, Any]:
    return {"file": spot[0] if spot else None, "line": spot[1] if spot else None}
