"""Writes a web page in one file: no script, nothing fetched, and the page forbids the browser both."""

import base64
from collections.abc import Mapping
from html import escape
from string import Template

from lgdkit.model.colour import by_night, pale
from lgdkit.office.font import face
from lgdkit.office.lines import joined, unparted
from lgdkit.office.paper import Paper, steps
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
    Note,
    Paragraph,
    Picture,
    Quote,
    Styled,
    Table,
    Text,
    plain,
)
from lgdkit.office.widths import letters_of, to_sign, widths

PAGE, STYLE = "office/page.html", "office/page.css"
_KINDS = {"png": "image/png", "svg": "image/svg+xml", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
_TAGS = {"strong": "strong", "emphasis": "em", "struck": "s"}
_LETTERS = 112
_MANY, _MORE = 6, 12
"""From so many columns on the letters are smaller, so that so many more fit."""
_MUCH = 120
"""Letters in a row; a table with more of them keeps a width at which it can be read."""
_NEVER_WIDE = 2
"""So many columns fit on any screen."""


def web(paper: Paper, templates: Mapping[str, bytes]) -> bytes:
    """Write a paper as a web page."""
    writer = _Writer(paper)
    front, body = writer.front(), writer.body()
    labels, look = paper.labels, paper.look
    page = Template(templates[PAGE].decode("utf-8"))
    fonts = "".join(
        f"@font-face{{font-family:city;{face(each)};src:url(data:font/ttf;base64,{base64.b64encode(each).decode()})}}\n"
        for each in look.fonts
    )
    return page.substitute(
        language=escape(paper.languages[0]),
        title=escape(paper.title),
        pages="wide" if paper.wide else "narrow",
        city=escape(paper.city),
        status=escape(labels.status),
        version=escape(f"{labels.version} {paper.version}"),
        skip=escape(labels.skip),
        colour=look.colour,
        pale=pale(look.colour),
        night=by_night(look.colour),
        style=templates[STYLE].decode("utf-8"),
        fonts=fonts,
        logo=writer.image(look.logo_name, look.logo, "", "logo") if look.logo else "",
        front=front,
        contents=writer.contents() if paper.with_contents else "",
        body=body,
        notes=writer.endnotes(),
    ).encode("utf-8")


class _Writer:
    """Turns a tree into HTML; every text goes through `escape`."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._anchors = paper.document.anchors
        self._levels = steps(paper.document)
        self._notes: list[str] = []

    def front(self) -> str:
        """Return what stands before the first part."""
        return self._blocks(self._paper.document.front)

    def body(self) -> str:
        """Return the parts."""
        parts = []
        for index, each in enumerate(self._paper.document.body):
            if isinstance(each, Heading):
                level = min(6, self._levels[index] + 1)
                anchor = escape(each.anchor)
                parts.append(f'<h{level} id="{anchor}">{self._inlines(each.content)}</h{level}>\n')
            else:
                parts.append(self._block(each))
        return "".join(parts)

    def contents(self) -> str:
        """Return links to the parts, and below each to its own."""
        lines: list[str] = []
        depth = 0
        for index, each in enumerate(self._paper.document.body):
            level = self._levels.get(index, 0)
            if not isinstance(each, Heading) or level > 2:
                continue
            lines.append(
                "<ol>" * (level - depth) if level > depth else "</li>" + "</ol></li>" * (depth - level)
            )
            lines.append(f'<li><a href="#{escape(each.anchor)}">{escape(plain(each.content))}</a>')
            depth = level
        lines.append("</li></ol>" * depth)
        title = escape(self._paper.labels.contents)
        return f'<nav aria-labelledby="contents"><h2 id="contents">{title}</h2>{"".join(lines)}</nav>\n'

    def endnotes(self) -> str:
        """Return the footnotes that were met so far."""
        notes = "".join(
            f'<li id="note-{number}">{text}<a href="#back-{number}" role="doc-backlink">↩ {number}</a></li>'
            for number, text in enumerate(self._notes, 1)
        )
        return f'<section role="doc-endnotes"><ol>{notes}</ol></section>' if notes else ""

    def image(self, name: str, content: bytes, alternative: str, style: str) -> str:
        """Return a picture that is in the page itself; as an image it can do nothing, whatever is in it."""
        kind = _KINDS[name.rsplit(".", 1)[-1].lower()]
        data = base64.b64encode(content).decode()
        return f'<img class="{style}" src="data:{kind};base64,{data}" alt="{escape(alternative)}">'

    def _blocks(self, blocks: Blocks) -> str:
        return "".join(self._block(each) for each in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():  # in a quote or a list it parts nothing
                return f"<p><strong>{self._inlines(block.content)}</strong></p>\n"
            case Paragraph(content=(Picture() as picture,)) if picture.path in self._paper.pictures:
                return self._figure(picture)
            case Paragraph():
                return f"<p>{self._inlines(block.content)}</p>\n"
            case Quote():
                return f"<blockquote>{self._blocks(block.blocks)}</blockquote>\n"
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Listed():
                return f"<pre>{escape(block.text)}</pre>\n"
            case _:  # a rule
                return "<hr>\n"

    def _listing(self, listing: Listing) -> str:
        entries = "".join(f"<li>{self._entry(each)}</li>\n" for each in listing.entries)
        if listing.start is None:
            return f"<ul>{entries}</ul>\n"
        start = f' start="{listing.start}"' if listing.start != 1 else ""
        return f"<ol{start}>{entries}</ol>\n"

    def _entry(self, blocks: Blocks) -> str:
        return "".join(
            self._inlines(each.content) if isinstance(each, Paragraph) and not index else self._block(each)
            for index, each in enumerate(blocks)
        )

    def _table(self, table: Table) -> str:
        spoken = [f' lang="{escape(each)}"' for each in self._paper.languages_of(table)] or [""] * len(
            table.heads
        )
        sides = [f' class="{each}"' if each != "left" else "" for each in table.aligns]
        many = len(table.heads) >= _MANY
        # figures at the edge need no more room than they take: the browser gives the rest to what stands before them
        figures = len(table.heads) == _NEVER_WIDE and table.aligns[-1] == "right"
        shares = [] if figures else widths(table, _LETTERS + _MORE * many)
        columns = "".join(f'<col style="width:{share:.1%}">' for share in shares)
        tagged = list(zip(spoken, sides, strict=True))
        heads = "".join(
            f'<th scope="col"{lang}{side}>{self._inlines(cell)}</th>'
            for (lang, side), cell in zip(tagged, table.heads, strict=True)
        )
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td{lang}{side}>{self._inlines(cell)}</td>"
                for (lang, side), cell in zip(tagged, row, strict=True)
            )
            + "</tr>\n"
            for row in table.rows
        )
        kinds = [
            name
            for name, holds in (
                ("sign", to_sign(table)),
                ("much", letters_of(table) > _MUCH and len(table.heads) > _NEVER_WIDE),
                ("many", many),
            )
            if holds
        ]
        # a table that may be wider than the screen is moved from the keyboard, too, and so needs a name
        label = escape(", ".join(filter(None, (plain(each).strip() for each in table.heads))) or "–")
        moved = f' role="group" tabindex="0" aria-label="{label}"' if len(table.heads) > _NEVER_WIDE else ""
        style = " ".join(["table", *kinds])
        return (
            f'<div class="{style}"{moved}><table><colgroup>{columns}</colgroup>'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></div>\n"
        )

    def _inlines(self, content: Inlines) -> str:
        return "".join(self._inline(each) for each in content)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return self._text(inline.text)
            case Code():
                return f"<code>{escape(inline.text)}</code>"
            case Break():
                return "<br>"
            case Styled():
                tag = _TAGS[inline.kind]
                return f"<{tag}>{self._inlines(inline.content)}</{tag}>"
            case Link():
                return self._link(inline)
            case Picture():
                return self._picture(inline, "small")
            case _:  # a note
                return self._note(inline)

    def _text(self, text: str) -> str:
        return unparted(escape(joined(text)), '<span class="whole">{}</span>')

    def _link(self, link: Link) -> str:
        content = self._inlines(link.content)
        if not plain(link.content).strip() or (
            link.target.startswith("#") and link.target[1:] not in self._anchors
        ):
            return content
        return f'<a href="{escape(link.target)}">{content}</a>'

    def _picture(self, picture: Picture, style: str) -> str:
        content = self._paper.pictures.get(picture.path)
        if content is None:
            return escape(picture.alternative)
        return self.image(picture.path, content, picture.alternative, style)

    def _figure(self, picture: Picture) -> str:
        # on a telephone it is wider than the screen, so that it can be read; it is moved from the keyboard, too
        name = escape(picture.alternative.partition(". ")[0])
        label = f' aria-label="{name}"' if name else ""
        return f'<figure tabindex="0"{label}>{self._picture(picture, "figure")}</figure>\n'

    def _note(self, note: Note) -> str:
        self._notes.append("")
        number = len(self._notes)
        self._notes[number - 1] = self._blocks(note.blocks)
        return f'<sup><a id="back-{number}" href="#note-{number}" role="doc-noteref">{number}</a></sup>'
