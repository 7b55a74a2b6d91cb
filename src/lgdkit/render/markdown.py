"""Text from data as Markdown that means nothing but itself, and the forms that templates build from it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lgdkit.render.plain import HIDDEN

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[\\`*_\[\]<>|~${]")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_LINK = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_CLOSING = re.compile(r"(?<= )#")
"""Signs that would end a heading and vanish."""
_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+#=:])")
_DIGITS = re.compile(r"[0-9]{1,9}")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4}[.!?…])[”\"')»“]?\s+(?=[\"'„“»(]?[^\W\d_a-zäöåüß])")
_HIDDEN = re.compile(f"[{HIDDEN}\u200b]")
_NOTHING = "\ufffd"
_NUMBERED = re.compile(r"\d{1,9}\. ")
_CONTINUED = re.compile(r" +[^ -]")


@lru_cache(maxsize=1 << 14)
def escaped(text: str) -> str:
    """Return text as one line of Markdown in which no sign has a meaning, wherever in a line it is put."""
    # white space first: a line separator is hidden, too, and must not join the words on its two sides
    line = _SPACE.sub(" ", _HIDDEN.sub("", _SPACE.sub(" ", text))).strip()
    line = _SIGNS.sub(lambda match: f"\\{match[0]}", line)
    line = _ENTITY.sub("&amp;", line)
    line = _LINK.sub(lambda match: f"\\{match[0]}", line)
    line = _CLOSING.sub(r"\\#", line)
    # a text of hidden signs alone would leave bold and headings empty, and they then mean something else
    return _guarded(line) or (_NOTHING if text else "")


def address(url: str) -> str:
    """Return a web address as a link; what may not stand in one is written by its number."""
    plain = re.sub(rf"[\s<>|\\`\"'{HIDDEN}\u200b]", _numbered, url)
    return f"<{plain}>"


def _numbered(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _guarded(line: str) -> str:
    """Escape what would begin a list, a heading or a rule at the start of a line."""
    if _DIGITS.fullmatch(line):
        # a template may set a full stop behind it
        return f"{line[:-1]}&#{ord(line[-1])};"
    match = _START.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    return f"{match[1]}\\{match[2]}{rest}" if match[1] else f"\\{match[3]}{rest}"


def sentences(text: str) -> str:
    """Put each sentence on a line of its own, so that a change of one is a change of one line.

    A full stop ends a sentence after a word of four letters or more and before a capital: what is missed
    stays on one line, which looks the same to the reader.
    """
    parts = []
    position = 0
    for match in _SENTENCE_END.finditer(text):
        parts.append(text[position : match.end()].rstrip())
        position = match.end()
    parts.append(text[position:])
    return "\n".join(parts)


def ended(text: str) -> str:
    """Return a text as a sentence, with one full stop at its end, or before the mark that names its language."""
    said = text.rsplit(" (", 1)[0] if text.endswith(")") else text
    return text if said[-1:] in ".!?…" else f"{text}."


def head(heads: Sequence[str], right: Sequence[int] = ()) -> str:
    """Begin a table; the columns numbered in `right`, from 1, are set to the right."""
    rule = ["---:" if number in right else "---" for number in range(1, len(heads) + 1)]
    return f"{row(heads)}\n{row(rule)}"


def row(cells: Sequence[object]) -> str:
    """Write a row of a table; cells hold Markdown already, and line breaks in them become spaces."""
    return "| " + " | ".join(str(cell).replace("\n", " ").strip() or " " for cell in cells) + " |"


def tidy(text: str) -> str:
    """Set the blank lines as Markdown wants them, whatever the templates left.

    There is one around headings, lists, quotes and tables.
    What goes on in a numbered entry is set below the first letter of its text.
    """
    found: list[str] = []
    indent = 0
    before = form_before = ""
    for line in map(str.rstrip, text.splitlines()):
        if not line:
            if before and form_before != "list":
                found.append("")
                before = ""
            continue
        numbered = _NUMBERED.match(line) if line[0].isdigit() else None
        if numbered:
            indent = numbered.end()
        elif indent and _CONTINUED.match(line):
            line = " " * indent + line.lstrip()
        else:
            indent = 0
        form = _form(line)
        if before and form != form_before:
            found.append("")
        found.append(line)
        before, form_before = line, form
    return "\n".join(found).strip("\n") + "\n"


def _form(line: str) -> str:
    """Say what block a line belongs to; text from the data never begins like any but a paragraph."""
    if line.startswith("#"):
        return f"heading {line}"
    first = line[0]
    if first in "|>":
        return first
    if line.startswith(("- ", "  ")) or (first.isdigit() and _NUMBERED.match(line)):
        return "list"
    return "text"
