"""Looks at files that a city gives for its letterhead, before anything is made with them."""

import io
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree

_MAX_UNPACKED = 32 * 1024 * 1024
_MAX_PARTS = 400
_NEEDED = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")
_RUNS = re.compile(r"vbaproject|/embeddings/|/activex|/customui|\.bin$", re.IGNORECASE)
_SIMPLE_FIELD = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TITLE|AUTHOR|STYLEREF|DOCPROPERTY)\b[^\"]*(?:\"[^\"]*\"[^\"]*)?",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']")
_LINKS = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PNG, _JPEG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd9"
_PICTURES = {
    "png": (_PNG,),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_IN_SVG = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<image|<foreignObject|@import|url\(\s*[\"']?(?!#)", re.IGNORECASE
)


def picture_fault(name: str, content: bytes) -> str:
    """Say why a picture cannot be used, or nothing."""
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "svg":
        if b"<svg" not in content[:4096]:
            return "this is no SVG picture"
        found = _IN_SVG.search(content)
        if found:
            return f"it holds {found[0].decode('latin-1')}, which a logo may not"
        return "" if _is_xml(content) else "this is no SVG picture: it cannot be read to its end"
    if ending not in _PICTURES:
        return "a logo is a png, svg or jpeg picture"
    if not content.startswith(_PICTURES[ending]):
        return f"what is in it is no {ending} picture"
    whole = _whole_png(content) if ending == "png" else content.rstrip(b"\0\r\n").endswith(_JPEG_END)
    return "" if whole else "the picture is damaged, or a part of it is missing"


def _is_xml(content: bytes) -> bool:
    try:
        ElementTree.fromstring(content)  # noqa: S314 - entities were just refused
    except (ElementTree.ParseError, LookupError, ValueError):  # or it is written in letters unknown here
        return False
    return True


def _whole_png(content: bytes) -> bool:
    """Say whether all parts of a PNG are there, up to its end, as they were written."""
    at, first = len(_PNG), True
    while at + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        if first and (kind, length) != (b"IHDR", 13):
            return False
        end = at + 8 + length
        if content[end : end + 4] != struct.pack(">I", zlib.crc32(content[at + 4 : end])):
            return False
        if kind == b"IEND":
            return True
        at, first = end + 4, False
    return False


def font_fault(content: bytes) -> str:
    """Say why a font cannot be used, or nothing."""
    return "" if content.startswith(_FONTS) else "this is no font file, ttf or otf"


def reference_fault(content: bytes) -> str:
    """Say why a Word file may not be the reference for others, or nothing: it fetches nothing and runs nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            names = {each.filename for each in entries}
            if sum(each.file_size for each in entries) > _MAX_UNPACKED or len(entries) > _MAX_PARTS:
                return "it is too large when unpacked"
            missing = [each for each in _NEEDED if each not in names]
            if missing:
                return f"this is no Word file: there is no {missing[0]} in it"
            running = next((each for each in sorted(names) if _RUNS.search(each)), "")
            if running:
                return f"it holds {running}, which could run something"
            return next(
                (found for name in sorted(names) if (found := _part_fault(name, package.read(name)))), ""
            )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return "this is no Word file"


def _part_fault(name: str, content: bytes) -> str:
    if name.endswith(".rels"):
        for each in _LINKS.findall(content):
            if _OUTSIDE.search(each) and b"/hyperlink" not in each:
                return f"{name} leads out of the file, and a letterhead may fetch nothing"
        return ""
    if not name.endswith(".xml"):
        return ""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return f"{name} declares entities"
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - entities were just refused
    except ElementTree.ParseError:
        return f"{name} is no XML"
    for each in root.iter():
        if each.tag == f"{_WORD}altChunk":
            return f"{name} takes in another file"
        field = each.text or "" if each.tag == f"{_WORD}instrText" else each.get(f"{_WORD}instr", "")
        if field.strip() and not _SIMPLE_FIELD.fullmatch(field):
            return f"{name} has the field {field.split()[0][:20]}, and only numbers of pages and titles may stand there"
    return ""
