"""Pandoc as a process: what it may read, what it says, and when it is not there."""

import json
import sys

import pytest

from lgdkit.office import pandoc as room
from lgdkit.office.pandoc import NotInstalledError, PandocError, pandoc

PICTURE = (
    b'{"pandoc-api-version":[1,23],"meta":{},"blocks":'
    b'[{"t":"Para","c":[{"t":"Image","c":[["",[],[]],[],["%s",""]]}]}]}'
)


def test_text_in_and_out() -> None:
    assert json.loads(pandoc(["-f", "commonmark", "-t", "json"], "ä".encode()))["blocks"]


def test_a_file_that_is_given() -> None:
    assert pandoc(["-f", "commonmark", "-t", "plain", "a.md"], b"", {"a.md": b"*a*"}) == b"a\n"
    with pytest.raises(ValueError, match="plain name"):
        pandoc([], b"", {"../a": b""})


@pytest.mark.parametrize("source", [b"/etc/passwd", b"https://example.org/a.png", b"file:///etc/passwd"])
def test_no_file_from_elsewhere(source: bytes) -> None:
    plain, other = (
        pandoc(["-f", "json", "-t", "docx", "-o", "-"], PICTURE % each) for each in (b"nowhere.png", source)
    )
    assert abs(len(plain) - len(other)) < 100


def test_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = pandoc(["-f", "commonmark", "-t", "docx", "-o", "-"], b"a")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert pandoc(["-f", "commonmark", "-t", "docx", "-o", "-"], b"a") == first


def test_what_it_refuses() -> None:
    with pytest.raises(PandocError, match="Unknown input format x"):
        pandoc(["-f", "x"], b"")


def test_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SECONDS", 0.001)
    with pytest.raises(PandocError, match="took longer"):
        pandoc(["-f", "commonmark"], b"a")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    room._program.cache_clear()
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(NotInstalledError, match=r"pip install 'lgdkit\[docs\]'"):
        pandoc([], b"")
    monkeypatch.undo()
    import pypandoc

    def missing() -> str:
        raise OSError("no pandoc")

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    with pytest.raises(NotInstalledError):
        pandoc([], b"")
    room._program.cache_clear()
