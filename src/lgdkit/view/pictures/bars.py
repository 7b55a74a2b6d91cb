"""Rows of a label, a figure and a bar below both: the form of several pictures, narrow enough for a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from lgdkit.view.pictures.sheet import INNER, MARGIN, TEXT, Room, line_height

Look = Literal["solid", "hatched", "dotted", "grey", "dark", "empty"]
"""How a bar is filled; each is told from the others without colours."""
_LABEL, _GAP = 330, 12
_BAR, _AFTER = 16, 12
_LEAST = 2
"""The length of a bar that is too short to be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or a part of one."""

    x: int
    y: int
    width: int
    height: int
    look: Look


@dataclass(frozen=True, slots=True)
class Row:
    """What a bar stands for, the room of its label and of its figure, and the bar."""

    shown: Any
    label: Room
    amount: Room
    bar: Bar
    height: int


@dataclass(frozen=True, slots=True)
class Scale:
    """From the smallest value to the largest, over the width of the picture."""

    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> int:
        """Return where a value stands."""
        if self.high == self.low:
            return MARGIN
        return MARGIN + int((value - self.low) / (self.high - self.low) * INNER)


def scale_of(values: Sequence[Decimal]) -> Scale:
    """Return a scale that holds these values and 0."""
    return Scale(min((Decimal(0), *values)), max((Decimal(0), *values)))


def row(
    shown: Any, y: int, between: tuple[Decimal, Decimal], scale: Scale, look: Look, *, lines: int = 2
) -> Row:
    """Place a row whose label and figure may have so many lines, with a bar from one value to another."""
    head = lines * line_height(TEXT)
    start, end = sorted(scale.at(each) for each in between)
    start = min(start, MARGIN + INNER - _LEAST)
    return Row(
        shown,
        Room(MARGIN, y, _LABEL, lines, align="bottom"),
        Room(MARGIN + _LABEL + _GAP, y, INNER - _LABEL - _GAP, lines, anchor="end", align="bottom"),
        Bar(start, y + head + 3, max(end - start, _LEAST), _BAR, look),
        row_height(lines),
    )


def row_height(lines: int) -> int:
    """Return how high a row is whose label has so many lines."""
    return lines * line_height(TEXT) + 3 + _BAR + _AFTER


LABEL_WIDTH = _LABEL
