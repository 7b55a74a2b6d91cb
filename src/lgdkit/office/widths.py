"""How wide the columns of a table are: what is in them decides, and no word is broken that need not be."""

import re
from collections.abc import Container, Sequence
from math import ceil

from lgdkit.office.breadth import breadth
from lgdkit.office.settled import SERIF, Setting, settled
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
_WHOLE_ROWS, _LONG_ROW, _WHOLE_LINES = 10, 900, 30
"""Up to so many rows, letters in a row, and lines with the room between rows a table is not parted: half a page."""


def widths(table: Table, letters: int, setting: Setting = SERIF) -> list[float]:
    """Return the share of each column in the width of the table; together they are 1.

    Args:
        table: the table.
        letters: how many letters a line over the whole width holds.
        setting: how the words are set.
    """
    columns = list(zip(table.heads, *table.rows, strict=True))
    least = [
        setting.room
        + max(
            _least(head, _LONGEST_HEAD, setting, bold=True),
            *(_least(each, _LONGEST, setting) for each in cells),
            0,
        )
        for head, *cells in columns
    ]
    wish = [
        setting.room + max(_wish(cells, setting), longest)
        for cells, longest in zip(columns, least, strict=True)
    ]
    if sum(wish) <= letters:
        # two columns are mostly a question and its answer: the answer gets what is left
        spare = [1.0, 3.0] if len(wish) == 2 else wish
        found = [
            each + (letters - sum(wish)) * part / sum(spare) for each, part in zip(wish, spare, strict=True)
        ]
        if setting.always:
            found = _settled(table, found, setting)
    else:
        found = _settled(table, _shared(least, wish, letters), setting)
    return [each / sum(found) for each in found]


def _shared(least: Sequence[float], wish: Sequence[float], letters: int) -> list[float]:
    """Share a width that does not hold everything on one line."""
    more = [each - longest for each, longest in zip(wish, least, strict=True)]
    room = max(letters - sum(least), _SHARE * sum(more))
    found = [longest + room * each / (sum(more) or 1) for longest, each in zip(least, more, strict=True)]
    scale = letters / sum(found)
    return [each * scale for each in found]


def _settled(table: Table, start: Sequence[float], setting: Setting) -> list[float]:
    texts = [[plain(cell) for cell in cells] for cells in zip(table.heads, *table.rows, strict=True)]
    return [each + setting.room for each in settled(texts, [each - setting.room for each in start], setting)]


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


def stays_whole(table: Table, shares: Sequence[float], letters: int, setting: Setting = SERIF) -> bool:
    """Say whether no page may part a table: a short one, or one that is signed.

    A higher one would leave the page before it half empty.

    Args:
        table: the table.
        shares: the shares of its columns in its width.
        letters: how many letters a line over the whole width holds.
        setting: how the words are set.
    """
    if len(table.rows) > _WHOLE_ROWS or parted_rows(table):
        return False
    rooms = [max(1.0, share * letters - setting.room) for share in shares]
    high = sum(
        1
        + max(ceil(setting.breadth(plain(cell), False) / room) for cell, room in zip(row, rooms, strict=True))
        for row in table.rows
    )
    return high <= _WHOLE_LINES or to_sign(table)


def kept_rows(
    table: Table, shares: Sequence[float], letters: int, setting: Setting = SERIF, *, with_next: bool = False
) -> Container[int]:
    """Return the numbers of the rows that no page parts from the next one.

    They are all of a table that stays whole; of a longer one the last but one, so that the last is not alone on a page.

    Args:
        table: the table.
        shares: the shares of its columns in its width.
        letters: how many letters a line over the whole width holds.
        setting: how the words are set.
        with_next: whether a table that stays whole is held together with what follows it.
    """
    last = len(table.rows) - 1
    if stays_whole(table, shares, letters, setting):
        return range(last + with_next)
    return () if parted_rows(table) else (last - 1,)


def parted_rows(table: Table) -> bool:
    """Say whether a row of it is so long that a page may part it."""
    return letters_of(table) >= _LONG_ROW


def to_sign(table: Table) -> bool:
    """Say whether a table is filled in by hand, with a pen: a row of it ends in an empty cell and wants room.

    In every other table, a dash stands where there is nothing.
    """
    return any(len(row) > 1 and not plain(row[-1]).strip() for row in table.rows)


def _least(cell: Inlines, longest: int, setting: Setting, *, bold: bool = False) -> float:
    return min(longest, max((setting.breadth(each, bold) for each in _WORD.findall(plain(cell))), default=0))


def _wish(cells: tuple[Inlines, ...], setting: Setting) -> float:
    """Return how wide a column wants to be: wide for much text, but no cell alone decides it."""
    lengths = sorted(min(_MUCH, setting.breadth(plain(cell), False)) for cell in cells)
    return float(max(lengths[-1] ** 0.8, sum(lengths) / len(lengths)))
