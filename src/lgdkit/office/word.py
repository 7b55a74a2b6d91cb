"""Writes a Word file: the tree goes to pandoc as its own tree of values, and a reference file says how it looks."""

import base64
import json
import struct
from collections.abc import Mapping
from html import escape
from typing import Any

from lgdkit.office.calibri import CALIBRI
from lgdkit.office.lines import all_joined
from lgdkit.office.package import finished, reference
from lgdkit.office.pandoc import pandoc
from lgdkit.office.paper import Paper, steps
from lgdkit.office.raster import png
from lgdkit.office.tree import (
    Block,
    Blocks,
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
from lgdkit.office.widths import kept_rows, to_sign, widths

REGIONS = {"de": "de-DE", "en": "en-GB", "fi": "fi-FI", "sv": "sv-SE"}
"""The languages as Word and browsers know them, for hyphenation and reading aloud; another one is itself."""
_API = [1, 23, 1]
_LETTERS, _LETTERS_WIDE = 100, 160
_SMALL_FROM, _MORE = 6, 12
"""From so many columns on the letters are smaller, so that so many more fit."""
_CONTENTS_OWN_PAGE = range(23, 41)
"""So many lines of contents have a page of their own; below fewer, and below more than fill one, the text begins."""
_BROAD, _HIGH, _HIGH_WIDE = 160, 230, 150
"""Millimetres of a picture: how wide, and how high on a page that stands and on one that lies, under its heading."""
_PNG_SIZE = 16
"""Where a PNG says how wide and how high it is."""
_STYLES = {"strong": "Strong", "emphasis": "Emph", "struck": "Strikeout"}
_NOTHING: list[Any] = ["", [], []]
_PAGE_BREAK = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:r><w:br w:type="page"/></w:r></w:p>'
)
"""What is left of its paragraph stands on the new page, so it is as low as can be."""


def word(paper: Paper, templates: Mapping[str, bytes]) -> bytes:
    """Write a paper as a Word file.

    Raises:
        NotInstalledError: pandoc, or what turns pictures into points, is not there.
        PandocError: pandoc refused.
        PictureError: a picture or the logo cannot be used.
        ReferenceError: the city's reference file cannot be used.
    """
    made = pandoc(
        ["-f", "json", "-t", "docx", "--reference-doc", "reference.docx", "-o", "-"],
        json.dumps(_Writer(paper).document()).encode(),
        {"reference.docx": reference(paper.look, templates)},
    )
    return finished(made, paper)


def spoken(language: str) -> str:
    """Return a language as Word and browsers know it."""
    return REGIONS.get(language, language)


class _Writer:
    """Turns a tree into pandoc's own."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._anchors = paper.document.anchors
        self._levels = steps(paper.document)
        self._pictures: dict[str, str] = {}

    def document(self) -> dict[str, Any]:
        """Return the whole document."""
        paper = self._paper
        blocks = [*self._head(), *self._blocks(paper.document.front)]
        if not paper.letter:
            blocks.append(_styled("Cover Status", [_words(f"{paper.labels.status} · {self._version}")]))
            blocks += self._contents() if paper.with_contents else [_raw(_PAGE_BREAK)]
        blocks += [
            found for index, each in enumerate(paper.document.body) for found in self._part(index, each)
        ]
        meta = {
            "pagetitle": paper.title,
            "lang": spoken(paper.languages[0]),
            "creator": paper.city,
            "lgd-draft": paper.draft,
            "lgd-version": paper.version,
        }
        return {
            "pandoc-api-version": _API,
            "meta": {key: {"t": "MetaString", "c": text} for key, text in meta.items()},
            "blocks": blocks,
        }

    @property
    def _version(self) -> str:
        return f"{self._paper.labels.version} {self._paper.version}"

    def _head(self) -> list[Any]:
        paper = self._paper
        logo = []
        if paper.look.logo:
            image = self._image(paper.look.logo_name, paper.look.logo, paper.city, {"height": "16mm"})
            logo = [_styled("Cover Logo", [image])]
        title = "Letter Title" if paper.letter else "Title"
        return [*logo, _styled("Cover City", [_words(paper.city)]), _styled(title, [_words(paper.title)])]

    def _contents(self) -> list[Any]:
        """Write the contents as Word does: it puts in the numbers of the pages when it is told to update them."""
        found = [
            (self._levels[index], each)
            for index, each in enumerate(self._paper.document.body)
            if isinstance(each, Heading) and self._levels[index] <= 2
        ]
        if len(found) > 90:
            found = [(level, each) for level, each in found if level == 1]
        lines = [
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{_FIELD if not number else ""}'
            f'<w:hyperlink w:anchor="{escape(each.anchor)}" w:history="1">'
            f'<w:r><w:t xml:space="preserve">{escape(plain(each.content))}</w:t></w:r></w:hyperlink>'
            f"{_FIELD_END if number == len(found) - 1 else ''}</w:p>"
            for number, (level, each) in enumerate(found)
        ]
        heading = _styled("TOC Heading", [_words(self._paper.labels.contents)])
        rest = [_raw(_PAGE_BREAK)] if len(found) in _CONTENTS_OWN_PAGE else []
        return [heading, _raw("".join(lines)), *rest]

    def _part(self, index: int, block: Block) -> list[Any]:
        if isinstance(block, Heading):
            content = self._inlines(block.content)
            return [_node("Header", [self._levels[index], [block.anchor, [], []], content])]
        after = next(iter(self._paper.document.body[index + 1 : index + 2]), None)
        if isinstance(block, Paragraph) and leads(block, after):
            return [_styled("Lead", self._inlines(all_joined(block.content)))]
        if isinstance(block, Table) and isinstance(after, Table):
            signs = to_sign(after)
            between = _styled(f"Between Tables{' Keep' * signs}", [_words("")])
            return [self._table(block, with_next=signs), between]
        return self._block(block)

    def _blocks(self, blocks: Blocks) -> list[Any]:
        return [found for each in blocks for found in self._block(each)]

    def _block(self, block: Block) -> list[Any]:
        match block:
            case Heading():  # in a quote or a list it parts nothing
                return [_node("Para", [_node("Strong", self._inlines(block.content))])]
            case Paragraph(content=(Picture() as picture,)) if picture.path in self._paper.pictures:
                return [_styled("Figure", [self._figure(picture)])]
            case Paragraph():
                return [_node("Para", self._inlines(all_joined(block.content)))]
            case Quote():
                return [_node("BlockQuote", self._blocks(block.blocks))]
            case Listing():
                return [self._listing(block)]
            case Table():
                return [self._table(block), _styled("After Table", [_words("")])]
            case Listed():
                return [_node("CodeBlock", [_NOTHING, block.text])]
            case _:  # a rule
                return [_node("HorizontalRule")]

    def _listing(self, listing: Listing) -> Any:
        entries = [self._entry(each) for each in listing.entries]
        if listing.start is None:
            return _node("BulletList", entries)
        return _node("OrderedList", [[listing.start, _node("Decimal"), _node("Period")], entries])

    def _entry(self, blocks: Blocks) -> list[Any]:
        return [
            _node("Plain", self._inlines(all_joined(each.content))) if isinstance(each, Paragraph) else found
            for each in blocks
            for found in (self._block(each) if not isinstance(each, Paragraph) else [None])
        ]

    def _table(self, table: Table, *, with_next: bool = False) -> Any:
        """Return a table; `with_next` holds it together with the one that is signed below it."""
        letters = _LETTERS_WIDE if self._paper.wide else _LETTERS
        letters += _MORE * (len(table.heads) >= _SMALL_FROM)
        small = " Small" if len(table.heads) >= _SMALL_FROM else ""
        shares = widths(table, letters, CALIBRI)
        languages = self._paper.languages_of(table)

        def row(cells: tuple[Inlines, ...], style: str) -> Any:
            made = [
                self._cell(cell, style, languages[at] if languages else "") for at, cell in enumerate(cells)
            ]
            return [_NOTHING, made]

        columns = [
            [
                _node({"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}[side]),
                _node("ColWidth", share),
            ]
            for side, share in zip(table.aligns, shares, strict=True)
        ]
        text = "Table Sign" if to_sign(table) else f"Table Text{small}"
        kept = kept_rows(table, shares, letters, CALIBRI, with_next=with_next)
        rows = [row(each, f"{text} Keep" if at in kept else text) for at, each in enumerate(table.rows)]
        head = [_NOTHING, [row(table.heads, f"Table Head{small}")]]
        return _node(
            "Table", [_NOTHING, [None, []], columns, head, [[_NOTHING, 0, [], rows]], [_NOTHING, []]]
        )

    def _cell(self, content: Inlines, style: str, language: str) -> Any:
        inlines = self._inlines(content)
        if language and language != self._paper.languages[0]:
            inlines = [_node("Span", [["", [], [["lang", spoken(language)]]], inlines])]
        return [_NOTHING, _node("AlignDefault"), 1, 1, [_styled(style, inlines or [_words("")])]]

    def _inlines(self, content: Inlines) -> list[Any]:
        return [found for each in content for found in self._inline(each)]

    def _inline(self, inline: Inline) -> list[Any]:
        match inline:
            case Text():
                return [_words(inline.text)]
            case Code():
                return [_node("Code", [_NOTHING, inline.text])]
            case Break():
                return [_node("LineBreak")]
            case Styled():
                return [_node(_STYLES[inline.kind], self._inlines(inline.content))]
            case Link():
                return self._link(inline)
            case Picture():
                return self._picture(inline, {"height": "12pt"})
            case _:  # a note
                return [_node("Note", self._blocks(inline.blocks))]

    def _link(self, link: Link) -> list[Any]:
        content = self._inlines(link.content)
        if link.target.startswith("#") and link.target[1:] not in self._anchors:
            return content
        return [_node("Link", [_NOTHING, content, [link.target, ""]])]

    def _picture(self, picture: Picture, size: dict[str, str]) -> list[Any]:
        content = self._paper.pictures.get(picture.path)
        if content is None:
            return [_words(picture.alternative)]
        return [self._image(picture.path, content, picture.alternative, size)]

    def _figure(self, picture: Picture) -> Any:
        """Return a picture as wide as the page, or less where it would be higher than the page."""
        content = png(picture.path, self._paper.pictures[picture.path])
        width, height = struct.unpack_from(">II", content, _PNG_SIZE)
        most = _HIGH_WIDE if self._paper.wide else _HIGH
        size = {"width": f"{min(_BROAD, most * width / height):.1f}mm"}
        return self._image(picture.path, self._paper.pictures[picture.path], picture.alternative, size)

    def _image(self, name: str, content: bytes, alternative: str, size: dict[str, str]) -> Any:
        if name not in self._pictures:
            self._pictures[name] = base64.b64encode(png(name, content)).decode()
        source = f"data:image/png;base64,{self._pictures[name]}"
        return _node("Image", [["", [], list(map(list, size.items()))], [_words(alternative)], [source, ""]])


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _node(kind: str, content: Any = None) -> dict[str, Any]:
    return {"t": kind} if content is None else {"t": kind, "c": content}


def _words(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


def _styled(style: str, inlines: list[Any]) -> dict[str, Any]:
    """Return a paragraph in a style of the reference file."""
    return _node("Div", [["", [], [["custom-style", style]]], [_node("Para", inlines)]])


def _raw(markup: str) -> dict[str, Any]:
    """Return markup of Word; only what is written here, with its texts escaped, may ever be given."""
    return _node("RawBlock", ["openxml", markup])
