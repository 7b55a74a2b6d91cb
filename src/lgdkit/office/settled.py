"""Moves room between the columns of a table until it is as low as it can be, with as few words broken as can be."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, permutations
from math import ceil

from lgdkit.office.breadth import breadth

_PIECE = re.compile(r"[^ \n\t/–-]+[/–-]*|[/–-]+")
_BROKEN = ((10, 4.0), (14, 3.5), (1000, 3.0))
"""What a broken word costs, in lines, by its length: the longer it is, the less a hyphen in it is felt."""
_BROKEN_FIGURE = 4.0
"""A figure is not hyphenated, so it would stand over the edge."""
_AMOUNT, _BROKEN_AMOUNT = re.compile(r"(?<=\d) (?=[A-Z]{3}$)"), 1.5
"""Where an amount of money may be parted; its currency alone on the next line is no beauty."""
_LEAST, _LEAST_HEAD = 6, 12
"""Letters; no column is narrower, and none is narrower than a word of its head up to that length, if there is room."""
_LEAST_WHOLE = 24
"""Letters; one of two tries begins with columns where no word up to that length is broken, if there is room."""
_MOVES = (8, 3, 1)
_SPACE = breadth(" ")

Piece = tuple[float, bool, float]
"""A piece that stays on a line: its breadth, whether a space is behind it, what it costs to break it."""


def settled(columns: Sequence[Sequence[str]], start: Sequence[float]) -> list[float]:
    """Return how many letters each column gets, so that the rows together have the fewest lines.

    Args:
        columns: the texts of each column, its head first.
        start: how many letters each column has; together they stay as many, unless one has too few.
    """
    pieces = [[_pieces(head, bold=True), *map(_pieces, cells)] for head, *cells in columns]
    least = next(
        each
        for each in _leasts([head for head, *_ in pieces], _LEAST_HEAD)
        if sum(each) <= sum(start) or max(each) == _LEAST
    )

    @cache
    def column(number: int, width: int) -> tuple[tuple[int, ...], float]:
        """Return how many lines each cell has at this width, and what its broken words cost."""
        found = [_lines(cell, width) for cell in pieces[number]]
        return tuple(lines for lines, _ in found), sum(cost for _, cost in found)

    def cost(widths: Sequence[float]) -> float:
        found = [column(number, int(width)) for number, width in enumerate(widths)]
        rows = zip(*(lines for lines, _ in found), strict=True)
        return float(sum(max(row) for row in rows)) + sum(each for _, each in found)

    starts = [_raised(start, least)]
    if any(column(number, int(width))[1] for number, width in enumerate(starts[0])):
        wholes = _leasts([chain(*cells) for cells in pieces], _LEAST_WHOLE)
        whole = next((each for each in wholes if sum(each) <= sum(start)), least)
        starts.append(_raised(start, [max(pair) for pair in zip(least, whole, strict=True)]))
    return min((_lowered(each, least, cost) for each in starts), key=cost)


def _lowered(
    start: Sequence[float], least: Sequence[float], cost: Callable[[Sequence[float]], float]
) -> list[float]:
    """Move room from column to column as long as that makes the table lower."""
    best, lowest = list(start), cost(start)
    for move in _MOVES:
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


def _leasts(columns: Sequence[Iterable[Piece]], longest: int) -> Iterator[list[int]]:
    """Give how wide each column should be at least: so that no word in it is broken, and then that few are."""
    broadest = [max([_LEAST, *(ceil(broad) for broad, *_ in column)]) for column in columns]
    for most in range(longest, _LEAST - 1, -1):
        yield [min(each, most) for each in broadest]


def _raised(start: Sequence[float], least: Sequence[float]) -> list[float]:
    """Give each column at least what it needs, from those that have more."""
    raised = [max(each, float(low)) for each, low in zip(start, least, strict=True)]
    spare = sum(raised) - sum(least)
    taken = min(1.0, (sum(raised) - sum(start)) / spare) if spare else 0.0
    return [each - taken * (each - low) for each, low in zip(raised, least, strict=True)]


def _pieces(text: str, *, bold: bool = False) -> tuple[Piece, ...]:
    """Part a text where a line may end; one behind the other."""
    return tuple(
        (broad, last, _broken(word, broad))
        for whole in _AMOUNT.sub("\u00a0", text).split(" ")
        for words in [_PIECE.findall(whole)]
        for word, last in zip(words, [False] * (len(words) - 1) + [True], strict=False)
        for broad in [breadth(word, bold=bold)]
    )


def _broken(word: str, broad: float) -> float:
    """Return what it costs, in lines, to break a word once."""
    if not any(map(str.isdigit, word)):
        return next(each for most, each in _BROKEN if broad <= most)
    return _BROKEN_AMOUNT if word[-1].isalpha() and "\u00a0" in word else _BROKEN_FIGURE


def _lines(pieces: Sequence[Piece], width: int) -> tuple[int, float]:
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
        left -= broad + (_SPACE if space else 0)
    return lines, cost
