"""What a run is about to do: which state a draft is in after a kill."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.drafts.journal import Entry, read, written
from lgdkit.drafts.outcome import Kind, Step

BEFORE, AFTER = b"a\nb\nc\nd\n", b"a\nb\nC\nd\n"


def test_of_a_step() -> None:
    step = Step("map.en.md", Kind.WRITTEN, BEFORE, AFTER, b"new", b"old")
    assert Entry.of(step) == Entry("map.en.md", BEFORE, AFTER, b"old", b"new")
    kept = Step("map.en.md", Kind.EDITED, BEFORE, None, b"new", b"old")
    assert Entry.of(kept) == Entry("map.en.md", BEFORE, BEFORE, b"old", b"new")
    moved = Step(
        "mou/b.en.md", Kind.MERGED, BEFORE, AFTER, b"new", b"old", origin="mou/a.en.md", moved=BEFORE
    )
    assert Entry.of(moved) == Entry("mou/b.en.md", None, AFTER, None, b"new", "mou/a.en.md", BEFORE)
    by_hand = Step("mou/b.en.md", Kind.MERGED, BEFORE, AFTER, b"new", b"old", origin="mou/a.en.md")
    assert Entry.of(by_hand) == Entry("mou/b.en.md", BEFORE, AFTER, None, b"new", "mou/a.en.md")


@pytest.mark.parametrize(
    ("there", "landed"),
    [
        (AFTER, True),
        (BEFORE, False),
        (None, False),
        (AFTER + b"by hand\n", True),
        (b"by hand\n" + BEFORE, False),
        (AFTER.replace(b"\n", b"\r\n"), True),
        (BEFORE.replace(b"\n", b"\r\n"), False),
    ],
)
def test_landed(there: bytes | None, landed: bool) -> None:
    """A person may have edited the draft since the kill: it is the one from which it differs less."""
    assert Entry("map.en.md", BEFORE, AFTER, b"", b"").landed(there) is landed


def test_landed_where_nothing_stood() -> None:
    entry = Entry("map.en.md", None, AFTER, None, AFTER)
    assert entry.landed(AFTER)
    assert entry.landed(AFTER + b"by hand\n")
    assert not entry.landed(None)


_TEXT = st.none() | st.binary(max_size=8)
_NAME = st.sampled_from(("map.en.md", "mou/a.en.md"))


@given(st.lists(st.builds(Entry, _NAME, _TEXT, _TEXT, _TEXT, _TEXT, _NAME | st.just(""), _TEXT), max_size=4))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    """Any bytes: with --force, a run writes over what is no text."""
    assert read(written(entries)) == tuple(entries)


def test_each_text_stands_in_it_once() -> None:
    entries = [Entry(f"mou/{name}.md", BEFORE, AFTER, BEFORE, AFTER) for name in "abc"]
    assert len(json.loads(written(entries))["texts"]) == 2


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{}", b"[]", b"null", b"\xff", b'{"version": 2}', b'{"version": 1}',
     b'{"version": 1, "drafts": [1], "texts": {}}', b'{"version": 1, "drafts": [], "texts": []}',
     written([Entry("map.en.md", BEFORE, AFTER, None, None)])[:-1]],
)  # fmt: skip
def test_what_is_no_journal_says_nothing(content: bytes | None) -> None:
    assert read(content) == ()
