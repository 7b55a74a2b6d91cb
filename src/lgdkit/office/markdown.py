"""Reads a draft: Markdown as it stands on a forge (CommonMark with tables, strikethrough and footnotes) into a tree.

What comes from a stranger's draft can do no more than the draft of lgdkit: HTML and code for other programs are words,
a link leads to the web or to a heading, and a picture is one of the pictures that stand beside the drafts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lgdkit.office.tree import (
    Align,
    Block,
    Blocks,
    Break,
    Code,
    Document,
    Heading,
    Inline,
    Inlines,
    Link,
    Listed,
    Listing,
    Note,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
    plain,
)
from lgdkit.render.plain import HIDDEN

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

PICTURE = re.compile(r"(?:\.\./)?(pictures/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.svg)")
"""The pictures that a draft may show, as it names them; the first group is the path from the folder of the drafts."""
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20]+|#[\w-]+", re.IGNORECASE)
_NESTED = 60
_UNSEEN = re.compile(f"(?![\\t\\n])[{HIDDEN}\u200b]")
_NO_SLUG = re.compile(r"[^\w\- ]")


def read(text: str) -> Document:
    """Read a draft in Markdown."""
    from markdown_it.tree import SyntaxTreeNode

    environment: dict[str, object] = {}
    root = SyntaxTreeNode(parser().parse(text, environment))
    blocks = [each for each in root.children if each.type != "footnote_block"]
    notes = {
        each.meta["id"]: each
        for block in root.children
        if block.type == "footnote_block"
        for each in block.children
    }
    return _document(_Reader(notes).blocks(blocks))


def _document(blocks: Blocks) -> Document:
    """Part a document at its first part; the first heading of the first level is its title."""
    at = next(
        (number for number, each in enumerate(blocks) if isinstance(each, Heading) and each.level == 1), None
    )
    title = ""
    if at is not None:
        first = blocks[at]
        title = plain(first.content).strip() if isinstance(first, Heading) else ""
        blocks = blocks[:at] + blocks[at + 1 :]
    begin = next((number for number, each in enumerate(blocks) if isinstance(each, Heading)), len(blocks))
    return Document(title, blocks[:begin], blocks[begin:])


class _Reader:
    """Turns the parser's nodes into a tree; every heading gets an anchor of its own."""

    def __init__(self, notes: dict[int, SyntaxTreeNode]) -> None:
        self._notes = notes
        self._open: set[int] = set()
        self._anchors: dict[str, int] = {}

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Blocks:
        """Read blocks that follow one another."""
        return tuple(found for each in nodes for found in self._block(each))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                content = self._inside(node)
                yield Heading(int(node.tag[1]), content, self._anchor(plain(content)))
            case "paragraph":
                yield Paragraph(self._inside(node))
            case "blockquote":
                yield Quote(self.blocks(node.children))
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                yield Listing(tuple(self.blocks(each.children) for each in node.children), start)
            case "table":
                yield self._table(node)
            case "fence" | "code_block":
                yield Listed(_seen(node.content.rstrip("\n")))
            case _:  # hr
                yield Rule()

    def _anchor(self, title: str) -> str:
        """Name a heading as a forge does, so that links to it lead there too."""
        name = _NO_SLUG.sub("", title.strip().lower()).replace(" ", "-")
        count = self._anchors[name] = self._anchors.get(name, -1) + 1
        return f"{name}-{count}" if count else name

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self._inside(cell) for cell in row.children) for row in rows]
        aligns = tuple(_align(str(cell.attrs.get("style", ""))) for cell in rows[0].children)
        return Table(cells[0], tuple(cells[1:]), aligns)

    def _inside(self, node: SyntaxTreeNode) -> Inlines:
        return tuple(found for each in node.children for found in self._inlines(each.children))

    def _inlines(self, nodes: list[SyntaxTreeNode]) -> Inlines:
        return _joined(found for each in nodes for found in self._inline(each))

    def _inline(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "text":
                yield Text(_seen(node.content))
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(_seen(node.content))
            case "strong":
                yield Styled("strong", self._inlines(node.children))
            case "em":
                yield Styled("emphasis", self._inlines(node.children))
            case "s":
                yield Styled("struck", self._inlines(node.children))
            case "link":
                yield from self._link(str(node.attrs["href"]), self._inlines(node.children))
            case "image":
                yield _picture(str(node.attrs["src"]), _seen(plain(self._inlines(node.children))))
            case _:  # footnote_ref
                yield from self._note(node.meta["id"])

    def _link(self, target: str, content: Inlines) -> Iterator[Inline]:
        target = unquote(target) if target.startswith("#") else target
        if _LINK.fullmatch(target):
            yield Link(target, content)
        else:
            yield from content  # what leads elsewhere is words

    def _note(self, number: int) -> Iterator[Inline]:
        note = self._notes.get(number)
        if note is not None and number not in self._open:  # a note within itself has no end
            self._open.add(number)
            yield Note(self.blocks([each for each in note.children if each.type != "footnote_anchor"]))
            self._open.discard(number)


def _picture(source: str, alternative: str) -> Inline:
    match = PICTURE.fullmatch(source)
    return Picture(match[1], alternative) if match else Text(alternative)


def _align(style: str) -> Align:
    for side in ("right", "center"):
        if side in style:
            return side
    return "left"


def _seen(text: str) -> str:
    """Leave out signs that nobody sees and that steer what does."""
    return _UNSEEN.sub("", text)


def _joined(inlines: Iterator[Inline]) -> Inlines:
    """Join words that follow one another."""
    found: list[Inline] = []
    for each in inlines:
        last = found[-1] if found else None
        if isinstance(each, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + each.text)
        elif each != Text(""):
            found.append(each)
    return tuple(found)


@cache
def parser() -> MarkdownIt:
    """Return the parser that reads drafts."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTED})
    parser.enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)
