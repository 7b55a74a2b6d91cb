"""Drafts are written whole or not at all, and never over what a person wrote."""

import os
import shutil
from pathlib import Path

import pytest

from lgdkit.artifact import Artifact
from lgdkit.cli.difference import difference
from lgdkit.drafts import Kind, Outcome, Shelf, place, shelf_of
from lgdkit.drafts.decide import digest
from lgdkit.drafts.journal import Entry
from lgdkit.drafts.lock import locked
from lgdkit.drafts.memory import Memory

MAP, MOU = "map.en.md", "mou/one.deal.en.md"
FOR_GIT = {".lgd/.gitattributes", ".lgd/.gitignore"}


def made(**contents: str) -> list[Artifact]:
    paths = {"map": MAP, "mou": MOU}
    return [Artifact(paths[name], text.encode()) for name, text in contents.items()]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "drafts", tmp_path / ".lgd", patience=0.2)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def kinds(outcome: Outcome) -> dict[str, str]:
    return {each.path: each.kind.value for each in outcome.steps}


def test_where_drafts_go(tmp_path: Path) -> None:
    assert shelf_of(tmp_path, None) == Shelf(tmp_path / "drafts", tmp_path / ".lgd")
    assert shelf_of(tmp_path, tmp_path / "out") == Shelf(tmp_path / "out", tmp_path / "out" / ".lgd")


def test_new_drafts_and_unchanged_ones(shelf: Shelf, tmp_path: Path) -> None:
    first = shelf.write(made(mou="b\n", map="a\n"))
    assert (first.written, first.well) == ((MAP, MOU), True)
    assert (shelf.folder / MOU).read_bytes() == b"b\n"
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert kinds(shelf.write(made(map="a\n", mou="b\n"))) == {MAP: "unchanged", MOU: "unchanged"}
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert kinds(shelf.write(made(map="c\n", mou="b\n"))) == {MAP: "written", MOU: "unchanged"}
    assert (shelf.folder / MAP).read_bytes() == b"c\n"


def test_what_is_remembered_is_what_was_drafted(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write(made(mou="b\n", map="a\n"))
    assert files(tmp_path / ".lgd/base") == {MAP: b"a\n", MOU: b"b\n"}
    assert set(files(tmp_path)) == {
        f"drafts/{MAP}",
        f"drafts/{MOU}",
        f".lgd/base/{MAP}",
        f".lgd/base/{MOU}",
        *FOR_GIT,
    }
    assert shelf.remembered() == {MAP, MOU}


def test_the_edits_of_a_person_and_the_changes_of_the_data(shelf: Shelf) -> None:
    shelf.write(made(map="# Map\n\none\ntwo\n", mou="b\n"))
    (shelf.folder / MAP).write_text("# Map\n\none, by hand\ntwo\n")
    still = shelf.write(made(map="# Map\n\none\ntwo\n", mou="b\n"))
    assert (kinds(still), still.well) == ({MAP: "edited", MOU: "unchanged"}, True)
    done = shelf.write(made(map="# Map\n\none\n2\n", mou="c\n"))
    assert (kinds(done), done.well) == ({MAP: "merged", MOU: "written"}, True)
    assert (shelf.folder / MAP).read_text() == "# Map\n\none, by hand\n2\n"
    assert kinds(shelf.write(made(map="# Map\n\none\n2\n", mou="c\n"))) == {MAP: "edited", MOU: "unchanged"}


def test_a_conflict_is_marked_and_then_left_alone(shelf: Shelf) -> None:
    shelf.write(made(map="# Map\n\none\n", mou="b\n"))
    (shelf.folder / MAP).write_text("# Map\n\none, by hand\n")
    done = shelf.write(made(map="# Map\n\n1\n", mou="b\n"))
    assert (kinds(done)[MAP], done.well) == ("conflict", False)
    [step] = done.of(Kind.CONFLICT)
    [place] = step.conflicts
    assert (place.line, place.heading, place.before) == (3, "Map", ("one",))
    assert (place.by_hand, place.by_data) == (("one, by hand",), ("1",))
    marked = "# Map\n\n<<<<<<< by hand\none, by hand\n||||||| as last drafted\none\n=======\n1\n>>>>>>> from the data\n"
    assert (shelf.folder / MAP).read_text() == marked
    for text in ("# Map\n\n1\n", "# Map\n\n1!\n"):
        again = shelf.write(made(map=text, mou="b\n"))
        assert (kinds(again)[MAP], again.well) == ("unresolved", False)
        assert next(again.of(Kind.UNRESOLVED)).lines == (3, 5, 9)
        assert (shelf.folder / MAP).read_text() == marked
    (shelf.folder / MAP).write_text("# Map\n\n1, by hand\n")
    settled = shelf.write(made(map="# Map\n\n1\n", mou="b\n"))
    assert (kinds(settled)[MAP], settled.well) == ("edited", True)
    assert kinds(shelf.write(made(map="# Map\n\n1\nmore\n")))[MAP] == "merged"
    assert (shelf.folder / MAP).read_text() == "# Map\n\n1, by hand\nmore\n"


def test_a_file_that_was_there_before_is_a_persons(shelf: Shelf, tmp_path: Path) -> None:
    shelf.folder.mkdir()
    (shelf.folder / MAP).write_text("by hand\n")
    done = shelf.write(made(map="a\n"))
    assert (kinds(done), done.well) == ({MAP: "foreign"}, False)
    assert files(tmp_path) == {f"drafts/{MAP}": b"by hand\n"}
    (shelf.folder / MAP).write_text("a\n")
    assert kinds(shelf.write(made(map="a\n"))) == {MAP: "unchanged"}
    assert shelf.remembered() == {MAP}
    (shelf.folder / MAP).write_text("by hand\n")
    assert kinds(shelf.write(made(map="a\n"), force=True)) == {MAP: "written"}


def test_force_writes_over_it(shelf: Shelf) -> None:
    shelf.write(made(map="a\n"))
    (shelf.folder / MAP).write_text("by hand\n")
    assert kinds(shelf.write(made(map="c\n"), force=True)) == {MAP: "written"}
    assert (shelf.folder / MAP).read_text() == "c\n"
    assert kinds(shelf.write(made(map="c\n"), force=True)) == {MAP: "unchanged"}


def test_a_draft_that_a_person_took_away_stays_away(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    (shelf.folder / MAP).unlink()
    for text in ("a\n", "c\n"):
        done = shelf.write(made(map=text, mou="b\n"))
        assert (kinds(done), done.well) == ({MAP: "deleted", MOU: "unchanged"}, True)
    assert not (shelf.folder / MAP).exists()
    assert kinds(shelf.write(made(map="c\n"), force=True)) == {MAP: "written"}


def test_without_the_folder_all_is_drafted_anew(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    shutil.rmtree(shelf.folder)
    assert shelf.write(made(map="a\n", mou="c\n")).written == (MAP, MOU)
    assert kinds(shelf.write(made(map="a\n", mou="c\n"))) == {MAP: "unchanged", MOU: "unchanged"}


def test_orphans_are_named_and_stay(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    assert kinds(shelf.write(made(map="a\n"), mine="mou/.*")) == {MAP: "unchanged", MOU: "orphaned"}
    (shelf.folder / MOU).write_text("by hand\n")
    done = shelf.write(made(map="c\n"), mine="mou/.*")
    assert (kinds(done), done.well) == ({MAP: "written", MOU: "orphaned"}, True)
    assert [each.edited for each in done.of(Kind.ORPHANED)] == [True]
    assert (shelf.folder / MOU).read_text() == "by hand\n"
    assert kinds(shelf.write(made(map="c\n"), mine="mou/.*", others=[MOU])) == {MAP: "unchanged"}
    assert kinds(shelf.write(made(map="c\n"))) == {MAP: "unchanged"}
    assert kinds(shelf.write([], mine=r"map\..*")) == {MAP: "orphaned"}
    (shelf.folder / MOU).unlink()
    assert kinds(shelf.write(made(map="c\n"), mine="mou/.*")) == {MAP: "unchanged"}


def test_compare_writes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.compare(made(map="a\n")).written == (MAP,)
    assert files(tmp_path) == {}
    shelf.write(made(map="a\n", mou="b\n"))
    (shelf.folder / MOU).write_text("b\nby hand\n")
    before = files(tmp_path)
    assert kinds(shelf.compare(made(map="a\n", mou="c\n"))) == {MAP: "unchanged", MOU: "merged"}
    assert kinds(shelf.compare(made(map="c\n"), mine="mou/.*")) == {MAP: "written", MOU: "orphaned"}
    assert files(tmp_path) == before


def test_difference(shelf: Shelf) -> None:
    def shown(text: str) -> str:
        [step] = shelf.compare(made(map=text)).steps
        if step.content is None:
            return ""
        return difference(step.path, step.there or b"", step.content, step.origin or "")

    assert shown("a\n").splitlines()[-1] == "+a"
    shelf.write(made(map="a\nb\n"))
    assert shown("a\nb\n") == ""
    (shelf.folder / MAP).write_bytes(b"a\nb\nx")
    assert (
        shown("a\nc\n")
        == f"--- a/{MAP}\n+++ b/{MAP}\n@@ -1,3 +1,3 @@\n a\n-b\n+c\n x\n\\ No newline at end of file\n"
    )
    (shelf.folder / MAP).write_bytes(b"a\nb\n\x1b[31mx\n")  # what steers a terminal is shown and does not
    assert "\x1b" not in shown("a\nc\n")


@pytest.mark.parametrize(
    "path",
    [
        "../out.md", "/etc/x.md", "mou/../../x.md", "a/b/c/d.md", ".git/x.md", "mou/.x.md", "x", "x.md/", "",
        "Mou/x.md", "mou\\x.md", "mou/x.md\n", "mou/x\0.md", "c:x.md", "mou/x..md", "~/x.md",
        "mou/ä.md", "-/../x.md",
    ],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_refused(shelf: Shelf, tmp_path: Path, path: str) -> None:
    outcome = shelf.write([Artifact(path, b"x"), *made(map="a\n")])
    assert outcome.refused == ((path, "the name is not one of a draft"),)
    assert outcome.written == (MAP,)
    assert set(files(tmp_path)) == {f"drafts/{MAP}", f".lgd/base/{MAP}", *FOR_GIT}


def test_links_are_not_followed(shelf: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_text("secret")
    shelf.folder.mkdir()
    (shelf.folder / "mou").symlink_to(outside)
    (shelf.folder / MAP).symlink_to(outside / "secret")
    outcome = shelf.write(made(map="a\n", mou="b\n"), force=True)
    assert outcome.refused == ((MAP, "a symbolic link stands there"), (MOU, "a symbolic link stands there"))
    assert files(outside) == {"secret": b"secret"}


def test_a_folder_that_is_a_link_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    shelf.folder.symlink_to(tmp_path / "outside")
    assert shelf.write(made(map="a\n")).refused == ((MAP, "a symbolic link stands there"),)
    assert files(tmp_path / "outside") == {}


@pytest.mark.parametrize("name", [".lgd", ".lgd/base"])
def test_a_memory_that_is_a_link_is_refused(shelf: Shelf, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(outside)
    (outside / MAP).write_text("a\n")
    done = shelf.write(made(map="a\n"))
    assert done.refused == ((MAP, ".lgd, where lgd keeps what it drafted, is a symbolic link"),)
    assert files(outside) == {MAP: b"a\n"}
    assert not shelf.folder.exists()


def test_a_text_that_is_remembered_in_a_link_is_not_read(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "one.deal.en.md").write_text("secret\n")
    shutil.rmtree(tmp_path / ".lgd/base/mou")
    (tmp_path / ".lgd/base/mou").symlink_to(outside)
    (tmp_path / ".lgd/base" / MAP).unlink()
    (tmp_path / ".lgd/base" / MAP).symlink_to(outside / "one.deal.en.md")
    assert kinds(shelf.write(made(map="c\n", mou="d\n"))) == {MAP: "foreign", MOU: "foreign"}
    assert kinds(shelf.write(made(mou="b\n"))) == {MOU: "unchanged"}
    assert files(outside) == {"one.deal.en.md": b"secret\n"}


def test_something_else_in_the_way(shelf: Shelf) -> None:
    (shelf.folder / MAP).mkdir(parents=True)
    (shelf.folder / "mou").write_text("a file where a folder should be")
    outcome = shelf.write(made(map="a\n", mou="b\n"), force=True)
    reasons = dict(outcome.refused)
    assert reasons[MAP] == "something that is no file stands there"
    assert reasons[MOU] in ("File exists", "Not a directory")
    assert (shelf.folder / "mou").read_text() == "a file where a folder should be"
    assert shelf.remembered() == set()


def test_a_file_where_the_memory_should_be(shelf: Shelf) -> None:
    shelf.memory.write_text("x")
    outcome = shelf.write([*made(map="a\n"), Artifact("../x.md", b"")])
    assert [path for path, _ in outcome.refused] == ["../x.md", MAP]
    assert outcome.refused[1][1].startswith(".lgd, where lgd keeps what it drafted, cannot be written: ")
    assert not shelf.folder.exists()


def test_a_file_that_cannot_be_read_is_not_written_over(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(made(map="a\n"))
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path == shelf.folder / MAP:
            raise PermissionError(13, "Permission denied")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", read)
        assert shelf.write(made(map="b\n"), force=True).refused == (
            (MAP, "the file that stands there cannot be read"),
        )
    assert (shelf.folder / MAP).read_bytes() == b"a\n"


def test_a_file_that_is_held_open_keeps_its_old_state(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that a program has open is not replaced."""
    shelf.write(made(map="a\n", mou="b\n"))
    real = Path.replace

    def held(source: Path, target: Path) -> Path:
        if target == shelf.folder / MAP:
            raise PermissionError(13, "Permission denied")
        return real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        done = shelf.write(made(map="c\n", mou="d\n"))
    assert (done.refused, done.written) == (((MAP, "Permission denied"),), (MOU,))
    found = files(tmp_path)
    assert (found[f"drafts/{MAP}"], found[f".lgd/base/{MAP}"]) == (b"a\n", b"a\n")
    assert (found[f"drafts/{MOU}"], found[f".lgd/base/{MOU}"]) == (b"d\n", b"d\n")
    assert len(found) == 4 + len(FOR_GIT)
    assert kinds(shelf.write(made(map="c\n", mou="d\n"))) == {MAP: "written", MOU: "unchanged"}


def test_an_error_without_words_has_its_name(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, content: bytes) -> None:
        if path == shelf.folder / MAP:
            raise TimeoutError
        real(path, content)

    real = place.replace
    monkeypatch.setattr(place, "replace", fail)
    assert shelf.write(made(map="a\n")).refused == ((MAP, "TimeoutError"),)


def test_an_interrupt_leaves_no_temporary_file(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(made(map="a\n"))
    before = files(tmp_path)

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            shelf.write(made(map="b\n"))
    assert files(tmp_path) == before
    assert kinds(shelf.write(made(map="b\n"))) == {MAP: "written"}


@pytest.mark.skipif(os.name == "nt", reason="modes are those of Unix")
def test_the_mode_is_kept_and_new_files_have_the_usual_one(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    mask = os.umask(0)
    os.umask(mask)
    assert (shelf.folder / MAP).stat().st_mode & 0o777 == 0o666 & ~mask
    (shelf.folder / MAP).chmod(0o640)
    shelf.write(made(map="c\n", mou="b\n"))
    assert (shelf.folder / MAP).stat().st_mode & 0o777 == 0o640


def test_leftovers_of_a_killed_run_are_swept_and_nothing_else(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    ours = [
        shelf.folder / ".lgd-x1.tmp",
        shelf.folder / "mou" / ".lgd-x2.tmp",
        shelf.memory / ".lgd-x3.tmp",
        shelf.memory / "base" / "mou" / ".lgd-x4.tmp",
    ]
    others = [shelf.folder / "notes.tmp", shelf.folder / ".lgd-notes", shelf.folder / "mou" / "x.lgd-.tmp"]
    for path in (*ours, *others):
        path.write_text("x")
    shelf.write(made(map="c\n", mou="d\n"))
    assert [path.exists() for path in ours] == [False] * 4
    assert [path.exists() for path in others] == [True] * 3


def test_another_run_is_waited_for_and_named(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write(made(map="a\n"))
    before = files(tmp_path)
    with locked(shelf.memory / "lock"):
        done = shelf.write(made(map="b\n"))
        assert done.refused[0][1].startswith(f"another run of lgd is writing: process {os.getpid()} on ")
        assert kinds(shelf.write(made(map="a\n"))) == {
            MAP: "unchanged"
        }  # nothing to write, nothing to wait for
        assert kinds(shelf.compare(made(map="b\n"))) == {MAP: "written"}
    assert files(tmp_path) == before
    assert kinds(shelf.write(made(map="b\n"))) == {MAP: "written"}


# A stakeholder or a deal with another id


def copy_of(partner: str, *own: str) -> bytes:
    lines = [
        "# Agreement",
        "",
        f"Copy for {partner}",
        "",
        *(f"Clause {number}." for number in range(20)),
        "",
        *own,
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def copies(*names: str, clause: str = "") -> list[Artifact]:
    found = []
    for name in names:
        path, _, partner = name.partition(" ")
        found.append(Artifact(f"mou/{path}.en.md", copy_of(partner, f"{partner} plants trees.", clause)))
    return found


def test_a_renamed_stakeholder_takes_its_edits_along(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write(copies("acme.deal Acme", "blom.deal Blom"), mine="mou/.*")
    draft = shelf.folder / "mou/acme.deal.en.md"
    draft.write_bytes(draft.read_bytes().replace(b"Clause 3.", b"Clause 3, by the lawyer."))
    now = copies("acme-ab.deal Acme", "blom.deal Blom", clause="New.")
    planned = shelf.compare(now, mine="mou/.*")
    done = shelf.write(now, mine="mou/.*")
    assert planned == done
    [step] = done.of(Kind.MERGED)
    assert (step.path, step.origin) == ("mou/acme-ab.deal.en.md", "mou/acme.deal.en.md")
    text = (shelf.folder / step.path).read_text()
    assert "Clause 3, by the lawyer." in text
    assert "New." in text
    assert set(files(tmp_path / "drafts")) == {"mou/acme-ab.deal.en.md", "mou/blom.deal.en.md"}
    assert set(files(tmp_path / ".lgd/base")) == {"mou/acme-ab.deal.en.md", "mou/blom.deal.en.md"}
    assert kinds(shelf.write(now, mine="mou/.*")) == {
        "mou/acme-ab.deal.en.md": "edited",
        "mou/blom.deal.en.md": "unchanged",
    }


def test_one_partner_in_the_place_of_another_is_no_renaming(shelf: Shelf) -> None:
    shelf.write(copies("acme.deal Acme", "blom.deal Blom"), mine="mou/.*")
    done = shelf.write(copies("cole.deal Cole", "blom.deal Blom"), mine="mou/.*")
    assert kinds(done) == {
        "mou/acme.deal.en.md": "orphaned", "mou/blom.deal.en.md": "unchanged", "mou/cole.deal.en.md": "written"
    }  # fmt: skip


def test_a_draft_that_a_person_renamed_is_the_new_one(shelf: Shelf, tmp_path: Path) -> None:
    """The way out where lgdkit cannot know that two ids are one stakeholder."""
    shelf.write(copies("acme.deal Acme", "blom.deal Blom"), mine="mou/.*")
    old, new = shelf.folder / "mou/acme.deal.en.md", shelf.folder / "mou/cole.deal.en.md"
    old.rename(new)
    new.write_bytes(new.read_bytes().replace(b"Clause 3.", b"Clause 3, by the lawyer."))
    done = shelf.write(copies("cole.deal Cole", "blom.deal Blom"), mine="mou/.*")
    assert kinds(done) == {"mou/blom.deal.en.md": "unchanged", "mou/cole.deal.en.md": "merged"}
    assert "Copy for Cole" in new.read_text()
    assert "Clause 3, by the lawyer." in new.read_text()
    assert set(files(tmp_path / ".lgd/base")) == {"mou/blom.deal.en.md", "mou/cole.deal.en.md"}


def test_a_draft_in_conflict_moves_with_its_marks(shelf: Shelf) -> None:
    shelf.write(copies("acme.deal Acme", "blom.deal Blom"), mine="mou/.*")
    draft = shelf.folder / "mou/acme.deal.en.md"
    marked = draft.read_bytes() + b"<<<<<<< by hand\nx\n=======\ny\n>>>>>>> from the data\n"
    draft.write_bytes(marked)
    done = shelf.write(copies("acme-ab.deal Acme", "blom.deal Blom"), mine="mou/.*")
    assert kinds(done)["mou/acme-ab.deal.en.md"] == "unresolved"
    assert (shelf.folder / "mou/acme-ab.deal.en.md").read_bytes() == marked


# What an older version remembered: digests


def older(shelf: Shelf, **texts: str) -> None:
    """Put a city into the state of an older version: drafts, and a list of digests."""
    shelf.memory.mkdir()
    for each in made(**texts):
        (shelf.folder / each.path).parent.mkdir(parents=True, exist_ok=True)
        (shelf.folder / each.path).write_bytes(each.content)
    lines = [f"{digest(each.content)}  {each.path}\n" for each in made(**texts)]
    (shelf.memory / "drafts").write_text("".join(lines))


def test_digests_become_texts(shelf: Shelf, tmp_path: Path) -> None:
    older(shelf, map="a\n", mou="b\n")
    assert kinds(shelf.compare(made(map="a\n", mou="c\n"))) == {MAP: "unchanged", MOU: "written"}
    assert kinds(shelf.write(made(map="a\n"))) == {MAP: "unchanged"}
    assert files(tmp_path / ".lgd/base") == {MAP: b"a\n", MOU: b"b\n"}
    assert not (shelf.memory / "drafts").exists()


def test_an_edited_draft_of_an_older_version(shelf: Shelf, tmp_path: Path) -> None:
    older(shelf, map="a\nb\nc\n", mou="b\n")
    (shelf.folder / MAP).write_text("a\nb\nc, by hand\n")
    unknown = shelf.write(made(map="A\nb\nc\n", mou="b\n"))
    assert (kinds(unknown), unknown.well) == ({MAP: "unknown", MOU: "unchanged"}, False)
    assert (shelf.memory / "drafts").read_text().split() == [digest(b"a\nb\nc\n"), MAP]
    known = shelf.write(
        made(map="a\nb\nc\n", mou="b\n")
    )  # the data gives what was drafted then: it is known now
    assert (kinds(known), known.well) == ({MAP: "edited", MOU: "unchanged"}, True)
    assert not (shelf.memory / "drafts").exists()
    assert kinds(shelf.write(made(map="A\nb\nc\n")))[MAP] == "merged"
    assert (shelf.folder / MAP).read_text() == "A\nb\nc, by hand\n"


def test_an_edited_draft_of_an_older_version_can_be_forced(shelf: Shelf) -> None:
    older(shelf, map="a\n")
    (shelf.folder / MAP).write_text("by hand\n")
    assert kinds(shelf.write(made(map="A\n"), force=True)) == {MAP: "written"}
    assert not (shelf.memory / "drafts").exists()


def test_a_draft_of_an_older_version_that_was_taken_away(shelf: Shelf) -> None:
    older(shelf, map="a\n", mou="b\n")
    (shelf.folder / MAP).unlink()
    for _ in range(2):
        assert kinds(shelf.write(made(map="A\n", mou="b\n"))) == {MAP: "deleted", MOU: "unchanged"}


def test_digests_with_both_sides_of_a_merge(shelf: Shelf) -> None:
    older(shelf, map="ours\n")
    ours = (shelf.memory / "drafts").read_text()
    theirs = f"{digest(b'theirs')}  {MAP}\n{digest(b'x')}  ../outside.md\n"
    text = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> main\nnonsense\n\xff\n"
    (shelf.memory / "drafts").write_text(text, encoding="latin-1")
    (shelf.folder / MAP).write_bytes(b"theirs")
    assert kinds(shelf.write(made(map="new\n"))) == {MAP: "written"}
    assert not (shelf.memory / "drafts").exists()


def test_what_a_killed_run_left_before_it_did_anything(shelf: Shelf) -> None:
    shelf.write(made(map="a\n"))
    (shelf.memory / "lock").write_text("")
    (shelf.memory / ".lgd-x.tmp").write_text("x")
    assert kinds(shelf.write(made(map="a\n"))) == {MAP: "unchanged"}
    assert not (shelf.memory / "lock").exists()
    assert not (shelf.memory / ".lgd-x.tmp").exists()


def test_an_edit_saved_while_a_run_is_at_work(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    real = Memory.begin

    def begin(memory: Memory, entries: list[Entry]) -> str:
        (shelf.folder / MAP).write_text("a\nsaved just now\n")
        return real(memory, entries)

    with monkeypatch.context() as patch:
        patch.setattr(Memory, "begin", begin)
        done = shelf.write(made(map="c\n", mou="d\n"))
    assert done.refused == ((MAP, "somebody saved it while lgd was at work; run again"),)
    assert done.written == (MOU,)
    assert (shelf.folder / MAP).read_text() == "a\nsaved just now\n"
    assert kinds(shelf.write(made(map="c\n", mou="d\n"))) == {MAP: "merged", MOU: "unchanged"}
    assert (shelf.folder / MAP).read_text() == "c\nsaved just now\n"
