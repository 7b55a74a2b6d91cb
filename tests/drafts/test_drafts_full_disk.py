"""A disk that is full at any step, a folder that may not be written to: the old state or the new one, never a mix."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lgdkit.artifact import Artifact
from lgdkit.drafts import Kind, Shelf, shelf_of

FULL = OSError(28, "No space left on device")
Lgd = Callable[..., subprocess.CompletedProcess[str]]


def wanted(version: str) -> list[Artifact]:
    """Return three drafts; from the second version on, one of them has another id."""
    name = "acme" if version == "1" else "acme-ab"
    text = "# Deal\n\nCopy for {}\n\nThe first clause.\nVersion {}.\nThe last clause.\n"
    return [
        Artifact("map.en.md", text.format("all", version).encode()),
        Artifact(f"mou/{name}.deal.en.md", text.format("Acme", version).encode()),
        Artifact("mou/blom.deal.en.md", text.format("Blom", version).encode()),
    ]


def prepared(root: Path) -> Shelf:
    """Draft, and let a person edit two of the drafts."""
    shelf = shelf_of(root, None)
    shelf.write(wanted("1"), mine=".*")
    for name in ("mou/acme.deal.en.md", "map.en.md"):
        file = shelf.folder / name
        file.write_text(file.read_text().replace("The first clause", "The lawyer's clause"))
    return shelf


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def fail_at(patch: pytest.MonkeyPatch, step: int) -> Callable[[], int]:
    """Let the step of that number fail, and all that follow; return how many there were."""
    count = 0

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count > step:
                raise FULL
            return real(*arguments, **options)

        return call

    patch.setattr(os, "fsync", failing(os.fsync))
    patch.setattr(tempfile, "mkstemp", failing(tempfile.mkstemp))
    patch.setattr(Path, "replace", failing(Path.replace))
    return lambda: count


def test_a_disk_that_is_full_from_any_step_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, clean = tmp_path / "first", tmp_path / "clean"
    prepared(first)
    shutil.copytree(first, clean)
    assert shelf_of(clean, None).write(wanted("2"), mine=".*").well
    before, after = files(first), files(clean)
    step, whole = 0, False
    while not whole:
        root = tmp_path / str(step)
        shutil.copytree(first, root)
        with monkeypatch.context() as patch:
            taken = fail_at(patch, step)
            outcome = shelf_of(root, None).write(wanted("2"), mine=".*")
            whole = taken() <= step
        now = files(root)
        for name in before.keys() | after.keys():
            assert now.get(name) in (before.get(name), after.get(name)), name
        assert sum(b"The lawyer's clause" in content for name, content in now.items() if name[0] == "d") >= 2
        assert not [name for name in now if name.endswith(".tmp")]
        if now != after and not (root / ".lgd/journal").exists():
            assert outcome.paths(Kind.REFUSED)
            assert {
                reason.removeprefix(".lgd, where lgd keeps what it drafted, cannot be written: ")
                for _, reason in outcome.refused
            } == {"No space left on device"}
        again = shelf_of(root, None).write(wanted("2"), mine=".*")
        assert again.well
        assert files(root) == after
        step += 1
    assert step > 15


def test_files_that_may_not_grow(lgd: Lgd, workspace: Path) -> None:
    """A real limit of the system, in place of a disk that is full."""
    assert lgd("map", "umea", cwd=workspace).returncode == 0
    draft = workspace / "umea/drafts/map.en.md"
    draft.write_bytes(draft.read_bytes() + b"\nBy hand.\n")
    action = workspace / "umea/actions/port.yaml"
    action.write_text(action.read_text("utf-8").replace("en: Port}", "en: Harbour}"), "utf-8")
    before = files(workspace)
    resource = pytest.importorskip("resource")
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    soft = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        done = lgd("map", "umea", cwd=workspace, env={})  # a process that is truly new has the limit
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert files(workspace) == before
    assert lgd("map", "umea", cwd=workspace).returncode == 0
    assert "Harbour" in draft.read_text("utf-8")
    assert "By hand." in draft.read_text("utf-8")


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = prepared(tmp_path)
    before = files(tmp_path)

    def read_only(*arguments: Any, **options: Any) -> Any:
        raise PermissionError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr("lgdkit.drafts.lock._take", read_only)
        done = shelf.write(wanted("2"), mine=".*")
        assert {reason for _, reason in done.refused} == {
            ".lgd, where lgd keeps what it drafted, cannot be written: Read-only file system"
        }
        assert shelf.write(wanted("1"), mine=".*").well  # nothing to write, so nothing to complain of
        assert shelf.compare(wanted("2"), mine=".*").written
    assert files(tmp_path) == before
