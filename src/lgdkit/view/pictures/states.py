"""Deals by state: a bar a state, in the order in which a deal goes through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lgdkit.view.agreements import Stage, StateCount
from lgdkit.view.pictures.bars import Look, Row, row, row_height, scale_of
from lgdkit.view.pictures.sheet import TOP, WIDTH, Document, Pictures, Room, title_room

_LOOKS: dict[Stage, Look] = {"open": "hatched", "in-force": "solid", "closed": "empty"}


@dataclass(frozen=True, slots=True)
class StatesAbout:
    """What the picture shows."""

    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class StatesDrawing:
    """A bar a state."""

    width: int
    height: int
    title: Room
    rows: tuple[Row, ...]


def states_pictures(document: Document, states: Sequence[StateCount]) -> Pictures:
    """Draw how many deals are in each state; nothing where there is no deal."""
    if not states:
        return Pictures()
    scale = scale_of([Decimal(each.deals) for each in states])
    rows = tuple(
        row(
            each,
            TOP + number * row_height(1),
            (Decimal(0), Decimal(each.deals)),
            scale,
            _LOOKS[each.stage],
            lines=1,
        )
        for number, each in enumerate(states)
    )
    drawing = StatesDrawing(WIDTH, TOP + len(rows) * row_height(1), title_room(), rows)
    return document.pictures("states", [(StatesAbout(tuple(states)), drawing)])
