"""Deadlines and reviews as a calendar that others read: iCalendar, RFC 5545."""

import re
from collections.abc import Iterator, Sequence

from lgdkit.render.plain import HIDDEN
from lgdkit.render.status_sections import WHAT, named, said, written
from lgdkit.view.calendar import Entry

STAMP = "20000101T000000Z"
"""The standard wants a stamp on each entry; it is fixed, so that the same data gives the same bytes."""
_MOST_BYTES = 75
"""So long a line may be without its end (RFC 5545, 3.1)."""
_HIDDEN = re.compile(f"(?!\n)[{HIDDEN}]")
_SIGNS = re.compile(r"[\\;,]")


def status_calendar(entries: Sequence[Entry]) -> str:
    """Write one calendar with all entries, ordered by their names."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lgdkit//lgd status//EN",
        "CALSCALE:GREGORIAN",
        *(line for each in sorted(entries, key=lambda one: one.uid) for line in _event(each)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry) -> Iterator[str]:
    deadline = entry.deadline
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{STAMP}"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    if entry.years:
        every = f";INTERVAL={entry.years}" if entry.years > 1 else ""
        until = f";UNTIL={entry.until:%Y%m%d}" if entry.until else ""
        yield f"RRULE:FREQ=YEARLY{every}{until}"
    yield f"SUMMARY:{_text(f'{WHAT[deadline.what].capitalize()}: {named(deadline)}')}"
    yield f"DESCRIPTION:{_text(_description(entry))}"
    yield f"CATEGORIES:{'review' if deadline.what == 'review' else 'deadline'}"
    yield "TRANSP:TRANSPARENT"  # a deadline takes nobody's time of that day
    yield "END:VEVENT"


def _description(entry: Entry) -> str:
    deadline = entry.deadline
    often = "every year" if entry.years == 1 else f"every {entry.years} years, from {entry.first:%Y}"
    when = f"{entry.first:%m}, {often}" if entry.years else written(deadline.written)
    lines = [said(entry.city), deadline.record, f"{'month' if entry.years else 'date'}: {when}"]
    if deadline.who:
        lines.append(f"who: {said(deadline.who)}")
    return "\n".join(lines)


def _text(text: str) -> str:
    """Write a text as a value: no sign in it means anything, and none steers a reader."""
    plain = _HIDDEN.sub(" ", text)
    return _SIGNS.sub(lambda match: f"\\{match[0]}", plain).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Part a line so that none is too long; no sign is parted. What goes on begins with a space."""
    part, size = "", 0
    for sign in line:
        more = len(sign.encode("utf-8", "replace"))
        if size + more > _MOST_BYTES:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + more
    yield part
