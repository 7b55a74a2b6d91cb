"""A city as it was at a revision, out of real repositories."""

from datetime import date
from pathlib import Path

import pytest

from lgdkit import disk
from lgdkit.git import NoRevision, folder_at, line_days
from repository import Repository

OLD, NEW = "city: {id: x}\n", "city: {id: x} # new\n"


@pytest.fixture
def here(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.write("cities/lintula/city.yaml", OLD)
    repository.write("cities/lintula/more/deals.yml", "deals: []\n")
    repository.write("cities/porvoo/city.yaml", "city: {id: y}\n")
    repository.git("config", "commit.gpgsign", "false")
    repository.commit()
    repository.git("tag", "first")
    repository.write("cities/lintula/city.yaml", NEW)
    repository.commit()
    return repository


def test_the_texts_of_one_city(here: Repository) -> None:
    root = here.folder / "cities/lintula"
    was = folder_at(root, "first")
    assert was.texts == {"city.yaml": OLD.encode(), "more/deals.yml": b"deals: []\n"}
    assert (was.root, was.faults) == (root, ())
    assert folder_at(root, "HEAD").texts["city.yaml"] == NEW.encode()
    assert folder_at(root, "HEAD~1").texts == was.texts
    assert folder_at(root, here.git("rev-parse", "--short", "first")).texts == was.texts


def test_a_city_at_the_root_of_its_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("city.yaml", OLD)
    repository.commit()
    assert folder_at(tmp_path, "main").texts == {"city.yaml": OLD.encode()}


def test_the_same_files_as_on_the_disk(here: Repository) -> None:
    root = here.folder / "cities/lintula"
    for file in (
        *(
            "drafts/a.yaml",
            "templates/b.yaml",
            "sub/drafts/c.yaml",
            ".hidden/d.yaml",
            ".e.yaml",
            "f.txt",
            "G.YML",
        ),
        *(
            "h i/ä [x]*.yaml",
            "-n.yaml",
            "/".join("abcdefghijkl") + "/in.yaml",
            "/".join("abcdefghijklm") + "/out.yaml",
        ),
    ):
        here.write(f"cities/lintula/{file}", f"# {file}\n")
    (root / "big.yaml").write_bytes(b"#" * (disk.MAX_BYTES + 5))
    (root / "latin.yaml").write_bytes(b"# \xe4\n")
    (root / "script.yaml").write_text("# x\n")
    (root / "script.yaml").chmod(0o755)
    here.commit()
    was, now = folder_at(root, "HEAD"), disk.read_folder(root)
    assert len(was.texts) == 9
    assert was.texts.keys() == now.texts.keys()
    assert {**was.texts, "big.yaml": b""} == {**now.texts, "big.yaml": b""}
    assert len(was.texts["big.yaml"]) > disk.MAX_BYTES


def test_links_are_told_and_not_followed(here: Repository) -> None:
    root = here.folder / "cities/lintula"
    (root / "link.yaml").symlink_to("/etc/hostname")
    here.commit()
    was = folder_at(root, "HEAD")
    assert was.faults == disk.read_folder(root).faults
    assert "link.yaml" not in was.texts


@pytest.mark.parametrize("committed", [True, False])
def test_a_folder_that_had_another_name(here: Repository, committed: bool) -> None:
    here.git("mv", "cities/lintula", "cities/lintu la")
    here.git("mv", "cities/porvoo", "cities/borga")
    if committed:
        here.commit()
    was = folder_at(here.folder / "cities/lintu la", "first")
    assert was.texts == {"city.yaml": OLD.encode(), "more/deals.yml": b"deals: []\n"}


def test_a_folder_that_did_not_exist(here: Repository) -> None:
    here.write("cities/newtown/city.yaml", "city: {id: newtown, name: Newtown, country: FI}\n")
    here.commit()
    assert folder_at(here.folder / "cities/newtown", "first").texts == {}


def test_an_empty_revision(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit()
    repository.write("city.yaml", OLD)
    assert folder_at(tmp_path, "HEAD").texts == {}


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        ("no-such", "there is no git revision no-such; git branch --all and git tag list what there is"),
        ("first:cities", "there is no git revision first:cities"),
        ("first..main", "there is no git revision first..main"),
        ("^main", "there is no git revision ^main"),
        ("--help", "'--help' is no name of a git revision"),
        ("-h", "'-h' is no name of a git revision"),
        ("--output=/tmp/x", "is no name of a git revision"),
        ("", "'' is no name of a git revision"),
        ("main\n", "is no name of a git revision"),
        ("main\x00", "is no name of a git revision"),
    ],
)
def test_what_is_no_revision(here: Repository, revision: str, why: str) -> None:
    with pytest.raises(NoRevision) as caught:
        folder_at(here.folder / "cities/lintula", revision)
    assert why in str(caught.value)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(
        NoRevision, match="lies in no git repository that can be read; git says: fatal: not a git"
    ):
        folder_at(tmp_path, "main")


def test_a_shallow_clone(here: Repository, tmp_path: Path) -> None:
    first = here.git("rev-parse", "first")
    here.git("tag", "--delete", "first")
    here.git("clone", "--quiet", "--depth=1", f"file://{here.folder}", str(tmp_path / "clone"))
    with pytest.raises(NoRevision, match="this clone is shallow: fetch the whole history"):
        folder_at(tmp_path / "clone/cities/lintula", first)


def test_git_is_not_there(here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRevision, match="git is not installed"):
        folder_at(here.folder, "main")


def test_a_damaged_repository(here: Repository) -> None:
    name = here.git("rev-parse", "first:cities/lintula/city.yaml")
    stored = here.folder / ".git/objects" / name[:2] / name[2:]
    stored.unlink()
    with pytest.raises(NoRevision, match="this clone does not hold all files"):
        folder_at(here.folder / "cities/lintula", "first")
    tree = here.git("rev-parse", "first^{tree}")
    (here.folder / ".git/objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(NoRevision, match="git ls-tree failed: "):
        folder_at(here.folder / "cities/lintula", "first")


def test_the_variables_of_a_hook_do_not_lead_elsewhere(
    here: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert folder_at(here.folder / "cities/lintula", "first").texts["city.yaml"] == OLD.encode()


def test_nothing_in_the_repository_is_changed(here: Repository) -> None:
    def state() -> list[tuple[str, int, int]]:
        files = sorted(each for each in here.folder.rglob("*") if each.is_file())
        return [(str(each), each.stat().st_mtime_ns, each.stat().st_size) for each in files]

    before = state()
    folder_at(here.folder / "cities/lintula", "first")
    assert state() == before


def test_what_a_repository_asks_to_be_run_is_not_run(here: Repository, tmp_path: Path) -> None:
    """A repository from elsewhere may name programs for differences and conversions."""
    trap = tmp_path / "trap"
    script = tmp_path / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    here.write(".gitattributes", "*.yaml diff=evil filter=evil\n")
    for name in ("diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager"):
        here.git("config", name, str(script))
    here.git("mv", "cities/lintula", "cities/moved")
    assert folder_at(here.folder / "cities/moved", "first").texts
    assert not trap.exists()


def test_when_lines_were_written(here: Repository) -> None:
    root = here.folder / "cities/lintula"
    here.write("cities/lintula/city.yaml", "a: 1\nb: 2\n")
    here.git("add", "--all")
    here.git("commit", "--quiet", "--message", "x", "--date", "2024-12-31T23:30:00-0500")
    here.write("cities/lintula/city.yaml", "a: 1\n  b: 2\nc: 3\nd: 4\n")
    here.git("add", "--all")
    here.git("commit", "--quiet", "--message", "x", "--date", "2025-03-01T00:30:00+0530")
    here.write("cities/lintula/city.yaml", "a: 1\n  b: 2\nc: 3\nd: 5\n")
    here.write("cities/lintula/new.yaml", "a: 1\n")
    days = line_days(root, ["city.yaml", "new.yaml", "none.yaml"])
    assert days == {"city.yaml": [date(2024, 12, 31), date(2024, 12, 31), date(2025, 3, 1), date.max]}


def test_no_days_without_the_whole_history(here: Repository, tmp_path: Path) -> None:
    here.git("clone", "--quiet", "--depth=1", f"file://{here.folder}", str(tmp_path / "shallow"))
    with pytest.raises(NoRevision, match="shallow"):
        line_days(tmp_path / "shallow/cities/lintula", ["city.yaml"])
    with pytest.raises(NoRevision, match="no git repository"):
        line_days(tmp_path, [])
