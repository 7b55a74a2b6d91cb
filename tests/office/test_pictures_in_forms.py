"""The pictures of the examples, each found in the Word file, the PDF and the page with the text that stands for it."""

import base64
import struct
from functools import cache
from pathlib import Path

import pytest
from papers import LABELS, Page, part, templates
from test_office_pdf import inflated

from lgdkit.office.package import unpacked
from lgdkit.office.paper import Paper, paper
from lgdkit.office.pdf import pdf
from lgdkit.office.tree import Paragraph, Picture
from lgdkit.office.web import web
from lgdkit.office.word import word

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DRAFTS = [
    ("espoo", "roadmap", "fi"),
    ("espoo", "map", "sv"),
    ("umea", "roadmap", "en"),
    ("mannheim", "map", "de"),
]
every_draft = pytest.mark.parametrize(("city", "document", "language"), DRAFTS)
EMU_A_MM = 36_000


@cache
def of(city: str, document: str, language: str) -> tuple[Paper, tuple[Picture, ...]]:
    """Return a draft of an example as a paper, and the pictures that stand in it."""
    folder = EXAMPLES / city / "drafts"
    files = {f"pictures/{each.name}": each.read_bytes() for each in (folder / "pictures").glob("*.svg")}
    text = (folder / f"{document}.{language}.md").read_bytes()
    made = paper(text, document, LABELS, city.title(), (language,), None, files)
    shown = [each.alone for each in made.document.body if isinstance(each, Paragraph)]
    found = tuple(each for each in shown if each is not None)
    names = {each.removeprefix("pictures/") for each in files if each.startswith(f"pictures/{document}.")}
    wanted = {name for name in names if name.endswith(f".{language}.svg")}
    assert {each.path.removeprefix("pictures/") for each in found} == wanted, (
        "each is in the draft, none is left out"
    )
    assert len(found) >= 2
    return made, found


@every_draft
def test_word(city: str, document: str, language: str) -> None:
    draft, wanted = of(city, document, language)
    made = word(draft, templates())
    body = part(made)
    sizes = [
        (int(each.attrib["cx"]) / EMU_A_MM, int(each.attrib["cy"]) / EMU_A_MM)
        for each in body.iter()
        if each.tag.endswith("}extent")
    ]
    spoken = [each.attrib["descr"] for each in body.iter() if each.tag.endswith("}docPr")]
    assert spoken == [each.alternative for each in wanted]
    most = 150 if draft.wide else 230
    assert all(75 <= wide <= 161 and high <= most + 1 for wide, high in sizes), sizes
    points = [each for name, each in unpacked(made).items() if name.endswith(".png")]
    assert len(points) == len(wanted)
    for each in points:
        assert each.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack_from(">II", each, 16)
        assert min(width, height) > 300, "sharp on paper"


@every_draft
def test_pdf(city: str, document: str, language: str) -> None:
    draft, wanted = of(city, document, language)
    found = inflated(pdf(draft, templates()))
    for each in wanted:
        spoken = each.alternative.encode("utf-16-be").hex().upper().encode()
        plain = each.alternative.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
        assert b"/Alt<FEFF%s>" % spoken in found or b"/Alt(%s)" % plain in found, each.path
    assert found.count(b"/S/Figure") >= len(wanted)


@every_draft
def test_page(city: str, document: str, language: str) -> None:
    draft, wanted = of(city, document, language)
    images = [attributes for tag, attributes in Page(web(draft, templates())).elements if tag == "img"]
    assert [(each["alt"], each["src"]) for each in images] == [
        (
            each.alternative,
            f"data:image/svg+xml;base64,{base64.b64encode(draft.pictures[each.path]).decode()}",
        )
        for each in wanted
    ]
