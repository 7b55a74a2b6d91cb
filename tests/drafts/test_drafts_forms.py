"""Word files, PDFs and pages beside the drafts: what a person changed stays, and a kill leaves nothing in doubt."""

from pathlib import Path

import pytest

from lgdkit.drafts import forms as room
from lgdkit.drafts import place
from lgdkit.drafts.forms import FormShelf, Standing
from lgdkit.drafts.lock import locked
from lgdkit.drafts.shelf import Shelf

PATH, OLD, NEW = "mou/a.b.fi.docx", "1" * 64, "2" * 64


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "drafts", tmp_path / ".lgd", patience=0)


def standing(shelf: Shelf, key: str = OLD, *, force: bool = False) -> Standing:
    return FormShelf(shelf).look(PATH, key, force=force).standing


def put(shelf: Shelf, content: bytes, key: str = OLD) -> str:
    forms = FormShelf(shelf)
    return forms.put(forms.look(PATH, key), content)


def test_what_becomes_of_a_form(shelf: Shelf) -> None:
    assert standing(shelf) is Standing.NEW
    assert put(shelf, b"one") == ""
    assert (shelf.folder / PATH).read_bytes() == b"one"
    assert (standing(shelf), standing(shelf, NEW)) == (Standing.CURRENT, Standing.STALE)
    assert put(shelf, b"two", NEW) == ""
    (shelf.folder / PATH).write_bytes(b"two, and a person's words")
    assert (standing(shelf, NEW), standing(shelf, OLD)) == (Standing.CHANGED, Standing.CHANGED)
    assert standing(shelf, NEW, force=True) is Standing.STALE
    (shelf.folder / PATH).unlink()
    assert standing(shelf, NEW) is Standing.NEW


def test_somebody_elses_file(shelf: Shelf) -> None:
    (shelf.folder / "mou").mkdir(parents=True)
    (shelf.folder / PATH).write_bytes(b"mine")
    assert standing(shelf) is Standing.FOREIGN


def test_a_kill_between_the_two_files(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    assert put(shelf, b"one") == ""
    real, calls = place.replace, []

    def killed(path: Path, content: bytes) -> None:
        calls.append(path)
        if len(calls) == kill:
            raise KeyboardInterrupt
        real(path, content)

    monkeypatch.setattr(place, "replace", killed)
    for kill in (1, 2, 3):
        calls.clear()
        with pytest.raises(KeyboardInterrupt):
            put(shelf, b"two", NEW)
        assert standing(shelf, NEW) is (Standing.CURRENT if kill == 3 else Standing.STALE)
        calls.extend([Path()] * 3)
        assert put(shelf, b"one") == ""


def test_a_merge_in_git_keeps_both_digests(shelf: Shelf) -> None:
    assert put(shelf, b"one") == ""
    memory = shelf.memory / "forms" / PATH
    memory.write_bytes(
        b"<<<<<<< a\n" + memory.read_bytes() + b"=======\n" + NEW.encode() + b" " + OLD.encode() + b"\n"
    )
    assert standing(shelf) is Standing.CURRENT


@pytest.mark.parametrize("link", ["drafts/mou", "drafts/mou/a.b.fi.docx", "drafts", ".lgd", ".lgd/forms"])
def test_no_link_is_followed(shelf: Shelf, tmp_path: Path, link: str) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(target)
    assert standing(shelf) is Standing.REFUSED
    assert list(target.iterdir()) == []


def test_a_link_among_what_is_remembered(shelf: Shelf, tmp_path: Path) -> None:
    (shelf.memory / "forms").mkdir(parents=True)
    (shelf.memory / "forms/mou").symlink_to(tmp_path)
    assert put(shelf, b"one") == "a symbolic link stands in .lgd/forms"


def test_a_name_that_leads_out(shelf: Shelf) -> None:
    assert FormShelf(shelf).look("../a.docx", OLD).standing is Standing.REFUSED


def test_what_was_saved_meanwhile(shelf: Shelf) -> None:
    assert put(shelf, b"one") == ""
    forms = FormShelf(shelf)
    form = forms.look(PATH, NEW)
    (shelf.folder / PATH).write_bytes(b"saved")
    assert forms.put(form, b"two") == "somebody saved it while lgd was at work; run again"
    assert (shelf.folder / PATH).read_bytes() == b"saved"


def test_what_cannot_be_written(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PATIENCE", 0)
    with locked(shelf.memory / "lock"):
        assert put(shelf, b"one").startswith("another run of lgd is writing: ")
    (shelf.memory / "forms").write_bytes(b"a file where a folder should be")
    assert put(shelf, b"one") != ""
