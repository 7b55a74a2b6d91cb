"""A document as a tree of plain values: what is in a draft, and nothing of how it looks.

A text in it is the text that a reader sees, with nothing escaped in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words that are shown as they are, in letters of one width."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Words that stand out."""

    kind: Literal["strong", "emphasis", "struck"]
    content: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a web address, a mail address or a heading."""

    target: str
    """Begins with https:, http:, mailto: or #."""
    content: Inlines


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands beside the draft."""

    path: str
    """From the folder of the drafts, as in `pictures/timeline.en.svg`."""
    alternative: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, at the place that it belongs to."""

    blocks: Blocks


Inline = Text | Code | Break | Styled | Link | Picture | Note
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; those of level 2 are the parts of the document."""

    level: int
    content: Inlines
    anchor: str = ""
    """Tells it from every other heading of the document."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inlines

    @property
    def alone(self) -> Picture | None:
        """The picture that it is, where it has nothing else in it."""
        only = self.content[0] if len(self.content) == 1 else None
        return only if isinstance(only, Picture) else None


@dataclass(frozen=True, slots=True)
class Quote:
    """A remark that is set off."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the number of its first entry, None where it has bullets."""

    entries: tuple[Blocks, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of heads."""

    heads: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[Align, ...] = field(default=())

    @property
    def blanks(self) -> int:
        """How many cells wait to be filled in by hand."""
        return sum(not plain(cell).strip() for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Listed:
    """Lines that are shown as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


Block = Heading | Paragraph | Quote | Listing | Table | Listed | Rule
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A draft: its title, what stands before its first part, and its parts."""

    title: str
    front: Blocks
    body: Blocks

    @property
    def anchors(self) -> frozenset[str]:
        """The headings that a link may lead to."""
        return frozenset(each.anchor for each in self.headings)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of its parts, in their order; those inside of quotes and lists are not among them."""
        return tuple(each for each in self.body if isinstance(each, Heading))


def plain(content: Inlines) -> str:
    """Return inlines as a reader hears them, without any form."""
    parts = []
    for each in content:
        match each:
            case Text() | Code():
                parts.append(each.text)
            case Break():
                parts.append(" ")
            case Styled() | Link():
                parts.append(plain(each.content))
            case Picture():
                parts.append(each.alternative)
            case _:  # a note is no part of the words around it
                pass
    return "".join(parts)


_SHORT = 400
"""Letters of a paragraph that stays with the table after it, whatever it ends with: as who may sign does."""


def leads(block: Block, after: Block | None) -> bool:
    """Say whether a paragraph announces what stands after it, so that no page may part the two."""
    if not isinstance(block, Paragraph) or block.alone:
        return False
    words = plain(block.content).rstrip()
    if isinstance(after, Table):
        return words.endswith(":") or len(words) < _SHORT
    return isinstance(after, Listing) and words.endswith(":")
