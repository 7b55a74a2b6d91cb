"""Drafts are written whole or not at all, and never over what a person wrote."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lgdkit import drafts
from lgdkit.artifact import Artifact
from lgdkit.drafts import LEDGER, Outcome, Shelf, put, replace, shelf_of

MAP, MOU = "map.en.md", "mou/one.deal.en.md"


def made(**contents: str) -> list[Artifact]:
    paths = {"map": MAP, "mou": MOU}
    return [Artifact(paths[name], text.encode()) for name, text in contents.items()]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_of(tmp_path, None)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def test_where_drafts_go(tmp_path: Path) -> None:
    assert shelf_of(tmp_path, None) == Shelf(tmp_path / "drafts", tmp_path / LEDGER)
    assert shelf_of(tmp_path, tmp_path / "out") == Shelf(tmp_path / "out", tmp_path / "out" / LEDGER)


def test_new_drafts_and_unchanged_ones(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.write(made(mou="b\n", map="a\n")) == Outcome(written=(MAP, MOU))
    assert (shelf.folder / MOU).read_bytes() == b"b\n"
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert shelf.write(made(map="a\n", mou="b\n")) == Outcome(unchanged=(MAP, MOU))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before
    assert shelf.write(made(map="c\n", mou="b\n")) == Outcome(written=(MAP,), unchanged=(MOU,))
    assert (shelf.folder / MAP).read_bytes() == b"c\n"


def test_the_ledger_is_sorted_one_line_each(shelf: Shelf) -> None:
    shelf.write(made(mou="b\n", map="a\n"))
    digests = [hashlib.sha256(text).hexdigest() for text in (b"a\n", b"b\n")]
    assert shelf.ledger.read_text() == f"{digests[0]}  {MAP}\n{digests[1]}  {MOU}\n"


def test_a_ledger_with_both_sides_of_a_merge_knows_both(shelf: Shelf) -> None:
    shelf.write(made(map="ours\n"))
    ours = shelf.ledger.read_text()
    theirs = f"{hashlib.sha256(b'theirs').hexdigest()}  {MAP}\n"
    for text in (ours + theirs, f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> main\nnonsense\n\xff\n"):
        shelf.ledger.write_text(text, encoding="latin-1")
        (shelf.folder / MAP).write_bytes(b"theirs")
        assert shelf.write(made(map="new\n")).written == (MAP,)
        assert shelf.ledger.read_text() == f"{hashlib.sha256(b'new' + bytes([10])).hexdigest()}  {MAP}\n"


def test_what_a_person_changed_stays(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    (shelf.folder / MAP).write_text("by hand\n")
    assert shelf.write(made(map="c\n", mou="d\n")) == Outcome(written=(MOU,), edited=(MAP,))
    assert (shelf.folder / MAP).read_text() == "by hand\n"
    assert shelf.write(made(map="c\n", mou="d\n")) == Outcome(unchanged=(MOU,), edited=(MAP,))


def test_a_file_that_was_there_before_is_a_persons(shelf: Shelf) -> None:
    shelf.folder.mkdir()
    (shelf.folder / MAP).write_text("by hand\n")
    assert shelf.write(made(map="a\n")).edited == (MAP,)
    assert not shelf.ledger.exists()
    (shelf.folder / MAP).write_text("a\n")
    assert shelf.write(made(map="a\n")).written == (MAP,)


def test_force_writes_over_it(shelf: Shelf) -> None:
    shelf.write(made(map="a\n"))
    (shelf.folder / MAP).write_text("by hand\n")
    assert shelf.write(made(map="c\n"), force=True) == Outcome(written=(MAP,))
    assert (shelf.folder / MAP).read_text() == "c\n"
    assert shelf.write(made(map="c\n")) == Outcome(unchanged=(MAP,))


def test_a_draft_that_was_removed_comes_back(shelf: Shelf) -> None:
    shelf.write(made(map="a\n"))
    (shelf.folder / MAP).unlink()
    assert shelf.write(made(map="a\n")).written == (MAP,)


def test_orphans_are_named_and_stay(shelf: Shelf) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    assert shelf.write(made(map="a\n"), mine="mou/.*") == Outcome(unchanged=(MAP,), orphaned=(MOU,))
    assert shelf.write(made(map="c\n"), mine="mou/.*") == Outcome(written=(MAP,), orphaned=(MOU,))
    assert (shelf.folder / MOU).exists()
    assert shelf.write(made(map="c\n")).orphaned == ()
    assert shelf.write([], mine=r"map\..*").orphaned == (MAP,)
    (shelf.folder / MOU).unlink()
    assert shelf.write(made(map="c\n"), mine="mou/.*").orphaned == ()


def test_compare_writes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.compare(made(map="a\n")) == Outcome(written=(MAP,))
    assert files(tmp_path) == {}
    shelf.write(made(map="a\n", mou="b\n"))
    before = files(tmp_path)
    (shelf.folder / MOU).write_text("by hand\n")
    assert shelf.compare(made(map="a\n", mou="c\n")) == Outcome(unchanged=(MAP,), edited=(MOU,))
    assert shelf.compare(made(map="c\n"), mine="mou/.*") == Outcome(written=(MAP,), orphaned=(MOU,))
    assert files(tmp_path) == {**before, f"drafts/{MOU}": b"by hand\n"}


def test_difference(shelf: Shelf) -> None:
    assert shelf.difference(made(map="a\n")[0]).splitlines()[-1] == "+a"
    shelf.write(made(map="a\nb\n"))
    assert shelf.difference(made(map="a\nb\n")[0]) == ""
    (shelf.folder / MAP).write_bytes(b"a\n\xffb")
    assert shelf.difference(made(map="a\nc\n")[0]) == (
        f"--- a/{MAP}\n+++ b/{MAP}\n@@ -1,2 +1,2 @@\n a\n-\ufffdb\n\\ No newline at end of file\n+c\n"
    )


@pytest.mark.parametrize(
    "path",
    [
        "../out.md", "/etc/x.md", "mou/../../x.md", "a/b/c.md", ".git/x.md", "mou/.x.md", "x", "x.md/", "",
        "Mou/x.md", "mou\\x.md", "mou/x.md\n", "mou/x\0.md", "c:x.md", "mou/x..md", "~/x.md",
        "mou/ä.md", "-/../x.md",
    ],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_refused(shelf: Shelf, tmp_path: Path, path: str) -> None:
    outcome = shelf.write([Artifact(path, b"x"), *made(map="a\n")])
    assert outcome.refused == ((path, "the name is not one of a draft"),)
    assert outcome.written == (MAP,)
    assert set(files(tmp_path)) == {f"drafts/{MAP}", LEDGER.as_posix()}


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


@pytest.mark.parametrize("which", ["folder", "file"])
def test_a_ledger_that_is_a_link_is_refused(shelf: Shelf, tmp_path: Path, which: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    if which == "folder":
        shelf.ledger.parent.symlink_to(outside)
    else:
        shelf.ledger.parent.mkdir()
        shelf.ledger.symlink_to(outside / "drafts")
    assert shelf.write(made(map="a\n")) == Outcome(
        refused=((MAP, ".lgd/drafts, the list of drafts, is a symbolic link"),)
    )
    assert files(outside) == {}
    assert not shelf.folder.exists()


def test_something_else_in_the_way(shelf: Shelf, tmp_path: Path) -> None:
    (shelf.folder / MAP).mkdir(parents=True)
    (shelf.folder / "mou").write_text("a file where a folder should be")
    outcome = shelf.write(made(map="a\n", mou="b\n"), force=True)
    assert dict(outcome.refused) == {
        MAP: "something that is no file stands there",
        MOU: outcome.refused[1][1],
    }
    assert outcome.refused[1][1] in ("File exists", "Not a directory")
    assert (shelf.folder / "mou").read_text() == "a file where a folder should be"
    assert shelf.ledger.read_text() == ""


def test_a_file_where_the_ledgers_folder_should_be(shelf: Shelf) -> None:
    shelf.ledger.parent.write_text("x")
    outcome = shelf.write([*made(map="a\n"), Artifact("../x.md", b"")])
    assert outcome.written == ()
    assert [path for path, _ in outcome.refused] == ["../x.md", MAP]
    assert outcome.refused[1][1].startswith(".lgd/drafts, the list of drafts, cannot be written: ")
    assert not shelf.folder.exists()


def test_a_file_that_cannot_be_read_is_not_written_over(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(made(map="a\n"))
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == MAP:
            raise PermissionError(13, "Permission denied")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", read)
        assert shelf.write(made(map="b\n"), force=True).refused == (
            (MAP, "the file that stands there cannot be read"),
        )
    assert (shelf.folder / MAP).read_bytes() == b"a\n"


def test_a_disk_that_is_full_leaves_the_old_files(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(made(map="a\n", mou="b\n"))
    real = Path.replace

    def full(source: Path, target: Path) -> Path:
        if Path(target).name == MAP:
            raise OSError(28, "No space left on device")
        return real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        assert shelf.write(made(map="c\n", mou="d\n")) == Outcome(
            written=(MOU,), refused=((MAP, "No space left on device"),)
        )
    assert (shelf.folder / MAP).read_bytes() == b"a\n"
    assert set(files(tmp_path)) == {f"drafts/{MAP}", f"drafts/{MOU}", LEDGER.as_posix()}
    assert shelf.write(made(map="c\n", mou="d\n")) == Outcome(written=(MAP,), unchanged=(MOU,))


def test_an_error_without_words_has_its_name(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, content: bytes) -> None:
        if path.name == MAP:
            raise TimeoutError
        real(path, content)

    real = replace
    monkeypatch.setattr(drafts, "replace", fail)
    assert shelf.write(made(map="a\n")).refused == ((MAP, "TimeoutError"),)


def test_an_interrupt_leaves_no_temporary_file(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(made(map="a\n"))

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            shelf.write(made(map="b\n"))
    assert set(files(tmp_path)) == {f"drafts/{MAP}", LEDGER.as_posix()}
    assert shelf.write(made(map="b\n")).written == (MAP,)


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
        shelf.ledger.parent / ".lgd-x3.tmp",
    ]
    others = [shelf.folder / "notes.tmp", shelf.folder / ".lgd-notes", shelf.folder / "mou" / "x.lgd-.tmp"]
    for path in (*ours, *others):
        path.write_text("x")
    shelf.write(made(map="c\n", mou="d\n"))
    assert [path.exists() for path in ours] == [False] * 3
    assert [path.exists() for path in others] == [True] * 3


_WRITER = """
import os, sys
from pathlib import Path
from lgdkit.artifact import Artifact
from lgdkit.drafts import shelf_of

root = Path(sys.argv[1])
for line in sys.stdin:
    child = os.fork()
    if not child:
        turn = int(line)
        while True:
            turn += 1
            texts = [f"{turn} {number}\\n".encode() * 2000 for number in range(12)]
            shelf_of(root, None).write([Artifact(f"mou/p{n}.en.md", text) for n, text in enumerate(texts)])
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
_KILLS = 60


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix")
def test_a_kill_at_any_moment_leaves_whole_files_that_the_next_run_knows(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    shelf = shelf_of(tmp_path, None)
    caught = 0
    with subprocess.Popen(
        [sys.executable, "-S", "-c", _WRITER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(drafts.__file__).parents[1])},
        text=True,
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for turn in range(_KILLS):
            print(turn * 1000, file=writer.stdin, flush=True)
            child = int(writer.stdout.readline())
            time.sleep(chance.uniform(0, 0.05))
            os.kill(child, signal.SIGKILL)
            assert writer.stdout.readline() == "gone\n"
            caught += any(tmp_path.rglob(".lgd-*.tmp"))
            _stands(shelf, turn)
    assert caught, "no run was killed while it wrote"


def _stands(shelf: Shelf, turn: int) -> None:
    for name, content in files(shelf.folder).items():
        if name.endswith(".md"):
            lines = content.decode().splitlines()
            assert len(lines) == 2000, name
            assert len(set(lines)) == 1, name
    texts = [f"after {turn} {number}\n".encode() * 2000 for number in range(12)]
    wanted = [Artifact(f"mou/p{number}.en.md", text) for number, text in enumerate(texts)]
    outcome = shelf.write(wanted)
    assert outcome == Outcome(written=tuple(sorted(each.path for each in wanted)))
    assert len(shelf.ledger.read_text().splitlines()) == 12
    assert not any(shelf.folder.parent.rglob(".lgd-*.tmp"))


# --- a file that a person named -----------------------------------------------------------------------------


def test_a_named_file_is_put_down_whole(tmp_path: Path) -> None:
    put(tmp_path / "new" / "report.json", b"1")
    put(tmp_path / "new" / "report.json", b"2")
    assert files(tmp_path) == {"new/report.json": b"2"}


def test_a_link_that_a_person_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("report.json")
    put(tmp_path / "link", b"1")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "report.json").read_bytes() == b"1"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no such device")
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/null")
    put(tmp_path / "link", b"1")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        put(tmp_path, b"1")
    assert files(tmp_path) == {}
