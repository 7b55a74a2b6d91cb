"""Two branches that both drafted, merged by git: nobody settles anything that no person wrote."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lgdkit.artifact import Artifact
from lgdkit.drafts import Kind, Shelf, shelf_of

DRAFT = "mou/one.deal.en.md"
TEXT = "# Deal\n\nIt holds three years.\n\n| it | when |\n| --- | --- |\n| heat | 2027 |\n| sun | 2028 |\n\nThe end.\n"
pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def git(folder: Path, *arguments: str, status: int = 0) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def draft(shelf: Shelf, text: str) -> Kind:
    [step] = shelf.write([Artifact(DRAFT, text.encode())]).steps
    return step.kind


def merged(folder: Path, ours: str, theirs: str, edit: tuple[str, str] = ("", ""), status: int = 0) -> Shelf:
    """Draft in two branches and merge them; one of them with an edit."""
    shelf = shelf_of(folder, None)
    git(folder, "init", "-q", "-b", "main")
    draft(shelf, TEXT)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "drafted")
    git(folder, "checkout", "-qb", "other")
    draft(shelf, theirs)
    git(folder, "commit", "-qam", "theirs")
    git(folder, "checkout", "-q", "main")
    draft(shelf, ours)
    file = shelf.folder / DRAFT
    file.write_text(file.read_text().replace(*edit) if edit[0] else file.read_text())
    git(folder, "commit", "-qam", "ours")
    git(folder, "merge", "-q", "--no-edit", "other", status=status)
    return shelf


def test_changes_in_different_places(tmp_path: Path) -> None:
    shelf = merged(tmp_path, TEXT.replace("2027", "2026"), TEXT.replace("The end", "The very end"))
    together = TEXT.replace("2027", "2026").replace("The end", "The very end")
    assert draft(shelf, together) is Kind.UNCHANGED
    assert git(tmp_path, "status", "--porcelain") == ""


def test_changes_in_the_same_place_of_a_draft_that_nobody_edited(tmp_path: Path) -> None:
    shelf = merged(tmp_path, TEXT.replace("2027", "2026"), TEXT.replace("2027", "2025"), status=1)
    assert "<<<<<<< HEAD" in (shelf.folder / DRAFT).read_text()
    assert "<<<<<<<" not in (shelf.memory / "base" / DRAFT).read_text()
    assert draft(shelf, TEXT.replace("2027", "2025")) is Kind.WRITTEN
    assert (shelf.folder / DRAFT).read_text() == TEXT.replace("2027", "2025")
    assert (shelf.memory / "base" / DRAFT).read_text() == TEXT.replace("2027", "2025")


def test_changes_in_the_same_place_with_an_edit_elsewhere(tmp_path: Path) -> None:
    edit = ("three years.", "three years, by the lawyer.")
    shelf = merged(tmp_path, TEXT.replace("2027", "2026"), TEXT.replace("2027", "2025"), edit, status=1)
    file = shelf.folder / DRAFT
    assert draft(shelf, TEXT.replace("2027", "2025")) is Kind.UNRESOLVED
    settled = TEXT.replace("2027", "2025").replace(*edit)
    file.write_text(settled)
    assert draft(shelf, TEXT.replace("2027", "2025")) is Kind.EDITED
    assert file.read_text() == settled
    assert draft(shelf, TEXT.replace("2027", "2024")) is Kind.MERGED
    assert file.read_text() == TEXT.replace("2027", "2024").replace(*edit)


def test_an_unedited_draft_and_what_is_remembered_are_one_object_in_git(tmp_path: Path) -> None:
    draft(shelf_of(tmp_path, None), TEXT)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    listed = [
        line.split()[1] for line in git(tmp_path, "ls-files", "-s").splitlines() if line.endswith(".md")
    ]
    assert len(listed) == 2
    assert len(set(listed)) == 1
