"""Text from data, and a stranger's draft, never become code or markup, in any form and at any place.

The attempts are put, as data is (escaped) and as a stranger writes it (raw), into titles, headings, cells, lists,
labels and the city's name. What is asked of the files is what could do something, and that the words are all there.
"""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from papers import LABELS, Page, W, paper_of, part, pdf_text, poppler, templates

from lgdkit.office.pdf import pdf
from lgdkit.office.web import web
from lgdkit.office.word import word
from lgdkit.render.markdown import escaped

pytestmark = pytest.mark.no_cover
ATTEMPTS = {
    "typst function": '#read("/etc/passwd") #eval("1+1") #import "@preview/x:1.0.0"',
    "typst markup": "#set page(width: 1cm) = Title _a_ *b* <label> @label \\ $x$ // c /* d */",
    "typst raw": "```typ #panic()``` `{=typst} #panic()`",
    "OpenXML": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p> `<w:br/>`{=openxml}',
    "field code": '{ INCLUDEPICTURE "https://evil.example/a.png" } { DDEAUTO c:\\\\cmd "/k calc" } MERGEFIELD',
    "HTML": '<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> <b>y</b>',
    "out of an attribute": "\" onmouseover=\"alert(1) ' autofocus='",
    "out of an element": "</title></style></script><svg onload=alert(1)>]]>--></w:t></w:p>",
    "citation": "@citation [@doe99, p. 3] -@doe",
    "mathematics": "$x^2$ $$\\int$$ \\(a\\) \\[b\\]",
    "TeX": "\\input{/etc/passwd} \\write18{id} {\\bf x}",
    "link": "[x](https://evil.example) <https://evil.example> https://evil.example www.evil.example a@evil.example",
    "picture from the net": "![x](https://evil.example/a.png)",
    "picture from the disk": "![x](/etc/passwd) ![y](file:///etc/passwd) ![z](../../secret.svg)",
    "footnote": "[^1] ^[inline note] [^2]: defined",
    "attributes": "{.class #id onclick=x} []{.x} ::: warning :::",
    "front matter": "--- title: x header-includes: y --- % title",
    "entities": "&lt;b&gt; &#60;i&#62; &nbsp; &amp;amp;",
    "template": "{{title}} {{ 7*7 }} ${title} $title {% if %} %s {0}",
    "table": "| a | b | \\| c",
    "emphasis": "**a** __b__ ~~c~~ `d` # e",
    "steering": "a\u202eb\u200bc\x1b[31md\x00e",
}
IN_DATA = "# {0}\n\n**{0}**\n\n> {0}\n\n## {0}\n\n{0}\n\n- {0}\n\n1. {0}\n\n| {0} | b |\n| --- | --- |\n| {0} | {0} |\n"
PLACES = 9
ATTEMPTS_BOTH = pytest.mark.parametrize("raw", [False, True], ids=["data", "draft"])
EACH = pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)


def paper_with(attempt: str, *, raw: bool):  # type: ignore[no-untyped-def]
    text = attempt.replace("\x00", "") if raw else escaped(attempt)
    labels = replace(LABELS, status=attempt, version=attempt, contents=attempt, page=attempt, skip=attempt)
    labels = LABELS if "\x00" in attempt else labels
    return paper_of(IN_DATA.format(text), labels=labels, city=LABELS.status if "\x00" in attempt else attempt)


def seen(attempt: str) -> str:
    """Return the words that a reader sees of data."""
    return " ".join(re.sub("[\u202e\u200b\x1b\x00]", "", attempt).split())


@EACH
@ATTEMPTS_BOTH
def test_word(attempt: str, raw: bool) -> None:
    made = word(paper_with(attempt, raw=raw), templates())
    fields = {
        (node.text or "").strip() for name in names(made) for node in part(made, name).iter(f"{W}instrText")
    }
    assert fields <= {'TOC \\o "1-2" \\h \\z \\u', "PAGE", "NUMPAGES"}
    with zipfile.ZipFile(BytesIO(made)) as package:
        media = [each for each in package.namelist() if "media" in each or "embed" in each]
        links = b"".join(package.read(each) for each in package.namelist() if each.endswith(".rels"))
    assert media == []
    outside = re.findall(
        rb'Target="([^"]*)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="([^"]*)"', links
    )
    assert {each for pair in outside for each in pair if each} <= (
        {b"https://evil.example"} if raw else set()
    )
    if not raw:
        words = " ".join("".join(node.text or "" for node in part(made).iter(f"{W}t")).split())
        assert words.count(seen(attempt).replace(" ", "")) + words.count(seen(attempt)) >= PLACES


@EACH
@ATTEMPTS_BOTH
def test_web(attempt: str, raw: bool) -> None:
    page = Page(web(paper_with(attempt, raw=raw), templates()))
    allowed = {
        "class",
        "id",
        "href",
        "lang",
        "style",
        "charset",
        "http-equiv",
        "content",
        "name",
        "role",
        "tabindex",
        "scope",
    }
    allowed |= {"aria-label", "aria-labelledby"}
    for tag, attributes in page.elements:
        assert tag not in {
            "script",
            "img",
            "svg",
            "iframe",
            "object",
            "link",
            "form",
            "base",
            "b",
            "i",
            "input",
        }
        assert set(attributes) <= allowed
        assert re.fullmatch(
            r"#[^\"<>]*|https://evil\.example" if raw else r"#[^\"<>]*", attributes.get("href") or "#"
        )
        assert re.fullmatch(r"width:[\d.]+%|", attributes.get("style") or "")
    if not raw:
        assert page.text.count(seen(attempt)) >= PLACES


@EACH
@ATTEMPTS_BOTH
def test_pdf(attempt: str, raw: bool) -> None:
    made = pdf(paper_with(attempt, raw=raw), templates())
    assert poppler("pdfinfo", made, "-js").strip() == ""
    links = set(re.findall(r"https?://\S+|mailto:\S+|file:\S+", poppler("pdfinfo", made, "-url")))
    assert links <= ({"https://evil.example"} if raw else set())
    assert "A4" in poppler("pdfinfo", made)
    if not raw:
        letters = re.sub(r"\W", "", seen(attempt))
        assert letters in re.sub(r"\W", "", pdf_text(made))


def names(made: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return [
            each
            for each in package.namelist()
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml", each)
        ]
