"""Writes a PDF: the tree goes to the typesetter as data, and a template that never changes lays it out.

The typesetter refuses what would not be accessible (PDF/UA-1) or could not be read in twenty years (PDF/A-2a).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lgdkit.office.lines import all_joined
from lgdkit.office.paper import Paper, steps
from lgdkit.office.tree import (
    Block,
    Break,
    Code,
    Heading,
    Inline,
    Inlines,
    Link,
    Listed,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Styled,
    Table,
    Text,
    leads,
    plain,
)
from lgdkit.office.typesetter import compiled
from lgdkit.office.widths import long_words, parted_rows, stays_whole, to_sign, widths

TEMPLATE = "office/document.typ"
_ROOM, _ROOM_WIDE = 464, 739
"""Points between the margins, on a page that stands and on one that lies."""
_LETTER = 0.467
"""How broad a common letter is, as a part of its size."""
_SIZES = ((3, 9.5), (5, 9.0), (7, 8.5), (1000, 8.0))
"""Points: of the letters of a table, by how many columns it has."""
_SHORT = 300
"""Letters; a longer paragraph before a list is parted from it rather than to leave a page half empty."""
_LONG_WORD = 50
"""Letters; a word nearly as long may be hyphenated in a paragraph, too."""


def pdf(paper: Paper, templates: Mapping[str, bytes]) -> bytes:
    """Write a paper as PDF.

    Raises:
        NotInstalledError: the typesetter is not there.
        PictureError: a picture, the logo or a font cannot be used.
    """
    writer = _Writer(paper)
    data = json.dumps(writer.paper(), ensure_ascii=False).encode()
    files = {**writer.pictures, "main.typ": templates[TEMPLATE], "data.json": data}
    return compiled(files, paper.look.fonts)


class _Writer:
    """Turns a tree into what the template reads: texts as they are, all else as lists that begin with their kind."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._anchors = paper.document.anchors
        self._levels = steps(paper.document)
        self.pictures = {paper.look.logo_name: paper.look.logo} if paper.look.logo else {}
        """The pictures that were met, by the names that the template reads them by."""

    def paper(self) -> dict[str, Any]:
        """Return all that the template reads."""
        paper, document = self._paper, self._paper.document
        body = [
            self._heading(each, self._levels[index])
            if isinstance(each, Heading)
            else self._block(each, next(iter(document.body[index + 1 : index + 2]), None))
            for index, each in enumerate(document.body)
        ]
        return {
            "title": paper.title,
            "city": paper.city,
            "language": paper.languages[0],
            "labels": {
                "status": paper.labels.status,
                "version": f"{paper.labels.version} {paper.version}",
                "contents": paper.labels.contents,
                "page": paper.labels.page,
            },
            "colour": paper.look.colour,
            "logo": paper.look.logo_name if paper.look.logo else "",
            "letter": paper.letter,
            "wide": paper.wide,
            "contents": len([1 for level in self._levels.values() if level <= 2])
            if paper.with_contents
            else 0,
            "front": self._blocks(document.front),
            "body": body,
        }

    def _heading(self, heading: Heading, level: int) -> list[Any]:
        return ["heading", level, self._inlines(all_joined(heading.content)), heading.anchor]

    def _blocks(self, blocks: tuple[Block, ...]) -> list[Any]:
        return [self._block(each) for each in blocks]

    def _block(self, block: Block, after: Block | None = None) -> list[Any]:
        match block:
            case Heading():  # in a quote or a list it parts nothing
                return ["paragraph", [["strong", self._inlines(block.content)]], _long(block.content)]
            case Paragraph(content=(Picture() as picture,)) if picture.path in self._paper.pictures:
                return self._picture("figure", picture)
            case Paragraph():
                return [_kind(block, after), self._inlines(all_joined(block.content)), _long(block.content)]
            case Quote():
                return ["quote", self._blocks(block.blocks)]
            case Listing():
                entries = [self._blocks(each) for each in block.entries]
                return ["bullets", entries] if block.start is None else ["numbers", block.start, entries]
            case Table():
                return self._table(block, after)
            case Listed():
                return ["listed", block.text]
            case _:  # a rule
                return ["rule"]

    def _table(self, table: Table, after: Block | None) -> list[Any]:
        size = next(each for most, each in _SIZES if len(table.heads) <= most)
        letters = int((_ROOM_WIDE if self._paper.wide else _ROOM) / (size * _LETTER))
        languages = self._paper.languages_of(table)
        shares = widths(table, letters)
        return [
            "table",
            {
                "size": size,
                "widths": [round(each, 4) for each in shares],
                "aligns": list(table.aligns),
                "heads": [self._inlines(each) for each in table.heads],
                "rows": [[self._inlines(cell) for cell in row] for row in table.rows],
                "long": [
                    [_long_words(cell, share * letters) for cell, share in zip(row, shares, strict=True)]
                    for row in (table.heads, *table.rows)
                ],
                "languages": list(languages or [self._paper.languages[0]] * len(table.heads)),
                "whole": stays_whole(table, shares, letters),
                "whole-rows": not parted_rows(table),
                "sign": to_sign(table),
                "with-next": isinstance(after, Table) and to_sign(after),
            },
        ]

    def _inlines(self, content: Inlines) -> list[Any]:
        return [found for each in content for found in self._inline(each)]

    def _inline(self, inline: Inline) -> list[Any]:
        match inline:
            case Text():
                return [inline.text]
            case Code():
                return [["code", inline.text]]
            case Break():
                return [["break"]]
            case Styled():
                return [[inline.kind, self._inlines(inline.content)]]
            case Link():
                return self._link(inline)
            case Picture():
                known = inline.path in self._paper.pictures
                return [self._picture("picture", inline) if known else inline.alternative]
            case _:  # a note
                return [["note", self._blocks(inline.blocks)]]

    def _picture(self, kind: str, picture: Picture) -> list[Any]:
        self.pictures[picture.path] = self._paper.pictures[picture.path]
        return [kind, picture.path, picture.alternative or self._paper.title]

    def _link(self, link: Link) -> list[Any]:
        content = self._inlines(link.content)
        if not plain(link.content).strip():
            return content
        if not link.target.startswith("#"):
            return [["link", link.target, content]]
        return [["to", link.target[1:], content]] if link.target[1:] in self._anchors else content


def _kind(paragraph: Paragraph, after: Block | None) -> str:
    """Say whether a paragraph stays on the page of the table, or of the first entry of the list, that it leads to."""
    if isinstance(after, Listing) and paragraph.alone is None and len(plain(paragraph.content)) < _SHORT:
        return "opening"
    return "lead" if leads(paragraph, after) else "paragraph"


def _long(content: Inlines) -> bool:
    return bool(long_words(content, _LONG_WORD))


def _long_words(cell: Inlines, room: float) -> list[str]:
    """Return the words of a cell that may have to be broken; "" for all, where one has several styles."""
    words = long_words(cell, room)
    whole = list(_texts(cell))
    return words if all(any(each in text for text in whole) for each in words) else [""]


def _texts(content: Inlines) -> Iterator[str]:
    """Give the texts that have one style each."""
    for each in content:
        match each:
            case Text() | Code():
                yield each.text
            case Styled() | Link():
                yield from _texts(each.content)
            case _:
                pass
