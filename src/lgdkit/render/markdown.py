"""Text from data as Markdown that means nothing but itself, and the few forms that templates build from it."""

import re
from collections.abc import Sequence

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$]")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_LINK = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+#=:])", re.M)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4}[.!?…])[”\"')»“]?\s+(?=[\"'„“»(]?[^\W\d_a-zäöåüß])")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def escaped(text: str) -> str:
    """Return text as one line of Markdown in which no sign has a meaning, wherever in a line it is put."""
    line = _SPACE.sub(" ", _HIDDEN.sub("", text)).strip()
    line = _SIGNS.sub(lambda match: f"\\{match[0]}", line)
    line = _ENTITY.sub("&amp;", line)
    line = _LINK.sub(lambda match: f"\\{match[0]}", line)
    return _guarded(line)


def _guarded(line: str) -> str:
    """Escape what would begin a list, a heading or a rule at the start of a line."""
    return _START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", line)


def sentences(text: str) -> str:
    """Put each sentence on a line of its own, so that a change of one is a change of one line.

    A full stop ends a sentence after a word of four letters or more and before a capital: what is missed stays on
    one line, which looks the same to the reader.
    """
    parts = []
    position = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end() - len(match[0].lstrip("”\"')»“"))
        parts.append(text[position:end])
        position = match.end()
    parts.append(text[position:])
    return "\n".join(_guarded(part) for part in parts)


def head(heads: Sequence[str], right: Sequence[int] = ()) -> str:
    """Begin a table; the columns numbered in `right`, from 1, are set to the right."""
    rule = ["---:" if number in right else "---" for number in range(1, len(heads) + 1)]
    return f"{row(heads)}\n{row(rule)}"


def row(cells: Sequence[object]) -> str:
    """Write a row of a table; cells hold Markdown already, and line breaks in them become spaces."""
    return "| " + " | ".join(str(cell).replace("\n", " ").strip() or " " for cell in cells) + " |"


def tidy(text: str) -> str:
    """Set the blank lines as Markdown wants them, whatever the templates left: one around headings, lists and tables."""
    found: list[str] = []
    for line in (each.rstrip() for each in text.splitlines()):
        before = found[-1] if found else ""
        if line and before and _form(line) != _form(before):
            found.append("")
        if line or (before and _form(before) != "list"):
            found.append(line)
    return "\n".join(found).strip("\n") + "\n"


def _form(line: str) -> str:
    """Say what block a line belongs to; text from the data never begins like any but a paragraph."""
    if line.startswith("#"):
        return f"heading {line}"
    if line.startswith(("- ", "  ")) or re.match(r"\d+\. ", line):
        return "list"
    return line[0] if line[0] in "|>" else "text"
