"""Moves room between the columns of a table until it is as low as it can be, with as few words broken as can be."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import permutations

_PIECE = re.compile(r"[^ \n\t/–-]+[/–-]*|[/–-]+")
_BROKEN = ((10, 1.5), (14, 0.8), (1000, 0.3))
"""What a broken word costs, in lines, by its length: the longer it is, the less a hyphen in it is felt."""
_BROKEN_FIGURE = 4.0
"""A figure is not hyphenated, so it would stand over the edge."""
_HEAD = 2
"""A broken word of a head, which stands above all rows, costs so much more."""
_LEAST = 6
"""Letters; no column is narrower, whatever is in it."""
_MOVES = (8, 3, 1)
_ROUNDS = 12


def settled(columns: Sequence[Sequence[str]], start: Sequence[float]) -> list[float]:
    """Return how many letters each column gets, so that the rows together have the fewest lines.

    Args:
        columns: the texts of each column, its head first.
        start: how many letters each column has; together they stay as many, unless one has too few.
    """
    pieces = [[_pieces(cell) for cell in cells] for cells in columns]

    @cache
    def column(number: int, width: int) -> tuple[tuple[int, ...], float]:
        """Return how many lines each cell has at this width, and what its broken words cost."""
        found = [_lines(cell, width) for cell in pieces[number]]
        heads = (_HEAD - 1) * found[0][1]
        return tuple(lines for lines, _ in found), heads + sum(cost for _, cost in found)

    def cost(widths: Sequence[float]) -> float:
        found = [column(number, int(width)) for number, width in enumerate(widths)]
        rows = zip(*(lines for lines, _ in found), strict=True)
        return float(sum(max(row) for row in rows)) + sum(each for _, each in found)

    best = [max(each, float(_LEAST)) for each in start]
    lowest = cost(best)
    for move in _MOVES:
        for _ in range(_ROUNDS):
            before = lowest
            for giver, taker in permutations(range(len(best)), 2):
                if best[giver] - move < _LEAST:
                    continue
                tried = list(best)
                tried[giver] -= move
                tried[taker] += move
                found = cost(tried)
                if found < lowest:
                    best, lowest = tried, found
            if lowest == before:
                break
    return best


def _pieces(text: str) -> tuple[tuple[int, bool, bool], ...]:
    """Part a text where a line may end; of each piece: its length, whether a space is behind it, a figure in it."""
    return tuple(
        (len(word), last, any(map(str.isdigit, word)))
        for whole in text.split(" ")
        for words in [_PIECE.findall(whole)]
        for word, last in zip(words, [False] * (len(words) - 1) + [True], strict=False)
    )


def _lines(pieces: Sequence[tuple[int, bool, bool]], width: int) -> tuple[int, float]:
    """Return how many lines a cell of this width has, and what its broken words cost."""
    lines, left, cost = 1, width, 0.0
    for length, space, figure in pieces:
        if length > left:
            if length > width:  # it begins on this line, and goes on over the next ones
                cost += _BROKEN_FIGURE if figure else next(each for most, each in _BROKEN if length <= most)
                more = -(-(length - left) // (width - 1))
                lines += more
                left += more * (width - 1)
            else:
                lines += 1
                left = width
        left -= length + space
    return lines, cost
