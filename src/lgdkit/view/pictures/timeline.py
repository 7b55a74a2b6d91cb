"""The timeline: a bar an action, and its milestones below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lgdkit.view.pictures.sheet import (
    HEIGHT,
    INNER,
    MARGIN,
    MAX_PARTS,
    SMALL,
    TEXT,
    TOP,
    Document,
    Key,
    Pictures,
    Room,
    in_parts,
    keys,
    line_height,
    lines_for,
    title_room,
)
from lgdkit.view.pictures.timescale import Mark, Span, TimeScale
from lgdkit.view.sheets import FieldSheets, MilestoneLine, Sheet
from lgdkit.view.values import Day, Said

_MARK = 36
"""Letters of the longest mark of an action that is not decided."""
_BAR, _AFTER, _DIAMOND = 10, 10, 5
_HEADING = 8
"""Room above and below the name of a field."""
_LEAST = 150
"""The least room for the title of a milestone."""


@dataclass(frozen=True, slots=True)
class TimelineAbout:
    """What a picture shows, for the text that stands for it."""

    actions: int
    decided: int
    undecided: int
    first: int
    last: int
    milestones: int
    reached: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a field, or its code."""

    name: Said | None
    code: str | None
    room: Room


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone at its date, with its title on the side that has room."""

    title: Said
    date: Day | None
    reached: bool
    points: str
    room: Room


@dataclass(frozen=True, slots=True)
class ActionBar:
    """An action; of one whose start or end nobody stated, the bar is open on that side."""

    title: Said
    decision: str
    start: Day | None
    end: Day | None
    room: Room
    bar: Span | None
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The actions of some fields over the years."""

    width: int
    height: int
    title: Room
    years: tuple[Mark, ...]
    keys: tuple[Key, ...]
    headings: tuple[Heading, ...]
    actions: tuple[ActionBar, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    field: FieldSheets
    sheet: Sheet


def timeline_pictures(document: Document, fields: Sequence[FieldSheets]) -> Pictures:
    """Draw the actions that have a date, field by field; cancelled ones are left out."""
    entries = [
        _Entry(field, sheet)
        for field in fields
        for sheet in field.sheets
        if sheet.line.status != "cancelled" and _days(sheet)
    ]
    if not entries:
        return Pictures()
    scale = TimeScale.of([each for entry in entries for each in _days(entry.sheet)])
    signs = _signs(entries)
    top = TOP + len(keys(signs, 0)[0]) // 2 * 20 + 50
    heights = [
        _height(each.sheet) + (_heading(each.field) if each.field is not before.field else 0)
        for before, each in pairwise((_Entry(fields[0], entries[0].sheet), *entries))
    ]
    parts = in_parts(list(zip(heights, entries, strict=True)), HEIGHT - top - max(map(_heading, fields)))
    kept = parts[:MAX_PARTS]
    drawings = [(_about(part), _drawing(part, scale)) for part in kept]
    return document.pictures("timeline", drawings, sum(map(len, parts[MAX_PARTS:])))


def _days(sheet: Sheet) -> list[date]:
    """Return the first and the last day that the dates of an action can mean."""
    days = [sheet.line.start, sheet.line.end, *(_when(each) for each in sheet.milestones)]
    return [end for each in days if each for end in TimeScale.days(each)]


def _when(milestone: MilestoneLine) -> Day | None:
    return milestone.due or milestone.done


def _dated(sheet: Sheet) -> list[MilestoneLine]:
    return [each for each in sheet.milestones if _when(each)]


def _title_lines(sheet: Sheet) -> int:
    line = sheet.line
    return lines_for(line.title, INNER, TEXT, 3, more=0 if line.decision == "decided" else _MARK)


def _heading_lines(field: FieldSheets) -> int:
    # bold letters are wider, so they are measured in a narrower room
    return lines_for(field.field.name, INNER * 6 // 7, TEXT, 2) if field.field.name else 1


def _heading(field: FieldSheets) -> int:
    return _heading_lines(field) * line_height(TEXT) + _HEADING


def _height(sheet: Sheet) -> int:
    own = _title_lines(sheet) * line_height(TEXT) + 2 + _BAR + _AFTER
    return own + len(_dated(sheet)) * line_height(SMALL)


def _about(part: Sequence[_Entry]) -> TimelineAbout:
    days = [each for entry in part for each in _days(entry.sheet)]
    milestones = [each for entry in part for each in _dated(entry.sheet)]
    decided = sum(each.sheet.line.decision == "decided" for each in part)
    return TimelineAbout(
        actions=len(part),
        decided=decided,
        undecided=len(part) - decided,
        first=min(days).year,
        last=max(days).year,
        milestones=len(milestones),
        reached=sum(each.done is not None for each in milestones),
    )


def _signs(part: Sequence[_Entry]) -> list[str]:
    lines = [each.sheet.line for each in part]
    milestones = [each for entry in part for each in _dated(entry.sheet)]
    found = {
        "decided": any(each.decision == "decided" for each in lines),
        "undecided": any(each.decision != "decided" for each in lines),
        "reached": any(each.done for each in milestones),
        "due": any(not each.done for each in milestones),
        "open": any((each.start is None) != (each.end is None) for each in lines),
    }
    return [sign for sign, there in found.items() if there]


def _drawing(part: Sequence[_Entry], scale: TimeScale) -> TimelineDrawing:
    placed, y = keys(_signs(part), TOP)
    top = y + 6
    y = top + line_height(SMALL) + 6
    headings: list[Heading] = []
    actions: list[ActionBar] = []
    field: FieldSheets | None = None
    for each in part:
        if each.field is not field:
            field = each.field
            room = Room(MARGIN, y + 4, INNER, _heading_lines(field), bold=True)
            headings.append(Heading(field.field.name, field.field.code, room))
            y = room.y + room.height + 4
        action, y = _action(each.sheet, scale, y)
        actions.append(action)
    return TimelineDrawing(
        width=INNER + 2 * MARGIN,
        height=y + 4,
        title=title_room(),
        years=scale.marks(top, y - 4),
        keys=placed,
        headings=tuple(headings),
        actions=tuple(actions),
    )


def _action(sheet: Sheet, scale: TimeScale, y: int) -> tuple[ActionBar, int]:
    line = sheet.line
    room = Room(MARGIN, y, INNER, _title_lines(sheet), align="bottom")
    below = room.y + room.height + 2
    bar = scale.span(line.start, line.end, below, _BAR)
    y = below + (_BAR + 3 if bar else 0)
    milestones = []
    for each in _dated(sheet):
        when = _when(each)
        x = scale.middle(when) if when else MARGIN
        milestones.append(Milestone(each.title, when, each.done is not None, _diamond(x, y), _beside(x, y)))
        y += line_height(SMALL)
    found = ActionBar(line.title, line.decision, line.start, line.end, room, bar, tuple(milestones))
    return found, y + _AFTER - 3


def _diamond(x: int, y: int) -> str:
    middle = y + line_height(SMALL) // 2
    return f"{x - _DIAMOND},{middle} {x},{middle - _DIAMOND} {x + _DIAMOND},{middle} {x},{middle + _DIAMOND}"


def _beside(x: int, y: int) -> Room:
    """Return the room right of a milestone, or left of it where that is the longer side."""
    left, right = x - 10 - MARGIN, MARGIN + INNER - x - 10
    if right >= left or right >= 2 * _LEAST:
        return Room(x + 10, y, right, size=SMALL)
    return Room(MARGIN, y, left, size=SMALL, anchor="end")
