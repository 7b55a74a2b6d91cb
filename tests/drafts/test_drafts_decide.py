"""What becomes of a draft: from what stands there, what was drafted last, and what the data says."""

import pytest

from lgdkit.drafts.decide import decide, digest
from lgdkit.drafts.outcome import Kind, Step

OLD, NEW, HAND = b"a\nb\nc\n", b"a\nb\nC\n", b"A\nb\nc\n"
MARK = b"\xef\xbb\xbf"


def decided(there: bytes | None, last: bytes | None, new: bytes = NEW, **options: object) -> Step:
    return decide("map.en.md", new, there, last, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("there", "last", "kind", "content", "base"),
    [
        (None, None, Kind.WRITTEN, NEW, NEW),
        (None, OLD, Kind.DELETED, None, None),
        (OLD, OLD, Kind.WRITTEN, NEW, NEW),
        (NEW, NEW, Kind.UNCHANGED, None, None),
        (NEW, OLD, Kind.UNCHANGED, None, NEW),  # a person wrote what the data says now
        (NEW, None, Kind.UNCHANGED, None, NEW),
        (HAND, None, Kind.FOREIGN, None, None),
        (HAND, OLD, Kind.MERGED, b"A\nb\nC\n", NEW),
        (HAND, NEW, Kind.EDITED, None, None),
        (b"a\nb\nX\n", OLD, Kind.CONFLICT, None, NEW),
        (b"", OLD, Kind.CONFLICT, None, NEW),
        # only the look is another one
        (OLD.replace(b"\n", b"\r\n"), OLD, Kind.WRITTEN, NEW.replace(b"\n", b"\r\n"), NEW),
        (MARK + OLD, OLD, Kind.WRITTEN, MARK + NEW, NEW),
        (OLD[:-1], OLD, Kind.WRITTEN, NEW[:-1], NEW),
        (MARK + NEW.replace(b"\n", b"\r\n"), NEW, Kind.UNCHANGED, None, None),
        (NEW.replace(b"\n", b"\r\n"), OLD, Kind.UNCHANGED, None, NEW),
        (NEW[:-1], None, Kind.UNCHANGED, None, NEW),
        # and edits in it
        (HAND.replace(b"\n", b"\r\n"), OLD, Kind.MERGED, b"A\r\nb\r\nC\r\n", NEW),
        (MARK + HAND, OLD, Kind.MERGED, MARK + b"A\nb\nC\n", NEW),
        (HAND[:-1], OLD, Kind.MERGED, b"A\nb\nC", NEW),
        # what was remembered went through a merge of git
        (HAND, b"a\nb\n<<<<<<< HEAD\nc\n=======\nx\n>>>>>>> main\n", Kind.CONFLICT, None, NEW),
        (NEW, b"a\nb\n<<<<<<< HEAD\nc\n=======\nC\n>>>>>>> main\n", Kind.UNCHANGED, None, NEW),
    ],
)
def test_decide(
    there: bytes | None, last: bytes | None, kind: Kind, content: bytes | None, base: bytes | None
) -> None:
    step = decided(there, last)
    assert step.kind is kind
    assert step.base == base
    if kind is not Kind.CONFLICT:
        assert step.content == content
    assert (step.there, step.known) == (there, last)


@pytest.mark.parametrize("there", [None, OLD, HAND, b"<<<<<<< x\n", b"\xff"])
@pytest.mark.parametrize("last", [None, OLD])
def test_force_writes_what_the_data_says(there: bytes | None, last: bytes | None) -> None:
    step = decided(there, last, force=True)
    assert (step.kind, step.content, step.base) == (Kind.WRITTEN, NEW, NEW)
    same = decided(NEW, last, force=True)
    assert (same.kind, same.content, same.base) == (Kind.UNCHANGED, None, NEW)


@pytest.mark.parametrize(
    "mark", [b"<<<<<<< by hand\n", b">>>>>>> from the data\n", b"||||||| as last drafted\n"]
)
@pytest.mark.parametrize("new", [OLD, NEW])
def test_a_file_with_marks_is_not_touched(mark: bytes, new: bytes) -> None:
    step = decided(b"a\n" + mark + b"b\n", OLD, new)
    assert (step.kind, step.lines, step.content, step.base) == (Kind.UNRESOLVED, (2,), None, None)


def test_the_marks_of_a_conflict_are_written_as_the_editor_writes() -> None:
    step = decided(MARK + b"a\r\nb\r\nX", OLD)
    assert step.content is not None
    assert step.content.startswith(MARK + b"a\r\nb\r\n<<<<<<< by hand\r\nX\r\n")
    assert step.content.endswith(b"\r\n>>>>>>> from the data")
    assert decided(step.content, NEW).kind is Kind.UNRESOLVED


def test_edits_that_hold_what_the_data_says_too() -> None:
    step = decided(b"A\nb\nC\n", OLD)
    assert (step.kind, step.content, step.base) == (Kind.EDITED, None, NEW)


@pytest.mark.parametrize("there", ["a\nb\nä\n".encode("latin-1"), "a\nb\nc\n".encode("utf-16")])
def test_what_is_no_utf_8_is_left_and_named(there: bytes) -> None:
    assert decided(there, NEW).kind is Kind.EDITED
    step = decided(there, OLD)
    assert (step.kind, step.content) == (Kind.REFUSED, None)
    assert step.reason == (
        "it was edited by hand and is not UTF-8 text, so nothing can be merged; save it as UTF-8"
    )


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lgdkit.drafts.merge.shutil.which", lambda _: None)
    step = decided(HAND, OLD)
    assert (step.kind, step.content, step.base) == (Kind.REFUSED, None, None)
    assert step.reason == (
        "it was edited by hand and the data has changed; merging needs git, and git is not installed or not on "
        "the path; nothing was changed"
    )
    assert [decided(there, OLD).kind for there in (OLD, NEW)] == [Kind.WRITTEN, Kind.UNCHANGED]


def test_digests_of_an_older_version() -> None:
    of_old, of_new = frozenset({digest(OLD)}), frozenset({digest(NEW)})
    assert decided(OLD, None, digests=of_old).content == NEW
    assert decided(HAND, None, digests=of_old).kind is Kind.UNKNOWN
    known = decided(HAND, None, digests=of_new)
    assert (known.kind, known.base) == (Kind.EDITED, NEW)
    assert decided(None, None, digests=of_old).kind is Kind.DELETED
