"""Files that a city gives for its letterhead: what may not be in them."""

import io
import struct
import zipfile

import pytest
from papers import PICTURE, templates

from lgdkit.office.font import face
from lgdkit.office.foreign import font_fault, picture_fault, reference_fault
from lgdkit.office.package import packed, reference, unpacked
from lgdkit.office.paper import Look
from lgdkit.office.raster import png

REFERENCE = reference(Look(), templates())
POINTS = png("a.svg", PICTURE)
DAMAGED = "the picture is damaged, or a part of it is missing"
RELATIONS = "word/_rels/document.xml.rels"


def changed(**parts: bytes) -> bytes:
    names = {
        "rels": RELATIONS,
        "header": "word/header1.xml",
        "styles": "word/styles.xml",
        "macro": "word/vbaProject.bin",
        "other": "word/media/a.png",
    }
    return packed({**unpacked(REFERENCE), **{names[name]: content for name, content in parts.items()}})


def header(inside: str) -> bytes:
    head = unpacked(REFERENCE)["word/header1.xml"].decode()
    return changed(header=head.replace("<w:p>", f"<w:p>{inside}", 1).encode())


def relation(kind: str, target: str) -> bytes:
    one = f'<Relationship Id="x" Type="http://a/{kind}" Target="{target}" TargetMode="External"/>'
    text = unpacked(REFERENCE)[RELATIONS].decode()
    return changed(rels=text.replace("</Relationships>", f"{one}</Relationships>").encode())


def test_ours_and_one_with_links_may_be_taken() -> None:
    assert reference_fault(REFERENCE) == ""
    assert reference_fault(relation("hyperlink", "https://example.org")) == ""
    assert reference_fault(header('<w:r><w:instrText> STYLEREF "Title" </w:instrText></w:r>')) == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "this is no Word file"),
        (b"PK\x03\x04", "this is no Word file"),
        (REFERENCE[:2000], "this is no Word file"),
        (packed({"a": b""}), "this is no Word file: there is no [Content_Types].xml in it"),
        (relation("attachedTemplate", "https://example.org/a.dotm"), "leads out of the file"),
        (relation("image", "https://example.org/a.png"), "leads out of the file"),
        (changed(macro=b""), "word/vbaProject.bin, which could run something"),
        (changed(styles=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "declares entities"),
        (changed(styles=b"<a>"), "is no XML"),
        (
            header('<w:r><w:instrText> INCLUDEPICTURE "http://a" </w:instrText></w:r>'),
            "has the field INCLUDEPICTURE",
        ),
        (header('<w:fldSimple w:instr="DDEAUTO c:\\\\a"/>'), "has the field DDEAUTO"),
        (changed(rels=unpacked(REFERENCE)[RELATIONS], other=b"no XML, and not read as such"), ""),
        (header('<w:altChunk r:id="rId1"/>'), "takes in another file"),
    ],
)
def test_a_word_file_that_may_not_be_taken(content: bytes, reason: str) -> None:
    assert reason in reference_fault(content)


def test_a_bomb() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a", b"0" * (33 * 1024 * 1024))
    assert reference_fault(file.getvalue()) == "it is too large when unpacked"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.svg", PICTURE, ""),
        ("a.PNG", POINTS, ""),
        ("a.png", POINTS[:-9], DAMAGED),
        ("a.png", POINTS.replace(b"IDAT", b"IDOT"), DAMAGED),
        ("a.png", POINTS[:8] + POINTS[-12:], DAMAGED),
        ("a.png", POINTS[:8] + POINTS[33:], DAMAGED),
        ("a.jpeg", b"\xff\xd8\xff and a picture\xff\xd9", ""),
        ("a.jpeg", b"\xff\xd8\xff", DAMAGED),
        ("a.svg", b"<svg", "this is no SVG picture: it cannot be read to its end"),
        (
            "a.svg",
            b'<?xml version="1.0" encoding="klingon"?><svg/>',
            "this is no SVG picture: it cannot be read to its end",
        ),
        ("a.gif", b"GIF", "a logo is a png, svg or jpeg picture"),
        ("a.png", b"GIF", "what is in it is no png picture"),
        ("a.svg", b"GIF", "this is no SVG picture"),
        ("a.svg", b"<svg><script>", "it holds <script, which a logo may not"),
        ("a.svg", b"<svg><image href='/etc/passwd'/>", "it holds <image, which a logo may not"),
        ("a.svg", b"<!DOCTYPE svg><svg/>", "it holds <!DOCTYPE, which a logo may not"),
        ("a.svg", b"<svg fill='url(https://a)'/>", "it holds url(, which a logo may not"),
        ("a.svg", b"<svg fill='url(#a)'/>", ""),
    ],
)
def test_a_logo(name: str, content: bytes, reason: str) -> None:
    assert picture_fault(name, content) == reason


def test_a_font() -> None:
    assert font_fault(b"OTTO") == ""
    assert font_fault(b"<html>") == "this is no font file, ttf or otf"


def test_what_a_font_says_of_itself() -> None:
    table = struct.pack(">HhH", 0, 0, 700) + bytes(56) + struct.pack(">H", 1)
    font = (
        b"\x00\x01\x00\x00"
        + struct.pack(">H", 1)
        + bytes(6)
        + struct.pack(">4s3I", b"OS/2", 0, 28, 64)
        + table
    )
    assert face(font) == "font-weight:700;font-style:italic"
    other = struct.pack(">4s3I", b"name", 0, 0, 0)
    two = (
        font[:4] + struct.pack(">H", 2) + bytes(6) + other + struct.pack(">4s3I", b"OS/2", 0, 44, 64) + table
    )
    assert face(two) == face(font)
    assert face(b"OTTO") == "font-weight:400;font-style:normal"
