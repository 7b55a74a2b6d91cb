"""Influence and interest: a square of nine fields, with the names of the stakeholders in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lgdkit.view.pictures.sheet import (
    INNER,
    MARGIN,
    SMALL,
    TOP,
    WIDTH,
    Document,
    Pictures,
    Room,
    line_height,
    lines_for,
    title_room,
)
from lgdkit.view.ratings import RatingRow
from lgdkit.view.values import Said
from lgdkit.vocab.stakeholder import RATINGS

_SIDE, _HEAD = 112, 2 * line_height(SMALL) + 4
_CELL = (INNER - _SIDE) // len(RATINGS)
_PAD = 6
_LEAST = 46
MAX_NAMES = 14
"""In one field; of more, the picture says how many."""
_NAME_LINES = 4


@dataclass(frozen=True, slots=True)
class RatingGroup:
    """How many stakeholders have this influence and this interest."""

    influence: str
    interest: str
    stakeholders: int


@dataclass(frozen=True, slots=True)
class RatingsAbout:
    """What the picture shows: the groups that are not empty, and how many stakeholders are in none."""

    groups: tuple[RatingGroup, ...]
    unrated: int


@dataclass(frozen=True, slots=True)
class Name:
    """A stakeholder in a field."""

    name: Said
    room: Room


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the nine fields; `more` are not named."""

    x: int
    y: int
    width: int
    height: int
    weight: int
    """How much influence and interest come together, from 0 to 4."""
    names: tuple[Name, ...]
    more: int
    more_room: Room


@dataclass(frozen=True, slots=True)
class Side:
    """What a row or a column stands for."""

    rating: str
    room: Room


@dataclass(frozen=True, slots=True)
class RatingsDrawing:
    """The nine fields, high influence above and high interest on the right."""

    width: int
    height: int
    title: Room
    influence: Room
    rows: tuple[Side, ...]
    columns: tuple[Side, ...]
    cells: tuple[Cell, ...]


def ratings_pictures(document: Document, ratings: Sequence[RatingRow], unrated: int) -> Pictures:
    """Draw who has what influence and interest; nothing where nobody was rated."""
    groups = tuple(
        RatingGroup(row.influence, interest, len(names))
        for row in ratings
        for interest, names in zip(RATINGS, row.by_interest, strict=True)
        if names
    )
    if not groups:
        return Pictures()
    y = TOP + _HEAD
    rows: list[Side] = []
    cells: list[Cell] = []
    for number, row in enumerate(ratings):
        placed = [
            _names(names, MARGIN + _SIDE + column * _CELL, y) for column, names in enumerate(row.by_interest)
        ]
        height = max(_LEAST, *(bottom - y + _PAD for _, bottom in placed))
        rows.append(Side(row.influence, Room(MARGIN, y + _PAD, _SIDE - 4, 2, size=SMALL)))
        for column, (names, _) in enumerate(placed):
            x = MARGIN + _SIDE + column * _CELL
            more = max(0, len(row.by_interest[column]) - MAX_NAMES)
            room = Room(x + _PAD, y + height - _PAD - line_height(SMALL), _CELL - 2 * _PAD, size=SMALL)
            weight = column + len(ratings) - 1 - number
            cells.append(Cell(x, y, _CELL, height, weight, names, more, room))
        y += height
    drawing = RatingsDrawing(
        width=WIDTH,
        height=y + MARGIN,
        title=title_room(),
        influence=Room(MARGIN, TOP, _SIDE - 4, 2, size=SMALL, bold=True, align="bottom"),
        rows=tuple(rows),
        columns=tuple(
            Side(
                each,
                Room(
                    MARGIN + _SIDE + column * _CELL + _PAD,
                    TOP,
                    _CELL - 2 * _PAD,
                    2,
                    size=SMALL,
                    align="bottom",
                ),
            )
            for column, each in enumerate(RATINGS)
        ),
        cells=tuple(cells),
    )
    return document.pictures("ratings", [(RatingsAbout(groups, unrated), drawing)])


def _names(names: Sequence[Said], x: int, y: int) -> tuple[tuple[Name, ...], int]:
    """Place the names of a field below one another; return them and where they end."""
    y += _PAD
    width = _CELL - 2 * _PAD
    found = []
    for each in names[:MAX_NAMES]:
        lines = lines_for(each, width, SMALL, _NAME_LINES)
        found.append(Name(each, Room(x + _PAD, y, width, lines, size=SMALL)))
        y += lines * line_height(SMALL) + 3
    if len(names) > MAX_NAMES:
        y += line_height(SMALL) + 3
    return tuple(found), y
