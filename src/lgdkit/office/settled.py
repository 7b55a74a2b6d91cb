"""Moves room between the columns of a table until it is as low as it can be, with as few words broken as can be."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import permutations
from math import ceil

_PIECE = re.compile(r"[^ \n\t/–-]+[/–-]*|[/–-]+")
_BROKEN = ((10, 3.0), (14, 2.5), (1000, 2.0))
"""What a broken word costs, in lines, by its length: the longer it is, the less a hyphen in it is felt."""
_BROKEN_FIGURE = 4.0
"""A figure is not hyphenated, so it would stand over the edge."""
_BOLD = 1.3
"""The letters of heads are so much wider."""
_LEAST, _LEAST_HEAD = 6, 12
"""Letters; no column is narrower, and none is narrower than a word of its head up to that length, if there is room."""
_MOVES = (8, 3, 1)


def settled(columns: Sequence[Sequence[str]], start: Sequence[float]) -> list[float]:
    """Return how many letters each column gets, so that the rows together have the fewest lines.

    Args:
        columns: the texts of each column, its head first.
        start: how many letters each column has; together they stay as many, unless one has too few.
    """
    pieces = [[_pieces(head, _BOLD), *map(_pieces, cells)] for head, *cells in columns]
    least = next(
        each
        for each in _leasts([head for head, *_ in pieces])
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

    best = _raised(start, least)
    lowest = cost(best)
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


def _leasts(heads: Sequence[Sequence[tuple[int, bool, bool]]]) -> list[list[int]]:
    """Give how wide each column should be at least: so that no word of its head is broken, and then that few are."""
    return [
        [max([_LEAST, *(min(length, most) for length, *_ in head)]) for head in heads]
        for most in range(_LEAST_HEAD, _LEAST - 1, -1)
    ]


def _raised(start: Sequence[float], least: Sequence[float]) -> list[float]:
    """Give each column at least what it needs, from those that have more."""
    raised = [max(each, float(low)) for each, low in zip(start, least, strict=True)]
    spare = sum(raised) - sum(least)
    taken = min(1.0, (sum(raised) - sum(start)) / spare) if spare else 0.0
    return [each - taken * (each - low) for each, low in zip(raised, least, strict=True)]


def _pieces(text: str, wider: float = 1) -> tuple[tuple[int, bool, bool], ...]:
    """Part a text where a line may end; of each piece: its length, whether a space is behind it, a figure in it."""
    return tuple(
        (ceil(len(word) * wider), last, any(map(str.isdigit, word)))
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
