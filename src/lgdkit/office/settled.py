"""Moves room between the columns of a table until it is as low as it can be, with as few words broken as can be."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from math import ceil

from lgdkit.office.breadth import breadth

_PIECE = re.compile(r"[^ \n\t/–-]+[/–-]*|[/–-]+")
_BROKEN_FIGURE = 4.0
"""A figure is not hyphenated, so it would stand over the edge."""
_AMOUNT, _BROKEN_AMOUNT = re.compile(r"(?<=\d) (?=[A-Z]{3}$)"), 1.5
"""Where an amount of money may be parted; its currency alone on the next line is no beauty."""
_LEAST = 6
"""Letters; no column is narrower."""
_WHOLE_HEAD, _WHOLE = 12, 24
"""Letters; two of three tries begin where no word of a head, or none at all, is broken that is no longer than that."""

Piece = tuple[float, float, float]
"""A piece that stays on a line: its breadth, that of the space behind it, what it costs to break it."""


@dataclass(frozen=True)
class Setting:
    """How a form sets the words of a table."""

    breadth: Callable[[str, bool], float]
    """How many letters of common breadth a text takes, and whether it is bold, as heads are."""
    room: float
    """Letters that the space between two columns takes."""
    step: float
    """Letters; a column is taken to hold a multiple of it."""
    moves: Sequence[float]
    """Letters that go from one column to another at once."""
    least_head: int
    """Letters; no column is narrower than what has to stand on one line of its head, up to that, if there is room."""
    short_head: float
    """Letters; a word of a head that is no longer has to stand on one line, of a longer one half of it."""
    head: float
    """How many times as much as others a broken word in a head costs: it is seen on every page."""
    broken: Sequence[tuple[int, float]]
    """What a broken word costs, in lines, by its length: the longer it is, the less a hyphen in it is felt."""
    cell: float
    """What a line of a cell counts where another cell of its row is higher: so that later steps find room there."""
    always: bool
    """Whether a table is made low, too, whose columns all have what they want."""


SERIF = Setting(
    breadth=lambda text, bold: breadth(text, bold=bold),
    room=2.6,
    step=1,
    moves=(8, 3, 1),
    least_head=24,
    short_head=9,
    head=3,
    broken=((10, 4.0), (14, 3.5), (1000, 3.0)),
    cell=0,
    always=False,
)
"""As PDFs and web pages do: they hyphenate, and a PDF is measured once more when it is set."""


def settled(
    columns: Sequence[Sequence[str]], start: Sequence[float], setting: Setting = SERIF
) -> list[float]:
    """Return how many letters each column gets, so that the rows together have the fewest lines.

    Args:
        columns: the texts of each column, its head first.
        start: how many letters each column has; together they stay as many, unless one has too few.
        setting: how the words are set.
    """
    pieces = [
        [_pieces(each, setting, bold=row == 0) for row, each in enumerate(column)] for column in columns
    ]

    @cache
    def column(number: int, width: float) -> tuple[tuple[int, ...], float]:
        """Return how many lines each cell has at this width, and what its broken words cost."""
        found = [_lines(cell, width) for cell in pieces[number]]
        high = tuple(lines for lines, _ in found)
        return high, sum(cost for _, cost in found) + setting.cell * sum(high)

    def columns_at(widths: Sequence[float]) -> list[tuple[tuple[int, ...], float]]:
        return [column(number, width // setting.step * setting.step) for number, width in enumerate(widths)]

    def cost(widths: Sequence[float]) -> float:
        found = columns_at(widths)
        rows = zip(*(lines for lines, _ in found), strict=True)
        return float(sum(max(row) for row in rows)) + sum(each for _, each in found)

    room = sum(start)
    heads = [[broad for broad, *_ in head] for head, *_ in pieces]
    words = [[broad for cell in cells for broad, *_ in cell] for cells in pieces]
    parts = [[_on_one_line(each, setting.short_head) for each in head] for head in heads]
    least = _least(parts, setting.least_head, setting.step, room)
    wider = [_least(heads, _WHOLE_HEAD, setting.step, room), _least(words, _WHOLE, setting.step, room)]
    starts = dict.fromkeys(tuple(_raised(_raised(start, each), least)) for each in (least, *wider))
    if setting.always:
        both = [max(pair) for pair in zip(least, wider[-1], strict=True)]
        starts[tuple(_raised(start, both))] = None
    return min((_lowered(each, least, cost, setting.moves) for each in starts), key=cost)


def _lowered(
    start: Sequence[float],
    least: Sequence[float],
    cost: Callable[[Sequence[float]], float],
    moves: Sequence[float],
) -> list[float]:
    """Move room from column to column as long as that makes the table lower."""
    best, lowest = list(start), cost(start)
    for move in moves:
        before = lowest + 1
        while lowest < before:
            before = lowest
            for giver, taker in permutations(range(len(best)), 2):
                if best[giver] - move < least[giver]:
                    continue
                tried = list(best)
                tried[giver] -= move
                tried[taker] += move
                found = cost(tried)
                if found < lowest:
                    best, lowest = tried, found
    return best


def _on_one_line(head: float, short: float) -> float:
    """Return how much of a word in a head has to stand on one line; of a long one the rest goes behind a hyphen."""
    return head if head <= short else max(short, 0.5 * head + 1)


def _least(columns: Sequence[Sequence[float]], longest: int, step: float, room: float) -> list[float]:
    """Return how wide each column should be at least: so that no word in it is broken, if there is room.

    Args:
        columns: how broad the words of each column are that count.
        longest: words up to so many letters count whole, of longer ones so many.
        step: letters; the widths are multiples of it.
        room: of all columns together.
    """
    broadest = [max([_LEAST, *(ceil(broad / step) * step for broad in column)]) for column in columns]
    tried = ([float(min(each, most)) for each in broadest] for most in range(longest, _LEAST, -1))
    return next((each for each in tried if sum(each) <= room), [float(_LEAST)] * len(broadest))


def _raised(start: Sequence[float], least: Sequence[float]) -> list[float]:
    """Give each column at least what it needs, from those that have more."""
    raised = [max(each, float(low)) for each, low in zip(start, least, strict=True)]
    spare = sum(raised) - sum(least)
    taken = min(1.0, (sum(raised) - sum(start)) / spare) if spare else 0.0
    return [each - taken * (each - low) for each, low in zip(raised, least, strict=True)]


def _pieces(text: str, setting: Setting, *, bold: bool) -> tuple[Piece, ...]:
    """Part a text where a line may end; one behind the other."""
    return tuple(
        (
            broad,
            setting.breadth(" ", False) if last else 0.0,
            _broken(word, broad, setting) * (setting.head if bold else 1),
        )
        for whole in _AMOUNT.sub("\u00a0", text).split(" ")
        for words in [_PIECE.findall(whole)]
        for word, last in zip(words, [False] * (len(words) - 1) + [True], strict=False)
        for broad in [setting.breadth(word, bold)]
    )


def _broken(word: str, broad: float, setting: Setting) -> float:
    """Return what it costs, in lines, to break a word once."""
    if not any(map(str.isdigit, word)):
        return next(each for most, each in setting.broken if broad <= most)
    return _BROKEN_AMOUNT if word[-1].isalpha() and "\u00a0" in word else _BROKEN_FIGURE


def _lines(pieces: Sequence[Piece], width: float) -> tuple[int, float]:
    """Return how many lines a cell of this width has, and what its broken words cost."""
    lines, left, cost = 1, float(width), 0.0
    for broad, space, broken in pieces:
        if broad > left:
            if broad > width:  # it begins on this line, and goes on over the next ones
                more = ceil((broad - left) / (width - 1))
                cost += broken * more
                lines += more
                left += more * (width - 1)
            else:
                lines += 1
                left = width
        left -= broad + space
    return lines, cost
