"""How deals stand, as JSON for programs: a shape of its own, with a version."""

from collections.abc import Sequence

from lgdkit.render.json_text import json_text
from lgdkit.render.status_sections import written
from lgdkit.view.deadlines import Deadline
from lgdkit.view.status import Status
from lgdkit.view.values import Said

VERSION = 1
"""It rises when a reader of the old shape would break."""


def status_json(found: Sequence[Status]) -> str:
    """Write the cities: `{"version": 1, "cities": [...]}`."""
    return json_text({"version": VERSION, "cities": [_city(each) for each in found]})


def _city(status: Status) -> dict[str, object]:
    return {
        "city": status.city,
        "name": status.name.text,
        "date": status.today.isoformat(),
        "until": status.until.isoformat(),
        "untouched_before": status.quiet_since.isoformat(),
        "deals": [
            {
                "id": each.id,
                "title": _said(each.title),
                "state": each.state,
                "parties": each.parties,
                "commitments": each.commitments,
            }
            for each in status.deals
        ],
        "signatures": [
            {
                "deal": each.id,
                "title": _said(each.title),
                "state": each.state,
                "parties": [one.text for one in each.parties],
                "since": written(each.since) or None,
                "since_what": each.source,
                "days": each.days,
            }
            for each in status.signatures
        ],
        "late": [_deadline(each.deadline, each.days) for each in status.late],
        "due": [_deadline(each.deadline, each.days) for each in status.due],
        "changed": [
            {
                "deal": each.deal,
                "signed": each.signed.isoformat(),
                "record": each.record,
                "keys": list(each.keys),
                "old": each.old,
                "new": each.new,
            }
            for each in status.changed
        ],
        "untouched": None
        if status.untouched is None
        else [
            {
                "record": each.record,
                "title": _said(each.title),
                "last": each.last.isoformat(),
                "days": each.days,
            }
            for each in status.untouched
        ],
    }


def _deadline(deadline: Deadline, days: int) -> dict[str, object]:
    return {
        "what": deadline.what,
        "record": deadline.record,
        "key": deadline.key,
        "date": written(deadline.written),
        "last_day": deadline.last.isoformat(),
        "days": days,
        "title": _said(deadline.title),
        "detail": _said(deadline.detail) if deadline.detail else None,
        "who": deadline.who.text if deadline.who else None,
    }


def _said(text: Said) -> dict[str, str]:
    return {"text": text.text, "language": text.language}
