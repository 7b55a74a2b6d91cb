"""The package that a Word file is: the reference file is put together, and what pandoc made is finished."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from lgdkit.model.colour import pale
from lgdkit.office.carried import carry
from lgdkit.office.paper import Look, Paper
from lgdkit.office.typesetter import families

_FOLDER = "office/word/"
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/header1.xml": "header1.xml",
    "word/footer1.xml": "footer1.xml",
}
_COLOUR, _PALE = "1F5C4D", "E9EFED"
"""The colours as they stand in the styles."""
_DAY = (1980, 1, 1, 0, 0, 0)
_HEAD_OR_FOOT = re.compile(r"word/(?:header|footer)\d*\.xml")
_PLACEHOLDER = re.compile(r"\{\{(title|city|status|version|page)\}\}")
_ROW = re.compile(r"<w:tr>(<w:trPr>)?")
_PAGE = re.compile(r"<w:pgSz\b[^>]*/>")
_KEPT = re.compile(r'<w:pStyle w:val="\w+Keep" />')
"""In Word it is enough that the style keeps with the next; LibreOffice wants it in the paragraphs of a table, too."""
_GRID = re.compile(r'(?<=<w:gridCol w:w=")(\d+)(?=")')
_PANDOC_WIDTH = 7920
"""How wide pandoc takes every page to be, in twentieths of a point."""
_RIGHT = re.compile(r'(<w:tab w:val="right"[^>]* w:pos=")9298"')
_WIDE_RIGHT = 14230


def reference(look: Look, templates: Mapping[str, bytes]) -> bytes:
    """Return the Word file whose styles, heads and feet are taken: the city's, else ours in its colour."""
    if look.reference:
        return look.reference
    texts = {name: templates[_FOLDER + part].decode("utf-8") for name, part in _PARTS.items()}
    styles = texts["word/styles.xml"]
    if look.fonts:
        styles = styles.replace("Calibri", escape(families(look.fonts)[0], {'"': "&quot;"}))
    styles = styles.replace(_COLOUR, look.colour[1:].upper()).replace(_PALE, pale(look.colour)[1:].upper())
    return packed({name: text.encode() for name, text in {**texts, "word/styles.xml": styles}.items()})


def finished(made: bytes, paper: Paper) -> bytes:
    """Finish what pandoc made: words of heads and feet, rows that stay whole, the pages' direction, fixed bytes."""
    parts = unpacked(made)
    words = {
        "title": paper.title,
        "city": paper.city,
        "status": paper.labels.status,
        "version": f"{paper.labels.version} {paper.version}",
        "page": paper.labels.page,
    }
    for name, content in parts.items():
        if _HEAD_OR_FOOT.fullmatch(name):
            text = _PLACEHOLDER.sub(lambda match: escape(words[match[1]]), content.decode("utf-8"))
            parts[name] = (_RIGHT.sub(rf'\g<1>{_WIDE_RIGHT}"', text) if paper.wide else text).encode()
    body = parts["word/document.xml"].decode("utf-8")
    body = _ROW.sub(lambda match: f"<w:tr><w:trPr><w:cantSplit/>{'' if match[1] else '</w:trPr>'}", body)
    body = _KEPT.sub(r"\g<0><w:keepNext />", body)
    width, height = (_number(body, "pgSz", each, default) for each, default in (("w", 11906), ("h", 16838)))
    if paper.wide:
        width, height = height, width
        body = _PAGE.sub(f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>', body)
    inside = width - sum(_number(body, "pgMar", side, 1304) for side in ("left", "right"))
    body = _GRID.sub(lambda match: str(int(match[1]) * inside // _PANDOC_WIDTH), body)
    parts["word/document.xml"] = body.encode()
    if paper.path:
        carry(parts, paper.path, paper.text)
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts into a Word file, the same bytes for the same parts.

    They are not compressed: what compresses differs between machines, and git keeps the versions of such a file as
    their differences.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(parts, key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = 3
            package.writestr(entry, parts[name])
    return file.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _number(body: str, element: str, name: str, default: int) -> int:
    """Return a measure of the page as the last section has it."""
    found = re.findall(rf'<w:{element}\b[^>]* w:{name}="(\d+)"', body)
    return int(found[-1]) if found else default
