"""A paper with everything in it that a draft may hold, and what the tests ask of the files that are made of it."""

import io
import shutil
import subprocess
import zipfile
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from lgdkit import disk
from lgdkit.office.paper import Labels, Look, Paper, paper

PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="40" height="10">'
    b'<rect width="40" height="10" fill="#1f5c4d"/></svg>'
)
LABELS = Labels("Draft for legal review", "Version", "Contents", "Page", "Go to the text")
EVERYTHING = """\
# A deal *for* all

**For one partner**

> **A remark.** It is set off.
>
> ### A heading in it

## 1. Parts

Words, **strong**, *emphasis*, ~~struck~~, `code`, a [link](https://example.org/a?b=c&d), one [inside](#2-lists)
and [nowhere](#nowhere), [](https://example.org)a note[^1], a small ![small](pictures/a.svg)\\
and a new line.

![Alternative text](../pictures/a.svg)

![Not there](pictures/b.svg)

### A part of it

---

    code & <lines>

## 2. Lists

- one
  - two
- three

  a second paragraph

3. three
4. four
   > a remark

#### Deep

## 3. Tables

| Name | Figure | Middle |
| --- | ---: | :-: |
| *a* | 1 | [b](#1-parts) |
| c | 22 | ä |

## 4. Signatures

| Party | Place and date | Name | Signature |
| --- | --- | --- | --- |
| City |   |   |   |
| Partner |   |   |   |

[^1]: The note, with a [link](mailto:a@example.org) and **strong** words.
"""


@cache
def templates() -> dict[str, bytes]:
    return disk.read_templates()


def paper_of(
    text: str = EVERYTHING,
    draft: str = "mou/a.b",
    labels: Labels = LABELS,
    languages: tuple[str, ...] = ("en",),
    look: Look | None = None,
    city: str = "Lintula",
    pictures: dict[str, bytes] | None = None,
) -> Paper:
    shown = {"pictures/a.svg": PICTURE} if pictures is None else pictures
    return paper(text.encode(), draft, labels, city, languages, look, shown)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return ElementTree.fromstring(package.read(name))  # noqa: S314 - made by us, a moment ago


def paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Return the style and the words of each paragraph of a Word file."""
    found = []
    for each in part(docx).iter(f"{W}p"):
        style = each.find(f"{W}pPr/{W}pStyle")
        words = "".join(node.text or "" for node in each.iter(f"{W}t"))
        found.append((style.get(f"{W}val", "") if style is not None else "", words))
    return found


def pdf_text(pdf: bytes) -> str:
    """Return the words of a PDF, in one line."""
    return " ".join(poppler("pdftotext", pdf, "-").split())


def poppler(program: str, pdf: bytes, *arguments: str) -> str:
    if not shutil.which(program):
        pytest.skip(f"{program} is not there: install poppler-utils")
    done = subprocess.run([program, "-", *arguments], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


class Page(HTMLParser):
    """The elements and the words of a web page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._style = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_endtag(self, _tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())
