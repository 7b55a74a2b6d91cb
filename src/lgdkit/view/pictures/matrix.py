"""The matrix of stakeholders and fields: who leads, who takes part, who is committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lgdkit.view.matrix import ROLES, Column, MatrixRow
from lgdkit.view.pictures.sheet import (
    INNER,
    MARGIN,
    MAX_PARTS,
    SMALL,
    TOP,
    WIDTH,
    Document,
    Pictures,
    Room,
    in_parts,
    keys,
    line_height,
    lines_for,
    title_room,
)
from lgdkit.view.values import Said

_NAME, _DEALS = 170, 30
"""The least room for the name of a stakeholder, and that for the number of its deals."""
_STEP = 52
_HIGHEST = 640
"""The pages of the inventory lie on their side; a higher picture would be small there."""
_MAX_COLUMNS = 8
_HEADS = (170, 200, 240)
"""How high the heads may be: the least that holds all names."""
_HEAD_EDGE = 8
_SIGN, _BETWEEN = 13, 1
_PAD, _APART = 5, 8


@dataclass(frozen=True, slots=True)
class MatrixAbout:
    """What a picture shows: how many stakeholders, and how many of them do what in at least one field."""

    stakeholders: int
    fields: int
    lead: int
    partner: int
    commitment: int


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a field above its column."""

    column: Column
    x: int
    room: Room


@dataclass(frozen=True, slots=True)
class Sign:
    """What a stakeholder does in a field, as a sign with a letter."""

    role: str
    x: int
    y: int
    size: int
    room: Room


@dataclass(frozen=True, slots=True)
class RoleKey:
    """What a sign in the matrix means."""

    sign: str
    x: int
    y: int
    size: int
    letter: Room
    room: Room


@dataclass(frozen=True, slots=True)
class Line:
    """A stakeholder: its name, its signs, the number of its deals."""

    name: Said
    y: int
    height: int
    room: Room
    signs: tuple[Sign, ...]
    deals: int
    deals_room: Room


@dataclass(frozen=True, slots=True)
class MatrixDrawing:
    """Some stakeholders and some fields."""

    width: int
    height: int
    title: Room
    left: int
    right: int
    keys: tuple[RoleKey, ...]
    heads: tuple[Head, ...]
    deals: Room
    edges: tuple[int, ...]
    """Where columns meet."""
    top: int
    bottom: int
    lines: tuple[Line, ...]


def matrix_pictures(document: Document, columns: Sequence[Column], matrix: Sequence[MatrixRow]) -> Pictures:
    """Draw the matrix; nothing where nobody does anything in a field."""
    if not any(cell for row in matrix for cell in row.cells):
        return Pictures()
    blocks = _blocks(len(columns))
    widths = _widths(max(map(len, blocks)))
    head = _head(columns, widths[1])
    top = TOP + 20 * -(-len(ROLES) // 2) + head + 10
    rows = in_parts([(_height(each, widths[0]), each) for each in matrix], _HIGHEST - top)
    parts = [(block, part) for part in rows for block in blocks]
    drawings = [
        (_about(part, block), _drawing([columns[each] for each in block], part, block, head))
        for block, part in parts[:MAX_PARTS]
    ]
    shown = parts[:MAX_PARTS]
    left_out = len(matrix) - len({id(row) for _, part in shown for row in part})
    return document.pictures("matrix", drawings, left_out)


def _blocks(columns: int) -> list[range]:
    """Part the columns into as few blocks as there must be, each about as long as the others."""
    count = -(-columns // _MAX_COLUMNS)
    bounds = [columns * number // count for number in range(count + 1)]
    return [range(start, end) for start, end in pairwise(bounds)]


def _widths(columns: int) -> tuple[int, int]:
    """Return how wide the names are, and how wide each column is."""
    step = min((INNER - _NAME - _DEALS) // columns, _STEP)
    return INNER - _DEALS - columns * step, step


def _height(row: MatrixRow, width: int) -> int:
    lines = lines_for(row.stakeholder, width - _APART, SMALL, 3)
    return max(_SIGN, lines * line_height(SMALL)) + 2 * _PAD


def _about(part: Sequence[MatrixRow], block: range) -> MatrixAbout:
    counts = [sum(any(role in row.cells[each] for each in block) for row in part) for role in ROLES]
    return MatrixAbout(len(part), len(block), *counts)


def _drawing(
    columns: Sequence[Column], part: Sequence[MatrixRow], block: range, height: int
) -> MatrixDrawing:
    placed, y = keys(ROLES, TOP)
    top = y + height + 6
    name, step = _widths(len(columns))
    left, edge = MARGIN + name, MARGIN + name + len(columns) * step
    heads = tuple(
        Head(each, left + number * step, _turned(left + number * step, top, step, height))
        for number, each in enumerate(columns)
    )
    y = top
    lines = []
    for row in part:
        lines.append(_line(row, block, y, left, step))
        y += lines[-1].height
    return MatrixDrawing(
        width=WIDTH,
        height=y + MARGIN,
        title=title_room(),
        left=MARGIN,
        right=edge + _DEALS,
        keys=tuple(
            RoleKey(each.sign, each.x, each.y + 2, _SIGN, _letter(each.x, each.y + 2), each.room)
            for each in placed
        ),
        heads=heads,
        deals=_turned(edge, top, _DEALS, height),
        edges=tuple(left + number * step for number in range(len(columns) + 1)),
        top=top,
        bottom=y,
        lines=tuple(lines),
    )


def _head(columns: Sequence[Column], width: int) -> int:
    """Return how high the heads must be, so that the name of every field is there in full."""
    lines = max(1, width // line_height(SMALL))
    names = [each.name for each in columns if each.name]
    enough = (each for each in _HEADS if all(_fits(name, each - _HEAD_EDGE, lines) for name in names))
    return next(enough, _HEADS[-1])


def _fits(name: Said, width: int, lines: int) -> bool:
    return lines_for(name, width, SMALL, lines + 1) <= lines


def _turned(x: int, bottom: int, width: int, height: int) -> Room:
    """Return the room of a text that runs upwards over a column."""
    lines = max(1, width // line_height(SMALL))
    lead = (width - lines * line_height(SMALL)) // 2
    along = height - _HEAD_EDGE
    return Room(x + max(lead, 0), bottom - 6, along, lines, size=SMALL, turned=True, align="middle")


def _line(row: MatrixRow, block: range, y: int, left: int, step: int) -> Line:
    height = _height(row, left - MARGIN)
    middle = y + (height - _SIGN) // 2
    signs = []
    lead = (step - len(ROLES) * (_SIGN + _BETWEEN)) // 2
    for number, each in enumerate(block):
        for place, role in enumerate(ROLES):
            if role in row.cells[each]:
                x = left + number * step + lead + place * (_SIGN + _BETWEEN)
                signs.append(Sign(role, x, middle, _SIGN, _letter(x, middle)))
    lines = (height - 2 * _PAD) // line_height(SMALL)
    return Line(
        name=row.stakeholder,
        y=y,
        height=height,
        room=Room(MARGIN, y + _PAD, left - MARGIN - _APART, max(1, lines), size=SMALL, align="middle"),
        signs=tuple(signs),
        deals=row.deals,
        deals_room=Room(left + len(block) * step, middle, _DEALS, size=SMALL, anchor="middle"),
    )


def _letter(x: int, y: int) -> Room:
    return Room(x, y, _SIGN, size=11, anchor="middle", bold=True)
