"""A draft in Markdown as a tree: what a reader sees, and nothing that does something."""

from pathlib import Path

import pytest

from lgdkit.office.markdown import read
from lgdkit.office.tree import (
    Break,
    Code,
    Heading,
    Inlines,
    Link,
    Listed,
    Listing,
    Note,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
    plain,
)

EXAMPLES = Path(__file__).parents[2] / "examples"


def inside(text: str) -> Inlines:
    (block,) = read(text).front
    assert isinstance(block, Paragraph)
    return block.content


def words(text: str) -> Inlines:
    return (Text(text),)


def test_what_stands_before_the_first_part() -> None:
    document = read("# A *deal*\n\nFor **you**\n\n## 1. Part\n\nText.\n")
    assert document.title == "A deal"
    assert document.front == (Paragraph((Text("For "), Styled("strong", words("you")))),)
    assert document.body == (Heading(2, words("1. Part"), "1-part"), Paragraph(words("Text.")))


def test_a_draft_without_title_or_parts() -> None:
    assert read("Text.") == read("Text.\n")
    assert (read("Text.").title, read("Text.").front, read("Text.").body) == (
        "",
        (Paragraph(words("Text.")),),
        (),
    )
    assert read("## Part\n\n# Title\n").title == "Title"


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("> a\n> b", Quote((Paragraph(words("a b")),))),
        ("- a\n- b", Listing(((Paragraph(words("a")),), (Paragraph(words("b")),)))),
        ("3. a", Listing(((Paragraph(words("a")),),), 3)),
        ("```\na\n b\n```", Listed("a\n b")),
        ("    <a>", Listed("<a>")),
        ("---", Rule()),
        (
            "| a | b | c |\n| --- | ---: | :-: |\n| 1 | 2 | |",
            Table(
                (words("a"), words("b"), words("c")),
                ((words("1"), words("2"), ()),),
                ("left", "right", "center"),
            ),
        ),
    ],
)
def test_blocks(text: str, block: object) -> None:
    assert read(text).front == (block,)


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("a\nb", words("a b")),
        ("a  \nb", (Text("a"), Break(), Text("b"))),
        (
            "*a* ~~b~~ `c`",
            (Styled("emphasis", words("a")), Text(" "), Styled("struck", words("b")), Text(" "), Code("c")),
        ),
        ("<https://a.fi/ä>", (Link("https://a.fi/%C3%A4", words("https://a.fi/ä")),)),
        ("[a](#Teil-ä)", (Link("#Teil-ä", words("a")),)),
        ("![a *b*](pictures/a.fi.svg)", (Picture("pictures/a.fi.svg", "a b"),)),
        ("![a](../pictures/a.svg)", (Picture("pictures/a.svg", "a"),)),
        ("a[^1]\n\n[^1]: b", (Text("a"), Note((Paragraph(words("b")),)))),
        (r"\*a\* \& 04&#57; &amp;", words("*a* & 049 &")),
    ],
)
def test_inlines(text: str, inlines: Inlines) -> None:
    assert inside(text) == inlines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b onclick=x>a</b>", "<b onclick=x>a</b>"),
        ("<script>a</script>", "<script>a</script>"),
        ("a <!-- b -->", "a <!-- b -->"),
        ("`<a>`{=html}", "<a>{=html}"),
        ("$a$ \\(b\\) @c [@d]", "$a$ (b) @c [@d]"),
        ("[a](javascript:b)", "[a](javascript:b)"),
        ("[a](../b.md)", "a"),
        ("[a](file:///etc/passwd)", "[a](file:///etc/passwd)"),
        ("![a](https://b/c.png)", "a"),
        ("![a](/etc/passwd)", "a"),
        ("![a](pictures/../../b.svg)", "a"),
        ("![a](data:image/png;base64,AAAA)", "a"),
        ("a\u202eb\x00c\u200bd", "ab\ufffdcd"),
        ("a[^1] b", "a[^1] b"),
    ],
)
def test_nothing_in_it_does_anything(text: str, shown: str) -> None:
    found = inside(text)
    assert plain(found) == shown
    assert all(isinstance(each, Text | Code) for each in found)


def test_code_for_another_program_is_shown() -> None:
    assert read("```{=openxml}\n<w:br/>\n```").front == (Listed("<w:br/>"),)
    assert read("---\ntitle: a\n---").body[0] == Heading(2, words("title: a"), "title-a")


def test_a_footnote_in_itself_ends() -> None:
    (note,) = [each for each in inside("a[^1]\n\n[^1]: b[^1]") if isinstance(each, Note)]
    assert note.blocks == (Paragraph(words("b")),)


def test_headings_of_one_name_are_told_apart() -> None:
    document = read("## A b!\n\n## A b\n\n> ## A b\n")
    assert [each.anchor for each in document.headings] == ["a-b", "a-b-1"]
    assert document.anchors == {"a-b", "a-b-1"}


def test_a_title_is_heard_without_its_form() -> None:
    assert read("# A `b` [c](#c) ![d](pictures/d.svg)[^1]\\\n\n[^1]: e").title == "A b c d\\"
    assert plain((Text("a"), Break(), Text("b"))) == "a b"


def test_cells_that_wait_to_be_filled_in() -> None:
    (table,) = read("| a | b |\n| --- | --- |\n| 1 | |\n| | &nbsp; |").front
    assert isinstance(table, Table)
    assert table.blanks == 3


def test_deep_nesting_ends() -> None:
    assert read(">" * 5000 + " a" + "[" * 5000 + "*" * 5000).title == ""


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("*/drafts/*.md")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_every_draft_has_a_title_and_parts(path: Path) -> None:
    document = read(path.read_text("utf-8"))
    assert document.title
    assert len([each for each in document.headings if each.level == 2]) > 3
