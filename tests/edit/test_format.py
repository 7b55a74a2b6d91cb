"""One layout for every way of writing the same; nothing is touched that might be lost."""

from pathlib import Path

import pytest

from lgdkit.edit import format as format_module
from lgdkit.edit.comments import NotUnderstood, Page
from lgdkit.edit.format import formatted, page_of, same
from lgdkit.edit.layout import Layout
from lgdkit.edit.tree import Block
from lgdkit.read.yaml12 import nodes, parse

LONG = "word " * 30 + "end"
FILLED = " ".join(["word"] * 20) + "\n      " + "word " * 10 + "end"
CASES = {
    "lists are indented": ("actions:\n- id: a\n", "actions:\n  - id: a\n"),
    "one step for each level": (
        "city:\n     name:\n        fi: x\n",
        "city:\n  name:\n    fi: x\n",
    ),
    "the root in brackets": (
        '{"city": {"id": "x"}, "actions": [] } # c',
        "city: {id: x}\n\nactions: []\n# c\n",
    ),
    "the root in brackets, with comments": (
        "# top\n{ # in\n city: {id: x} # x\n # foot\n} # end\n# last\n",
        "# top\n# in\ncity: {id: x}  # x\n# foot\n# end\n# last\n",
    ),
    "marks of documents": ("# a\n--- # b\ncity: {}\n...\n", "# a\n# b\ncity: {}\n"),
    "a key with a question mark": ("? city # c\n# d\n: id: a\n", "city:  # c\n  # d\n  id: a\n"),
    "a key in quotes": (
        "\"city\":\n  'no': 1\n  'x y': 2\n  \"2020\": 3\n  'it''s': 4\n",
        None,
    ),
    "comments in an empty list": ("a: [ # c\n # d\n]\nb: {}\n", "# c\n# d\na: []\n\nb: {}\n"),
    "two comments on a line": ("a: # c\n  x # d\n", "# c\na: x  # d\n"),
    "a comment before a bracket": ("a:\n  # c\n  [x]\n", "# c\na: [x]\n"),
    "a comment behind brackets that become lines": (
        f"a:\n- [{LONG}, {LONG}] # c\n",
        f"a:\n  # c\n  - - >-\n      {FILLED}\n    - >-\n      {FILLED}\n",
    ),
    "comments further and further out": (
        "a:\n  b:\n    c: 1\n    # c\n   # b\n  # b too\n # a\n  # still a\n# end\n",
        "a:\n  b:\n    c: 1\n    # c\n  # b\n  # b too\n# a\n# still a\n# end\n",
    ),
    "everything indented": ("  a: 1\n   # a\n# b\n  # c\n", "a: 1\n# a\n# b\n# c\n"),
    "lists in lists": ("a:\n- - 1\n  - # x\n    2\n- - - {b: 1}\n", None),
    "numbers as they are": ("a: [012, 1.50, 0x1F, true, ~x]\n", "a: [012, 1.50, 0x1F, true, ~x]\n"),
    "escapes as they are": ('a: "x\\u00a0y"\n', 'a: "x\\u00a0y"\n'),
    "escapes over several lines": ('a: "x\\u00a0\n  y\\U000F0000"\n', 'a: "x\\u00a0 y\\U000f0000"\n'),
    "escapes of quotes alone": ('a: ["x, \\"y\\"", "\\\\x"]\n', "a: ['x, \"y\"', '\\x']\n"),
    "quotes in brackets": ("a: ['x, y', 'x y', 'it''s']\n", 'a: ["x, y", x y, "it\'s"]\n'),
    "quotes for colons and number signs": ("a: ['x: y', 'x #y', 'x:', 'x#y']\n", None),
    "a text with both quotes": ("a: 'say \"it''s\"'\n", "a: 'say \"it''s\"'\n"),
    "a text with lines in brackets": ("a: ['x\n\n  y']\n", 'a: ["x\\ny"]\n'),
    "a text with lines": ("a: 'x\n\n  y'\n", "a: >-\n  x\n\n  y\n"),
    "a plain text over several lines": ("a: x\n  y\n", "a: x y\n"),
    "a bar": ("a: |\n    x\n\n      y # no\nb: 1\n", "a: |\n  x\n\n    y # no\n\nb: 1\n"),
    "a bar that keeps blank lines": ("a: |+\n  x\n\nb: 1\n", 'a: "x\\n\\n"\n\nb: 1\n'),
    "a bar with an indentation of its own": ("a: |2-\n    x\n", 'a: "  x"\n'),
    "an empty bar": ("a: |\n\nb: 1\n", 'a: ""\n\nb: 1\n'),
    "an arrow with lines that are not folded": ("a: >\n   x\n     y\n   z\n", "a: >\n  x\n    y\n  z\n"),
    "a comment behind an arrow": ("a: >- # c\n x\n# d\nb: 1\n", "a: >-  # c\n  x\n\n# d\nb: 1\n"),
    "a long text": (f"a: {LONG}\n", None),
    "a long text in quotes": (f"a: '{LONG}: x'\n", None),
    "a long line that cannot be broken": (f"a: {'x' * 130}\n", f"a: {'x' * 130}\n"),
    "a long folded line": (f"a: >-\n  short\n  {LONG}\n\n  other\n", None),
    "a long line that is not folded": (f"a: >-\n  x\n   {LONG}\n", f"a: >-\n  x\n   {LONG}\n"),
    "a long line with an escape": (f'a: "{LONG}\\n"\n', f'a: "{LONG}\\n"\n'),
    "keys in the order of the format": (
        "actions:\n- own: 1\n  title: x # t\n  id: a\n",
        "actions:\n  - id: a\n    title: x  # t\n    own: 1\n",
    ),
    "keys in brackets, too": ("actions: [{title: x, id: a}]\n", "actions: [{id: a, title: x}]\n"),
    "keys that a comment parts": ("actions:\n- title: x\n  # about the id\n  id: a\n", None),
    "keys that a blank line parts": ("actions:\n- title: x\n\n  id: a\n", None),
    "keys that nobody knows": ("others:\n- title: x\n  id: a\n", None),
    "blank lines": (
        "\n\n# top\n\n\n\na: 1\n\n\nb:\n\n  - 1\n\n\n  # x\n\n  - 2\n\n\n\n",
        "# top\n\na: 1\n\nb:\n  - 1\n\n  # x\n\n  - 2\n",
    ),
    "short records stay together": ("a:\n- {b: 1}\n- {b: 2}\n- b: 3\n- b: 4\n", None),
    "records of several lines are parted": (
        "a:\n- b: 1\n  c: 1\n# x\n- {b: 2}\n- {b: 3}\n",
        "a:\n  - b: 1\n    c: 1\n\n  # x\n  - {b: 2}\n  - {b: 3}\n",
    ),
    "comments keep their column": (
        "a:\n- bb: 1     # x\n  c: 'yy'   # y\n",
        "a:\n  - bb: 1     # x\n    c: yy     # y\n",
    ),
    "a comment has two spaces before it": ("a: 1 # x\n", "a: 1  # x\n"),
}


@pytest.mark.parametrize(("written", "expected"), CASES.values(), ids=CASES)
def test_the_layout(written: str, expected: str | None) -> None:
    """The text itself where it is given; in any case it stays, and says the same."""
    found = formatted(written.encode())
    assert found.reason == ""
    if expected is not None:
        assert found.text.decode() == expected
    assert formatted(found.text).text == found.text
    assert same(parse(found.text).data, parse(written.encode()).data)


def test_lines_of_a_long_text() -> None:
    text = formatted(f"a: {LONG}\nb: >-\n  short\n  {LONG}\n\n  other\n".encode()).text.decode()
    filled = " ".join(["word"] * 20)
    rest = " ".join(["word"] * 10)
    assert text == (
        f"a: >-\n  {filled}\n  {rest} end\n\n"
        f"b: >-\n  short {' '.join(['word'] * 19)}\n  {' '.join(['word'] * 11)} end\n\n  other\n"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a: 1\r\nb:  2\r\n", b"a: 1\r\n\r\nb: 2\r\n"),
        (b"a: 1\r\nb:  2\nc: 3\n", b"a: 1\n\nb: 2\n\nc: 3\n"),
        (b"a: 1\rb:  2", b"a: 1\n\nb: 2\n"),
        (b"\xef\xbb\xbfa: 1", b"a: 1\n"),
        ("ä:  '😀' # ö".encode(), 'ä: "😀"  # ö\n'.encode()),
    ],
)
def test_line_ends_and_marks(raw: bytes, expected: bytes) -> None:
    assert formatted(raw).text == expected


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# only a comment", b"{}"])
def test_what_holds_nothing_stays(raw: bytes) -> None:
    assert formatted(raw) == format_module.Formatted(raw)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"a: 1\na: 2\n", 2),
        (b"a: 1\nb: &x 1\n", 2),
        (b"a: &x 1\nb: *x\n", 2),
        (b"a: !t 1\n", 1),
        (b"a:\n", 1),
        (b"a: [\n", 2),
        (b"a: \xff\n", 1),
        (b"%YAML 1.1\n---\na: 1\n", 1),
        (b"a: x\x00y\n", 1),
        (b"- a: 1\n", 1),
        (b"text\n", 1),
        (b"? [a]\n: 1\n", 1),
        (b"[" * 100_000, 1),
        (b"{" * 20, 2),
    ],
)
def test_faults_are_named_and_nothing_is_touched(raw: bytes, line: int) -> None:
    found = formatted(raw)
    assert (found.text, found.line) == (raw, line)
    assert found.reason


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (
            b"a:   &x 1\n",
            "gets a name, to be repeated elsewhere. If it is text, put it in quotes; else take the name out.",
        ),
        (
            b"a:   &x 1\nb: *x\n",
            "Write the value out, and take &x out; if it is text, put it in quotes.",
        ),
        (b"a:   {<<: {b: 1}}\n", "Merge keys (<<) are not used here. Write the values out."),
    ],
)
def test_anchors_stay_with_the_file_and_the_way_out_is_told(raw: bytes, says: str) -> None:
    found = formatted(raw)
    assert found.text == raw
    assert found.reason.endswith(says)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (("x", "y"), "Its data would not be the same in the new layout."),
        (("1", "true"), "Its data would not be the same in the new layout."),
        (("- 2", "- 2\n  - 2"), "Its data would not be the same in the new layout."),
        (("text: x", "text: x\ntext: x"), "Its data would not be the same in the new layout."),
        (("  # c", ""), "A comment would be lost in the new layout."),
        (("  # c", "  # cc"), "A comment would be lost in the new layout."),
    ],
)
def test_no_damage_gets_through(
    monkeypatch: pytest.MonkeyPatch, damage: tuple[str, str], reason: str
) -> None:
    """Whatever a fault of ours would do to the text, it is seen before anything is written."""
    raw = b"text: x\none: 1  # c\nlist:\n  - 2\n"
    assert formatted(raw).reason == ""
    right = Layout.text

    def damaged(self: Layout, root: Block) -> str:
        return right(self, root).replace(*damage)

    monkeypatch.setattr(Layout, "text", damaged)
    found = formatted(raw)
    assert (found.text, found.reason, found.line) == (raw, reason, 0)


def test_a_layout_that_would_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = iter(("a: 1\n", "a:  1\n"))
    monkeypatch.setattr(Layout, "text", lambda *_: next(texts))
    assert formatted(b"a:    1").reason == "The new layout would not stay as it is."


def test_what_is_not_understood_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(raw: bytes, root: object) -> Page:
        raise NotUnderstood

    monkeypatch.setattr(format_module, "page_of", refused)
    assert formatted(b"a:  1\n") == format_module.Formatted(
        b"a:  1\n", "Something stands in it that would not be kept."
    )


@pytest.mark.parametrize(
    ("text", "other"), [(b"a: 1\n", b"a: 1\nb\n"), (b"a: 1\n", b"a: 1 'x'\n"), (b"a: |\n  x\n", b"abcdefgh")]
)
def test_a_sign_that_is_no_mark(text: bytes, other: bytes) -> None:
    """Scalars of another text leave signs over: they are not taken for marks."""
    root = nodes(text)
    assert root is not None
    with pytest.raises(NotUnderstood):
        page_of(other, root)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"b": 1}, False),
        ([1, 2], [2, 1], False),
        ([1], [1, 1], False),
        ("1", 1, False),
        (float("nan"), float("nan"), True),
        (0.0, -0.0, False),
    ],
)
def test_same_data(one: object, other: object, alike: bool) -> None:
    assert same(one, other) is alike


def test_the_examples_say_the_same(examples: Path) -> None:
    for file in sorted(examples.rglob("*.yaml")):
        raw = file.read_bytes()
        found = formatted(raw)
        assert found.reason == "", file
        assert same(parse(found.text).data, parse(raw).data)
