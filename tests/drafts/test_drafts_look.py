"""How an editor wrote a file is no edit, and is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.drafts.look import dressed, lines_of, plain

MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (MARK + b"a\nb", "a\nb\n"),
        (b"a\r\nb\n", "a\nb\n"),
        (b"a\rb\n", "a\rb\n"),
        ("ä\u2028b\x0b\n".encode(), "ä\u2028b\x0b\n"),
        (b"\n", "\n"),
    ],
)
def test_plain(content: bytes, text: str) -> None:
    assert plain(content) == text


def test_what_is_no_utf_8_is_no_text() -> None:
    assert plain("ä".encode("latin-1")) is None
    assert plain("ä".encode("utf-16")) is None


def test_only_lf_ends_a_line() -> None:
    assert lines_of("a\u2028b\x0c\x85\rc\n\nd\n") == ["a\u2028b\x0c\x85\rc\n", "\n", "d\n"]
    assert lines_of("") == []


@pytest.mark.parametrize(
    ("like", "content"),
    [
        (b"x\n", b"a\nb\n"),
        (b"", b"a\nb\n"),
        (b"x\r\n", b"a\r\nb\r\n"),
        (MARK + b"x\n", MARK + b"a\nb\n"),
        (b"x", b"a\nb"),
        (MARK + b"x\r\ny", MARK + b"a\r\nb"),
        (b"a\r\nx\n\n\n", b"a\r\nb\n"),  # the line that stays keeps its end, the new one gets the usual one
        (b"x\r\ny\r\na\nz\r\n", b"a\nb\r\n"),
    ],
)
def test_dressed(like: bytes, content: bytes) -> None:
    assert dressed("a\nb\n", like) == content


def test_a_text_of_nothing() -> None:
    assert dressed("", b"x\r\ny") == b""
    assert dressed("", MARK + b"x") == MARK


_TEXTS = st.text(st.sampled_from("ab \u00e4\u2028"), max_size=3)


@given(st.lists(st.tuples(_TEXTS, st.sampled_from(("\n", "\r\n"))), min_size=1), st.booleans(), st.booleans())
def test_a_text_that_nobody_changed_comes_out_as_it_was(
    lines: list[tuple[str, str]], mark: bool, ends: bool
) -> None:
    text = "".join(line + end for line, end in lines)
    if not ends and lines[-1][0]:
        text = text.removesuffix("\n").removesuffix("\r")
    content = (MARK if mark else b"") + text.encode()
    found = plain(content)
    assert found is not None
    assert plain(dressed(found, content)) == found
    same_ends = len({end for _, end in lines}) == 1
    if same_ends:
        assert dressed(found, content) == content
