"""Signs in the bytes of a text that decide how it is read, for the quick look and the thorough one."""

import re

MAX_DIGITS = 15
"""A number of more digits stays a text: no float holds it, and no city means it."""
CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
"""What no parser takes."""
MAY_HIDE = (b"\xc2", b"\xe2", b"\xef")
"""First bytes, in UTF-8, of the characters that nobody sees."""
_INDENT = 60
_DEEP = re.compile(rb"\n[ \t?:-]{%d}" % _INDENT)


_FEW = 100
"""So many marks of lists may stand in one line, and lie in each other without harm."""
_SHORT = 32 * 1024
"""A text of so many bytes has no room for more than 256 lines of which each begins further in."""


def indented_deeply(text: bytes) -> bool:
    """Say whether a line begins with so much space and so many marks of lists that no record is nested so."""
    return _DEEP.search(text) is not None or not text[:_INDENT].strip(b" \t?:-")


def may_be_deep(text: bytes) -> bool:
    """Say whether lines without tabs and question marks lie so deep in each other that a parser has no room.

    Of most texts two quick looks tell that they do not; `indented_deeply` looks at each line.
    """
    return (len(text) > _SHORT or text.count(b"-") > _FEW) and indented_deeply(text)
