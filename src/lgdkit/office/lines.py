"""Where no line should end: in figures and dates, before units and dashes, and at some hyphens."""

import re
from dataclasses import replace

from lgdkit.office.tree import Inline, Inlines, Link, Styled, Text

_PLACES = (
    r"(?<=\d )(?=(?:[^\W\d_]{1,3}|\d{3}|[%€£$])(?!\w))",  # in a figure, before its unit or a short word
    r"(?<=\b[A-Z]{3} )(?=\d)",  # behind a currency
    r"(?<=\d )(?=\(\d{4}\))",  # before the year of a value
    r"(?:(?<=\b\d )|(?<=\b\d\d ))(?=[^\W\d_]{3,10} \d{4}\b)",  # behind the day of a date
    r"(?:(?<=; \d )|(?<=; \d\d ))(?=\w)",  # behind the number of a goal
    r"(?:(?<=§ )|(?<=\(EU\) ))(?=\d)",  # in the number of a law
    r"(?:(?<=\bper )|(?<=\bpro ))(?=\w)",  # in a rate
    r"(?<=\S )(?=[–·] )",  # before a dash or a dot that parts
)
"""Seen from behind a space."""
_JOINED = re.compile(f" (?:{'|'.join(_PLACES)})")
_WHOLE = re.compile(r"(?<= )-\w[^\s/–-]{1,19}(?!\S)|(?<![\w&-])[A-Z]{1,3}-\d[\w.]{0,9}")
"""What no line parts at its hyphen: a code, and a word that begins with one, as in Finnish behind two words."""


def joined(text: str) -> str:
    """Return a text with a space that no line parts wherever a line should not end.

    A browser, or Word, ends lines at any space, and so tears a figure from its unit or begins a line with a dash.
    """
    return _JOINED.sub("\xa0", text)


def all_joined(content: Inlines) -> Inlines:
    """Return inlines whose texts are joined."""
    return tuple(map(_joined, content))


def _joined(inline: Inline) -> Inline:
    match inline:
        case Text():
            return Text(joined(inline.text))
        case Styled() | Link():
            return replace(inline, content=all_joined(inline.content))
        case _:
            return inline


def unparted(text: str, marked: str) -> str:
    """Return a text in which what no line may part at its hyphen is marked.

    Args:
        text: the text, as markup or as it is.
        marked: how it is marked, with `{}` in the place of the word.
    """
    return text if "-" not in text else _WHOLE.sub(lambda found: marked.format(found[0]), text)
