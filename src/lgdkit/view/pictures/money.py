"""Money by field of action and by source, a group of bars for each currency; nothing is converted."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lgdkit.view.finance import Finance
from lgdkit.view.pictures.bars import LABEL_WIDTH, Look, Row, row, row_height, scale_of
from lgdkit.view.pictures.sheet import (
    HEIGHT,
    INNER,
    MARGIN,
    MAX_PARTS,
    TEXT,
    TOP,
    WIDTH,
    Document,
    Pictures,
    Room,
    in_parts,
    line_height,
    lines_for,
    title_room,
)
from lgdkit.view.values import Price, Said

Kind = Literal["cost", "funding"]
_WORDS = 36
"""Letters that say whether the actions are decided, or how far the funding is."""
_LOOKS: dict[str | None, Look] = {"decided": "solid", "granted": "solid", "rejected": "empty"}
_LEAST = 2
"""A single figure needs no picture."""
_HEADING = line_height(TEXT) + 12


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A sum of money in the table of costs by field, or of funding by source."""

    kind: Kind
    name: Said | None
    code: str | None
    by: Said | None
    status: str | None
    """Of a cost, `decided` or `undecided`; of funding, how far it is."""
    amount: Price


@dataclass(frozen=True, slots=True)
class MoneyAbout:
    """What a picture shows."""

    lines: tuple[MoneyLine, ...]


@dataclass(frozen=True, slots=True)
class MoneyHeading:
    """What the bars below have in common."""

    kind: Kind
    currency: str
    room: Room


@dataclass(frozen=True, slots=True)
class MoneyDrawing:
    """Bars in groups: all of one currency have the same scale."""

    width: int
    height: int
    title: Room
    headings: tuple[MoneyHeading, ...]
    rows: tuple[Row, ...]


def money_pictures(document: Document, finance: Finance) -> Pictures:
    """Draw what the fields cost and where money comes from, as far as there are figures to compare."""
    lines = sorted(_lines(finance), key=lambda each: (each.amount.currency, each.kind))
    if len(lines) < _LEAST:
        return Pictures()
    tops: dict[str, list[Decimal]] = {}
    for each in lines:
        tops.setdefault(each.amount.currency, []).append(each.amount.amount)
    heights = [
        (
            row_height(_label_lines(each)) + (0 if number and _alike(each, lines[number - 1]) else _HEADING),
            each,
        )
        for number, each in enumerate(lines)
    ]
    parts = in_parts(heights, HEIGHT - TOP - _HEADING)
    drawings = [(MoneyAbout(tuple(part)), _drawing(part, tops)) for part in parts[:MAX_PARTS]]
    return document.pictures("money", drawings, sum(map(len, parts[MAX_PARTS:])))


def _lines(finance: Finance) -> Iterator[MoneyLine]:
    for field in finance.by_field:
        for status, sums in (("decided", field.decided), ("undecided", field.undecided)):
            for each in sums:
                yield MoneyLine("cost", field.name, field.code, None, status, each)
    for source in finance.by_source:
        yield MoneyLine("funding", source.source, None, source.by, source.status, source.amount)


def _alike(one: MoneyLine, other: MoneyLine) -> bool:
    return (one.kind, one.amount.currency) == (other.kind, other.amount.currency)


def _label_lines(line: MoneyLine) -> int:
    by = len(line.by.text) + 3 if line.by else 0
    return max(2, lines_for(line.name, LABEL_WIDTH, TEXT, 3, more=_WORDS + by))


def _drawing(part: list[MoneyLine], tops: dict[str, list[Decimal]]) -> MoneyDrawing:
    y = TOP
    headings: list[MoneyHeading] = []
    rows: list[Row] = []
    for number, each in enumerate(part):
        currency = each.amount.currency
        if not number or not _alike(each, part[number - 1]):
            headings.append(MoneyHeading(each.kind, currency, Room(MARGIN, y + 6, INNER, bold=True)))
            y += _HEADING
        between = Decimal(0), each.amount.amount
        look = _LOOKS.get(each.status, "hatched")
        rows.append(row(each, y, between, scale_of(tops[currency]), look, lines=_label_lines(each)))
        y += rows[-1].height
    return MoneyDrawing(WIDTH, y, title_room(), tuple(headings), tuple(rows))
