"""What pandoc says of a Word file becomes pieces and remarks; what is no Word file is refused."""

import io
import json
import zipfile
from typing import Any

import pytest

from lgdkit.office import from_word as module
from lgdkit.office.carried import Carried, carried, carry
from lgdkit.office.from_word import NoWordFileError, from_word
from lgdkit.office.pieces import Piece, pieces
from lgdkit.office.remarks import Remark, remarks

DRAFT = """\
# Title

> A *remark*, [linked](https://example.org).

## Part

1. **One**
   two

   again
2. Three

| A | B |
| --- | --- |
| a \\| b | ~~c~~ |

```
code  here
```

---

Footnote.[^1]

[^1]: Below.
"""


def node(kind: str, held: Any = None) -> dict[str, Any]:
    return {"t": kind} if held is None else {"t": kind, "c": held}


def words(text: str) -> list[Any]:
    return [node("Str", text)]


def told(monkeypatch: pytest.MonkeyPatch, *blocks: Any) -> bytes:
    """Let pandoc say this of the next Word file."""
    monkeypatch.setattr(module, "pandoc", lambda *_: json.dumps({"blocks": blocks}).encode())
    return packed({"word/document.xml": b""})


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def test_pieces_of_a_draft() -> None:
    found = [(each.kind, each.text, each.start, each.end) for each in pieces(DRAFT)]
    assert found == [
        ("heading", "Title", 0, 1),
        ("paragraph", "A remark, linked.", 2, 3),
        ("heading", "Part", 4, 5),
        ("entry", "One two", 6, 8),
        ("paragraph", "again", 9, 10),
        ("entry", "Three", 10, 11),
        ("row", "A | B", 12, 14),
        ("row", "a | b | c", 14, 15),
        ("other", "code here", 16, 19),
        ("paragraph", "Footnote.", 22, 23),
        ("paragraph", "Below.", 24, 25),
    ]


def test_every_kind_of_block(monkeypatch: pytest.MonkeyPatch) -> None:
    para = node("Para", words("p"))
    cell = ["", "AlignLeft", 1, 1, [para]]
    row = [["", [], []], [cell, ["", "AlignLeft", 1, 1, []]]]
    empty = [["", [], []], [["", "AlignLeft", 1, 1, []]]]
    content = told(
        monkeypatch,
        node("Header", [2, ["", [], []], words("h")]),
        para,
        node("Para", []),
        node("BlockQuote", [para]),
        node("Div", [["", [], []], [para]]),
        node("Figure", [["", [], []], [], [para]]),
        node("BulletList", [[para, node("Plain", words("q"))]]),
        node("OrderedList", [[1, {}, {}], [[para]]]),
        node("Table", [[], [], [], [[], [row]], [[[], 0, [row], [empty]]], [[], []]]),
        node("CodeBlock", [[], "c  d"]),
        node("LineBlock", [words("a"), words("b")]),
        node("HorizontalRule"),
    )
    assert from_word(content) == [
        Piece("heading", ("h",), 2),
        Piece("paragraph", ("p",)),
        Piece("paragraph", ("p",)),
        Piece("paragraph", ("p",)),
        Piece("paragraph", ("p",)),
        Piece("entry", ("p",)),
        Piece("paragraph", ("q",)),
        Piece("entry", ("p",), ordered=True),
        Piece("row", ("p", "")),
        Piece("row", ("p", "")),
        Piece("other", ("c d",)),
        Piece("paragraph", ("a b",)),
    ]


def test_every_kind_of_inline(monkeypatch: pytest.MonkeyPatch) -> None:
    content = told(
        monkeypatch,
        node(
            "Para",
            [
                node("Str", "a"),
                node("SoftBreak"),
                node("Code", [[], "b"]),
                node("Strong", [node("Emph", words("c"))]),
                node("Link", [[], words("d"), ["https://example.org", ""]]),
                node("Quoted", [{}, words("e")]),
                node("Note", [node("Para", words("f"))]),
                node("RawInline", ["openxml", "g"]),
            ],
        ),
    )
    assert from_word(content) == [Piece("paragraph", ("a bcde",))]


def span(kind: str, text: str, **values: str) -> dict[str, Any]:
    return node("Span", [["", [kind] if kind else [], list(values.items())], words(text) if text else []])


def test_remarks(monkeypatch: pytest.MonkeyPatch) -> None:
    by = {"author": "A", "date": "2026-11-28T09:00:00Z"}
    cell = ["", "AlignLeft", 1, 1, [node("Plain", [span("deletion", "z", author="B")])]]
    content = told(
        monkeypatch,
        node(
            "Header",
            [2, ["", [], []], [span("insertion", "New ", **by), *words("head"), span("deletion", "x")]],
        ),
        node(
            "BlockQuote",
            [node("Para", [node("Strong", [span("insertion", "a", **by)]), span("insertion", "b", **by)])],
        ),
        node(
            "Div",
            [["", [], []], [node("Para", [span("insertion", "c", **by), *words(" "), span("", "plain")])]],
        ),
        node(
            "BulletList",
            [
                [
                    node(
                        "Para",
                        [
                            span("comment-start", "why", id="7", **by),
                            *words("this"),
                            span("comment-end", "", id="7"),
                        ],
                    )
                ]
            ],
        ),
        node(
            "OrderedList",
            [[1, {}, {}], [[node("Plain", [span("comment-start", "open", id="8"), span("insertion", "")])]]],
        ),
        node("Table", [[], [], [], [[], []], [[[], 0, [[[], [cell]]], []]], [[], []]]),
        node("HorizontalRule"),
    )
    day = "2026-11-28"
    assert remarks(content) == [
        Remark("inserted", "New head", "A", day, "New"),
        Remark("deleted", "New head", "", "", "x"),
        Remark("inserted", "New head", "A", day, "ab"),
        Remark("inserted", "New head", "A", day, "c"),
        Remark("comment", "New head", "A", day, "why", "this"),
        Remark("comment", "New head", "", "", "open"),
        Remark("deleted", "New head", "B", "", "z"),
    ]


def test_what_is_no_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoWordFileError, match="it is no Word file"):
        from_word(b"PK")
    with pytest.raises(NoWordFileError, match="but no Word file"):
        from_word(packed({"content.xml": b""}))
    monkeypatch.setattr(module, "MAX_MIB", 1)
    with pytest.raises(NoWordFileError, match="larger than 1 MiB"):
        from_word(packed({"word/document.xml": b"0" * 2_000_000}))
    pytest.importorskip("pypandoc")
    with pytest.raises(NoWordFileError, match="cannot be read as a Word file"):
        from_word(packed({"word/document.xml": b"<not xml"}))


def with_draft(path: str, text: bytes) -> dict[str, bytes]:
    parts = {"word/_rels/document.xml.rels": b"<R></Relationships>", "[Content_Types].xml": b"<T></Types>"}
    carry(parts, path, text)
    return parts


def test_the_draft_that_a_word_file_carries() -> None:
    text = "Ärende <b>".encode() * 50
    parts = with_draft("mou/one.d.en.md", text)
    assert b'Target="../customXml/lgd.xml"/></Relationships>' in parts["word/_rels/document.xml.rels"]
    assert carried(packed(parts)) == Carried("mou/one.d.en.md", text)
    assert carried(packed({"customXml/item1.xml": b"<other/>", **parts})) == Carried("mou/one.d.en.md", text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"urn:lgdkit:draft:1", b"urn:other"),
        (b'path="mou/one.d.en.md"', b'path="../../etc/PASSWD"'),
        (b"</draft>", b"!</draft>"),
        (b"QQ==", b"QQ="),
    ],
)
def test_a_draft_that_cannot_be_read_is_none(old: bytes, new: bytes) -> None:
    parts = with_draft("mou/one.d.en.md", b"A")
    assert old in parts["customXml/lgd.xml"]
    parts["customXml/lgd.xml"] = parts["customXml/lgd.xml"].replace(old, new)
    assert carried(packed(parts)) is None


def test_what_carries_no_draft() -> None:
    assert carried(b"no package") is None
    assert carried(packed({"word/document.xml": b""})) is None
