"""How wide the columns of a table are: what is in them decides, and no word is broken that need not be."""

import re
from collections.abc import Sequence
from math import ceil

from lgdkit.office.breadth import breadth
from lgdkit.office.settled import settled
from lgdkit.office.tree import Inlines, Table, plain

_WORD = re.compile(r"[^\s/–-]+[/–-]?")
_UNBROKEN = re.compile(r"[^ \n\t/–-]+[/–-]*")
"""What a line may not part without a hyphen."""
_NEARLY = 0.75
"""A city's own letters may be broader than ours."""
_LONGEST, _LONGEST_HEAD = 14, 11
"""Letters; a longer word in a cell or in a head is hyphenated."""
_MUCH = 400
"""Letters; a cell with more does not widen its column any further."""
_SHARE = 0.3
"""How much of what a column wants it gets where not even all words fit: a long text then is no tower of words."""
_ROOM = 2.6
"""Letters that the space between two columns takes."""
_WHOLE_ROWS, _LONG_ROW, _WHOLE_LINES = 10, 900, 30
"""Up to so many rows, letters in a row, and lines with the room between rows a table is not parted: half a page."""


def widths(table: Table, letters: int) -> list[float]:
    """Return the share of each column in the width of the table; together they are 1.

    Args:
        table: the table.
        letters: how many letters a line over the whole width holds.
    """
    columns = list(zip(table.heads, *table.rows, strict=True))
    least = [
        _ROOM + max(_least(head, _LONGEST_HEAD, bold=True), *(_least(each, _LONGEST) for each in cells), 0)
        for head, *cells in columns
    ]
    wish = [_ROOM + max(_wish(cells), longest) for cells, longest in zip(columns, least, strict=True)]
    if sum(wish) <= letters:
        # two columns are mostly a question and its answer: the answer gets what is left
        spare = [1.0, 3.0] if len(wish) == 2 else wish
        found = [
            each + (letters - sum(wish)) * part / sum(spare) for each, part in zip(wish, spare, strict=True)
        ]
    else:
        found = _settled(table, least, wish, letters)
    return [each / sum(found) for each in found]


def _settled(table: Table, least: Sequence[float], wish: Sequence[float], letters: int) -> list[float]:
    """Share a width that does not hold everything on one line."""
    more = [each - longest for each, longest in zip(wish, least, strict=True)]
    room = max(letters - sum(least), _SHARE * sum(more))
    found = [longest + room * each / (sum(more) or 1) for longest, each in zip(least, more, strict=True)]
    scale = letters / sum(found)
    texts = [[plain(cell) for cell in cells] for cells in zip(table.heads, *table.rows, strict=True)]
    return [each + _ROOM for each in settled(texts, [each * scale - _ROOM for each in found])]


def long_words(cell: Inlines, room: float) -> list[str]:
    """Return the words of a cell that are broader than its column, or nearly so.

    Args:
        cell: what is in it.
        room: how many letters a line in it holds.
    """
    found = _UNBROKEN.findall(plain(cell))
    return sorted({each for each in found if breadth(each, bold=True) > _NEARLY * room})


def letters_of(table: Table) -> int:
    """Return how many letters there are in the fullest row."""
    return max((sum(len(plain(cell)) for cell in row) for row in table.rows), default=0)


def stays_whole(table: Table, shares: Sequence[float], letters: int) -> bool:
    """Say whether no page may part a table: a short one, or one that is signed.

    A higher one would leave the page before it half empty.

    Args:
        table: the table.
        shares: the shares of its columns in its width.
        letters: how many letters a line over the whole width holds.
    """
    if len(table.rows) > _WHOLE_ROWS or parted_rows(table):
        return False
    rooms = [max(1.0, share * letters - _ROOM) for share in shares]
    high = sum(
        1 + max(ceil(breadth(plain(cell)) / room) for cell, room in zip(row, rooms, strict=True))
        for row in table.rows
    )
    return high <= _WHOLE_LINES or to_sign(table)


def parted_rows(table: Table) -> bool:
    """Say whether a row of it is so long that a page may part it."""
    return letters_of(table) >= _LONG_ROW


def to_sign(table: Table) -> bool:
    """Say whether a table is filled in by hand, with a pen: a row of it ends in an empty cell and wants room.

    In every other table, a dash stands where there is nothing.
    """
    return any(len(row) > 1 and not plain(row[-1]).strip() for row in table.rows)


def _least(cell: Inlines, longest: int, *, bold: bool = False) -> float:
    return min(longest, max((breadth(each, bold=bold) for each in _WORD.findall(plain(cell))), default=0))


def _wish(cells: tuple[Inlines, ...]) -> float:
    """Return how wide a column wants to be: wide for much text, but no cell alone decides it."""
    lengths = sorted(min(_MUCH, breadth(plain(cell))) for cell in cells)
    return float(max(lengths[-1] ** 0.8, sum(lengths) / len(lengths)))
