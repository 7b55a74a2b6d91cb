"""A draft as the pieces that a person edits: headings, paragraphs, entries of lists and rows of tables, in their order.

Pieces of a draft in Markdown know the lines that they stand on, so that a change of one can be written back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from lgdkit.office.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["heading", "paragraph", "entry", "row", "other"]

_SPACE = re.compile(r"\s+")
_PIPE = re.compile(r"(?<!\\)\|")
"""A sign that parts cells; the parser gives cells without the sign that makes it a letter."""
_BREAKS = frozenset({"softbreak", "hardbreak"})


@dataclass(frozen=True, slots=True)
class Source:
    """A line of a draft, or a cell of it, with the text that a reader sees of it."""

    line: int
    """The number of the line, from 0."""
    written: str
    """What is written there, as Markdown, without what makes it a heading, an entry or a cell."""
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document."""

    kind: Kind
    cells: tuple[str, ...]
    """The text that a reader sees: of each cell in a row, else of the whole piece."""
    level: int = 0
    """Of a heading: from 1."""
    ordered: bool = False
    """Whether it is an entry of a numbered list."""
    head: bool = False
    """Whether it is the row of heads of a table."""
    lines: tuple[Source, ...] = ()
    """Where a draft in Markdown has it: its lines, or in a row its cells."""
    start: int = 0
    end: int = 0
    """The first of its lines, from 0, and the one behind its last."""

    @property
    def text(self) -> str:
        """What is compared: two pieces that say the same are the same piece."""
        return " | ".join(self.cells)


def folded(text: str) -> str:
    """Return a text with single spaces: how lines and spaces are set is no edit."""
    return _SPACE.sub(" ", text).strip()


def pieces(markdown: str) -> list[Piece]:
    """Cut a draft in Markdown into its pieces."""
    found: list[Piece] = []
    kinds: list[tuple[Kind, bool]] = []
    row: list[Token] | None = None
    level = start = end = 0
    for token in parser().parse(markdown, {}):
        match token.type:
            case "list_item_open":
                kinds.append(("entry", token.info != ""))
            case "list_item_close":
                kinds.pop()
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "tr_open":
                row = []
                start, end = token.map or (0, 0)
            case "tr_close":
                found.append(_row(row or [], start, end))
                row = None
            case "thead_close":  # the line below the heads belongs to them
                found[-1] = replace(found[-1], head=True, end=found[-1].end + 1)
            case "inline" if row is not None:
                row.append(token)
            case "inline":
                kind, ordered = kinds[-1] if kinds else ("paragraph", False)
                if kinds:
                    kinds[-1] = ("paragraph", ordered)  # only its first paragraph begins an entry
                found.append(_lines(token, "heading" if level else kind, level, ordered=ordered))
            case "fence" | "code_block":
                start, end = token.map or (0, 0)
                found.append(Piece("other", (folded(token.content),), start=start, end=end))
    return found


def _lines(token: Token, kind: Kind, level: int, *, ordered: bool) -> Piece:
    start, end = token.map or (0, 0)
    written = token.content.split("\n")
    shown = list(_shown(token.children or ()))
    shown += [""] * (len(written) - len(shown))
    lines = tuple(
        Source(start + number, text, folded(said))
        for number, (text, said) in enumerate(zip(written, shown, strict=False))
    )
    text = folded(" ".join(each.text for each in lines))
    return Piece(kind, (text,), level, ordered, False, lines, start, end)


def _row(cells: Sequence[Token], start: int, end: int) -> Piece:
    lines = tuple(
        Source(start, _PIPE.sub(r"\|", each.content), folded(" ".join(_shown(each.children or ()))))
        for each in cells
    )
    return Piece("row", tuple(each.text for each in lines), lines=lines, start=start, end=end)


def _shown(children: Sequence[Token]) -> Iterator[str]:
    """Give the text that a reader sees, line by line."""
    line = ""
    for each in children:
        if each.type in _BREAKS:
            yield line
            line = ""
        else:
            line += each.content
    yield line
