"""The calendar: RFC 5545, the same bytes, and what others read in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.render.status_calendar import status_calendar
from lgdkit.view.calendar import Entry, entries
from lgdkit.view.values import Said
from status_city import read

GOLDEN = Path(__file__).parent / "status" / "status.ics"


def found() -> tuple[Entry, ...]:
    return entries(read(), "en").entries


def titled(text: str) -> Entry:
    entry = found()[0]
    return replace(entry, deadline=replace(entry.deadline, title=Said(text, "en"), detail=None))


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def value(lines: Sequence[str], name: str) -> str:
    """Return a text of the calendar as RFC 5545, 3.3.11 reads it."""
    [written] = [line.removeprefix(f"{name}:") for line in lines if line.startswith(f"{name}:")]
    return re.sub(r"\\([\\;,n])", lambda match: "\n" if match[1] == "n" else match[1], written)


def test_as_blessed(bless: bool) -> None:
    text = status_calendar(found())
    if bless:
        GOLDEN.write_bytes(text.encode())
    assert text.encode() == GOLDEN.read_bytes()


def test_the_order_of_the_data_does_not_matter() -> None:
    assert status_calendar(found()[::-1]) == status_calendar(found())


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_title_comes_back(text: str) -> None:
    written = status_calendar([titled(text)])
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    lines = unfolded(written)
    assert len(lines) == len(unfolded(status_calendar([titled("x")])))
    summary = value(lines, "SUMMARY").removeprefix("Action starts: ")
    assert len(summary) == len(text)
    assert all(new in (old, " ") for new, old in zip(summary, text, strict=True))


def test_what_every_entry_has() -> None:
    events = "\n".join(unfolded(status_calendar(found()))).split("BEGIN:VEVENT")[1:]
    assert len(events) == len(found())
    for event in events:
        names = [re.split("[:;]", line)[0] for line in event.strip().split("\n")]
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"):
            assert names.count(name) == 1
        assert "DTSTAMP:20000101T000000Z" in event


def test_a_calendar_without_entries() -> None:
    assert unfolded(status_calendar([]))[0] == "BEGIN:VCALENDAR"
    assert unfolded(status_calendar([]))[-1] == "END:VCALENDAR"


def test_another_reader_finds_the_same() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(status_calendar(found()))
    events = {str(each["UID"]): each for each in calendar.walk("VEVENT")}
    assert set(events) == {each.uid for each in found()}
    for each in found():
        event = events[each.uid]
        assert event["DTSTART"].dt == each.first
        assert (
            str(event["SUMMARY"]).endswith(
                f"({each.deadline.title.text})" if each.deadline.detail else each.deadline.title.text
            )
            or each.deadline.title.foreign
        )
        assert ("RRULE" in event) is bool(each.years)
        assert not event.errors
    assert calendar.to_ical().decode().count("BEGIN:VEVENT") == len(found())
