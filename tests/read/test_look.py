"""The look at the bytes, and what makes a text go the careful way or no way at all."""

import pytest

from lgdkit.diagnostics import Span
from lgdkit.read.fault import Refused, span_at
from lgdkit.read.look import MAX_BYTES, look, plain
from lgdkit.read.nodes import MAX_VALUES, compose
from lgdkit.read.yaml12 import nodes, parse


def refused(raw: bytes) -> tuple[str, Span, str]:
    with pytest.raises(Refused) as raised:
        look(raw)
    (fault,) = raised.value.faults
    return fault.rule, fault.span, fault.help


def test_line_ends_and_mark_are_taken_off() -> None:
    assert plain(b"\xef\xbb\xbfa\r\nb\rc\nd") == b"a\nb\nc\nd"
    assert look(b"a: 1\r\n").text == b"a: 1\n"


def test_ordinary_texts_are_not_odd() -> None:
    for text in (
        "a: 1",
        "a: Hej! R&D, 5 * 3",
        "name: Umeå – “x”…\u00a0§",
        'a: "b\\n"',
        "a: x!\nb: c&d",
        "a: C:\\d",
    ):
        looked = look(text.encode())
        assert not looked.odd, text
        assert not looked.may_alias, text


@pytest.mark.parametrize(
    "text", ["a: &b 1", "a: ! b", "[!]", "a: x\u202e", "a: x\u0085", "a: x\0", 'a: "\\u202e"', "&a"]
)
def test_odd_texts(text: str) -> None:
    assert look(text.encode()).odd


def test_texts_that_may_repeat_values() -> None:
    assert look(b"a: &b 1\nc: *b").may_alias
    assert look(b"a: x *b &c").may_alias, "it may; the events then say that it does not"
    assert parse(b"a: x *b &c").data == {"a": "x *b &c"}


def test_too_large() -> None:
    rule, span, advice = refused(b"#" * (MAX_BYTES + 1))
    assert (rule, span) == ("file-too-large", Span(1, 1, 2))
    assert advice.startswith("Split it")
    assert parse(b"a: 1\n" + b"#" * (MAX_BYTES - 5)).data == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "span", "advice"),
    [
        (
            b"a: 1\nb: gr\xfcn",
            Span(2, 6, 7),
            'It looks like Windows-1252, where this byte is "ü". Save the file as UTF-8.',
        ),
        (b"a: \x81", Span(1, 4, 5), "Save the file as UTF-8."),
        ("a: 1".encode("utf-16"), Span(1, 1, 2), "It looks like UTF-16. Save the file as UTF-8."),
        (
            "Å: ".encode() + b"\xff",
            Span(1, 4, 5),
            'It looks like Windows-1252, where this byte is "ÿ". Save the file as UTF-8.',
        ),
    ],
)
def test_other_encodings(raw: bytes, span: Span, advice: str) -> None:
    assert refused(raw) == ("not-utf8", span, advice)


@pytest.mark.parametrize(("raw", "line"), [(b"%YAML 1.1\n---\na: 1", 1), (b"# c\n \n%TAG ! x", 3)])
def test_directives(raw: bytes, line: int) -> None:
    assert refused(raw)[:2] == ("yaml-directive", Span(line, 1, 2))


def test_percent_signs_in_text_are_text() -> None:
    assert parse(b'{a: "x\n% y", b: 5 %}').data == {"a": "x % y", "b": "5 %"}


def test_too_many_values() -> None:
    text = b"a: [" + b"1," * MAX_VALUES + b"]"
    with pytest.raises(Refused) as raised:
        compose(look(text))
    assert raised.value.faults[0].rule == "file-too-large"
    assert nodes(text) is None


@pytest.mark.parametrize("raw", [b"a: &b 1\nc: *b", b"a: &b [*b]", b"a: &b {x: 1}\nc: {y: *b}"])
def test_aliases(raw: bytes) -> None:
    (fault,) = parse(raw).faults
    assert fault.rule == "yaml-alias"
    assert fault.message == 'The alias "*b" repeats a value from elsewhere.'
    assert fault.span.column == raw.split(b"\n")[-1].index(b"*") + 1
    assert "take &b out" in fault.help


def test_aliases_do_not_hide_other_faults() -> None:
    """Each is one finding, and what it would repeat is read where it stands."""
    text = b"a: &one {x: 1}\nb: [*one, *two, !t x]\nc: *one\n*one : 3\nd: &left 4\n'e': '*one'\n"
    parsed = parse(text)
    assert parsed.data == {"a": {"x": 1}, "b": [None, None, None], "e": "*one"}
    assert [(each.rule, each.span.line, each.span.column) for each in parsed.faults] == [
        ("yaml-alias", 2, 5),
        ("yaml-alias", 2, 11),
        ("yaml-tag", 2, 17),
        ("yaml-alias", 3, 4),
        ("yaml-alias", 4, 1),
        ("yaml-alias", 5, 4),
    ]


@pytest.mark.parametrize(
    "raw", [b"[" * 300, b"- " * 100, b"a: 1\rb:\r" + b"- " * 100, b"\xef\xbb\xbf" * 3 + b"? " * 100]
)
def test_deep_nesting_is_seen_before_it_is_composed(raw: bytes) -> None:
    (fault,) = parse(raw).faults
    assert fault.rule == "too-deep"
    assert nodes(raw) is None


def test_brackets_that_do_not_nest_are_no_matter() -> None:
    assert parse(b"a: [" + b"[1], " * 300 + b"]").data == {"a": [[1]] * 300}


def test_deep_nesting_beside_signs_of_aliases() -> None:
    (fault,) = parse(b"a: &b 1\nc: *b\n"[:8] + b"c: " + b"[" * 30 + b"*b" + b"]" * 30).faults
    assert fault.rule == "too-deep"


def test_places_in_a_text() -> None:
    assert span_at("ab\ncd", 0) == Span(1, 1, 2)
    assert span_at("ab\ncd", 4) == Span(2, 2, 3)
