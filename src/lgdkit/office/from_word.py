"""Reads a Word file that came back: its pieces, as they read when every tracked change is accepted.

Pandoc reads the file. What it gives is text alone: pictures, fields and macros are left where they are.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from lgdkit.office.pandoc import PandocError, pandoc
from lgdkit.office.pieces import Kind, Piece, folded

MAX_MIB = 50
"""How large a Word file may be, and how large when it is unpacked; an agreement has a tenth of one."""
_MIB = 1024 * 1024
_DOCUMENT = "word/document.xml"


class NoWordFileError(Exception):
    """It is no Word file that can be read; the message says why."""


def from_word(content: bytes) -> list[Piece]:
    """Return the pieces of a Word file as they read when every tracked change is accepted.

    Raises:
        NoWordFileError: it is no Word file, or too large.
        NotInstalledError: there is no pandoc.
    """
    return list(_pieces(read(content, "accept"), "paragraph"))


def read(content: bytes, changes: Literal["accept", "all"]) -> list[Any]:
    """Return pandoc's blocks of a Word file, with its tracked changes accepted or all of them told.

    Raises:
        NoWordFileError: it is no Word file, or too large.
        NotInstalledError: there is no pandoc.
    """
    _see(content)
    try:
        told = pandoc(["-f", "docx", "-t", "json", f"--track-changes={changes}"], content)
    except PandocError as error:
        raise NoWordFileError(f"it cannot be read as a Word file: {error}") from error
    blocks: list[Any] = json.loads(told)["blocks"]
    return blocks


def _see(content: bytes) -> None:
    """Refuse what is no Word file, and what would grow without end when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NoWordFileError("it is no Word file (.docx); save it as one in Word or LibreOffice") from error
    if all(each.filename != _DOCUMENT for each in parts):
        raise NoWordFileError("it is a packed file, but no Word file (.docx)")
    if max(len(content), sum(each.file_size for each in parts)) > MAX_MIB * _MIB:
        raise NoWordFileError(f"it is larger than {MAX_MIB} MiB")


def _pieces(blocks: Iterable[Any], kind: Kind, *, ordered: bool = False) -> Iterator[Piece]:
    for each in blocks:
        held = each.get("c")
        match each["t"]:
            case "Header":
                yield Piece("heading", (text_of(held[2]),), held[0])
            case "Para" | "Plain":
                text = text_of(held)
                if text:
                    yield Piece(kind, (text,), ordered=ordered)
            case "BlockQuote":
                yield from _pieces(held, "paragraph")
            case "Div" | "Figure":
                yield from _pieces(held[-1], kind, ordered=ordered)
            case "BulletList":
                yield from _entries(held, ordered=False)
            case "OrderedList":
                yield from _entries(held[1], ordered=True)
            case "Table":
                yield from _rows(held)
            case "CodeBlock":
                yield Piece("other", (folded(held[1]),))
            case "LineBlock":
                yield Piece(kind, (folded(" ".join(text_of(line) for line in held)),), ordered=ordered)
            case _:
                pass  # lines between parts, and what is no text
        kind = "paragraph"  # only the first paragraph of an entry begins it


def _entries(entries: Sequence[Any], *, ordered: bool) -> Iterator[Piece]:
    for blocks in entries:
        yield from _pieces(blocks, "entry", ordered=ordered)


def _rows(table: Sequence[Any]) -> Iterator[Piece]:
    for cells in rows_of(table):
        texts = tuple(folded(" ".join(each.text for each in _pieces(cell, "paragraph"))) for cell in cells)
        if any(texts):
            yield Piece("row", texts)


def rows_of(table: Sequence[Any]) -> Iterator[list[Any]]:
    """Give the rows of one of pandoc's tables, each as the blocks of its cells."""
    _, _, _, head, bodies, foot = table
    for part in (head[1], *(rows for body in bodies for rows in body[2:]), foot[1]):
        for _, cells in part:
            yield [cell[4] for cell in cells]


def text_of(inlines: Iterable[Any]) -> str:
    """Return the text of pandoc's inlines."""
    return folded("".join(said(each) for each in inlines))


def said(inline: Any) -> str:
    """Return the text of one of pandoc's inlines; a footnote stands apart and is not among it."""
    held = inline.get("c")
    match inline["t"]:
        case "Str":
            return str(held)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(held[1])
        case "Emph" | "Strong" | "Strikeout" | "Underline" | "SmallCaps" | "Superscript" | "Subscript":
            return "".join(said(each) for each in held)
        case "Quoted" | "Link" | "Image" | "Span" | "Cite":
            return "".join(said(each) for each in held[1])
        case _:
            return ""
