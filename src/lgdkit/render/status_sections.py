"""How deals stand, as sections with tables of plain words: one shape for the terminal and for Markdown."""

from collections import Counter
from dataclasses import dataclass

from lgdkit.render.json_text import json_text
from lgdkit.view.deadlines import Deadline, What
from lgdkit.view.status import Changed, Status, Waiting
from lgdkit.view.values import Day, Said

WHAT: dict[What, str] = {
    "action-start": "action starts",
    "action-end": "action ends",
    "milestone": "milestone",
    "commitment": "commitment",
    "contribution": "contribution of the city",
    "benefit": "benefit of the partners",
    "term-start": "term begins",
    "term-end": "term ends",
    "review": "review",
    "next-step": "next step of a sprint",
}
"""What each kind of deadline is called."""
_SOURCES = {"adopted": "decided", "term": "term began", "written": "so in the data"}
_NO_HISTORY = "Not known: this takes a git repository with its whole history."


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading; where it has no rows, `remark` says what that means."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = "None."
    right: tuple[int, ...] = ()
    """The columns with numbers, counted from 1."""


def title(status: Status) -> str:
    """Return what stands above it all: the city and the day."""
    return f"{status.name.text}, {status.today.isoformat()}"


def sections(status: Status) -> tuple[Section, ...]:
    """Return the sections on one city, those without rows among them."""
    untouched = status.untouched or ()
    return (
        Section(
            _deals_title(status),
            ("state", "deal", "title", "parties", "commitments"),
            tuple(
                (each.state, each.id, said(each.title), str(each.parties), str(each.commitments))
                for each in status.deals
            ),
            right=(4, 5),
        ),
        Section(
            "Signatures outstanding",
            ("deal", "state", "waiting since", "days", "parties"),
            tuple(
                (each.id, each.state, _since(each), _days(each), ", ".join(said(one) for one in each.parties))
                for each in status.signatures
            ),
            right=(4,),
        ),
        Section(
            "Late",
            ("due", "days late", "what", "record", "who", "title"),
            tuple(_row(each.deadline, each.days) for each in status.late),
            right=(2,),
        ),
        Section(
            f"Due by {status.until.isoformat()}",
            ("due", "in days", "what", "record", "who", "title"),
            tuple(_row(each.deadline, each.days) for each in status.due),
            right=(2,),
        ),
        Section(
            "Changed since it was signed",
            ("deal", "signed", "record", "key", "as signed", "now"),
            tuple(_change(each) for each in status.changed),
        ),
        Section(
            f"Not touched since {status.quiet_since.isoformat()}",
            ("last touched", "days", "record", "title"),
            tuple(
                (each.last.isoformat(), str(each.days), each.record, said(each.title)) for each in untouched
            ),
            "None." if status.untouched is not None else _NO_HISTORY,
            right=(2,),
        ),
    )


def written(day: Day | None) -> str:
    """Return a date as it stands in the data: 2030, 2030-05 or 2030-05-31."""
    if day is None:
        return ""
    return "-".join(f"{part:02d}" for part in (day.year, day.month, day.day) if part is not None)


def said(text: Said) -> str:
    """Return a text; one in another language than asked for is marked with it."""
    return f"{text.text} ({text.language})" if text.foreign else text.text


def named(deadline: Deadline) -> str:
    """Return what a deadline is about: of a milestone or a promise the thing itself, then what it belongs to."""
    if deadline.detail is None:
        return said(deadline.title)
    return f"{said(deadline.detail)} ({said(deadline.title)})"


def _deals_title(status: Status) -> str:
    count = Counter(each.state for each in status.deals)
    states = dict.fromkeys(each.state for each in status.deals)
    return "Deals: " + ", ".join(f"{count[state]} {state}" for state in states) if states else "Deals"


def _row(deadline: Deadline, days: int) -> tuple[str, ...]:
    who = said(deadline.who) if deadline.who else ""
    return (
        written(deadline.written),
        str(days),
        WHAT[deadline.what],
        deadline.record,
        who,
        named(deadline),
    )


def _change(change: Changed) -> tuple[str, ...]:
    if not change.keys:
        old, new = ("", "added") if change.old is None else ("", "no longer covered")
    else:
        old, new = (_plain(each) for each in (change.old, change.new))
    key = "/".join(map(str, change.keys))
    return change.deal, change.signed.isoformat(), change.record, key, old, new


def _plain(value: object) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else " ".join(json_text(value).split())


def _since(waiting: Waiting) -> str:
    if waiting.since is None or waiting.source is None:
        return "not known"
    return f"{written(waiting.since)} ({_SOURCES[waiting.source]})"


def _days(waiting: Waiting) -> str:
    return "" if waiting.days is None else str(waiting.days)
