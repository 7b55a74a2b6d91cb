"""`lgd check --since REV`: only what the change brought in, in real repositories."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from repository import Repository

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22")
PORT = "umea/actions/port.yaml"


@pytest.fixture
def here(workspace: Path) -> Repository:
    """A workspace of three cities, with two old findings in one of them."""
    repository = Repository(workspace)
    change(repository, "lead: umea-hamn", "lead: nobody")
    change(repository, "start: 2024", "start: 2024\n    colour: green")
    repository.commit()
    return repository


def change(repository: Repository, old: str, new: str, file: str = PORT) -> None:
    text = (repository.folder / file).read_text("utf-8")
    assert old in text
    repository.write(file, text.replace(old, new, 1))


def test_nothing_new(lgd: Lgd, here: Repository) -> None:
    assert lgd("check", *DAY, cwd=here.folder).returncode == 1
    done = lgd("check", "--since", "HEAD", *DAY, cwd=here.folder)
    assert done.returncode == 0
    assert done.stdout.startswith("No error, no warning. Checked 3 cities")
    assert done.stderr == "Left out: 2 findings that were there at HEAD.\n"


def test_what_the_change_brought_in(lgd: Lgd, here: Repository) -> None:
    change(here, "status: ongoing", "status: sleeping")
    for folder in (here.folder, here.folder / "umea"):
        done = lgd("check", "--since", "HEAD", *DAY, cwd=folder)
        assert done.returncode == 1
        assert "unknown-code" in done.stdout
        assert done.stdout.splitlines()[-1].startswith("1 error.")
        assert "unknown-reference" not in done.stdout


def test_a_fault_that_a_change_of_another_file_calls_forth(lgd: Lgd, here: Repository) -> None:
    """The whole workspace is checked: a record that is gone is missed where it is named."""
    text = (here.folder / "umea/stakeholders/umea-hamn.yaml").read_text("utf-8")
    here.write("umea/stakeholders/umea-hamn.yaml", text.replace("id: umea-hamn", "id: hamnen", 1))
    done = lgd("check", "--since", "HEAD", *DAY, cwd=here.folder)
    assert done.returncode == 1
    assert 'No stakeholder has the id "umea-hamn"' in done.stdout


def test_a_folder_with_a_new_name(lgd: Lgd, here: Repository) -> None:
    here.git("mv", "umea", "umeå")
    group = here.folder / "lgd.yaml"
    group.write_text(group.read_text("utf-8").replace("umea", "umeå"), encoding="utf-8")
    done = lgd("check", "--since", "HEAD", *DAY, cwd=here.folder)
    assert (done.returncode, done.stderr) == (0, "Left out: 2 findings that were there at HEAD.\n")


def test_records_in_another_file(lgd: Lgd, here: Repository) -> None:
    (here.folder / PORT).rename(here.folder / "umea/harbour.yaml")
    assert lgd("check", "--since", "main", *DAY, cwd=here.folder).returncode == 0


def test_a_file_by_its_name(lgd: Lgd, here: Repository) -> None:
    change(here, "status: ongoing", "status: sleeping")
    done = lgd("check", PORT, "--since", "HEAD", *DAY, cwd=here.folder)
    assert (done.returncode, done.stdout.count("error[")) == (1, 1)


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        ("gone", "lgd: --since gone: there is no git revision gone"),
        ("--output=x", "is no name of a git revision"),
        ("", "is no name of a git revision"),
        ("a\x1b[31m", "is no name of a git revision"),
    ],
)
def test_no_such_revision(lgd: Lgd, here: Repository, revision: str, why: str) -> None:
    done = lgd("check", f"--since={revision}", *DAY, cwd=here.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert "\x1b" not in done.stderr


def test_no_repository(lgd: Lgd, workspace: Path) -> None:
    done = lgd("check", "--since", "HEAD", *DAY, cwd=workspace)
    assert done.returncode == 2
    assert "lies in no git repository" in done.stderr


def test_a_shallow_clone(lgd: Lgd, here: Repository, tmp_path: Path) -> None:
    first = here.git("rev-parse", "HEAD")
    here.commit("second")
    here.git("clone", "--quiet", "--depth=1", f"file://{here.folder}", str(tmp_path / "clone"))
    done = lgd("check", "--since", first, *DAY, cwd=tmp_path / "clone")
    assert done.returncode == 2
    assert (
        "this clone is shallow: fetch the whole history (git fetch --unshallow, fetch-depth: 0)"
        in done.stderr
    )
