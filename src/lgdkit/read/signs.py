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


def indented_deeply(text: bytes) -> bool:
    """Say whether a line begins with so much space and so many marks of lists that no record is nested so."""
    return _DEEP.search(text) is not None or not text[:_INDENT].strip(b" \t?:-")
