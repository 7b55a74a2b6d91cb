"""Mended files are put back whole, never through a link, and never over what was written meanwhile."""

import os
from pathlib import Path

import pytest

from lgdkit.rewrite import create, drop, keep, rewrite


def test_a_file_is_put_back_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b.yaml"
    file.parent.mkdir()
    file.write_bytes(b"old")
    file.chmod(0o640)
    assert rewrite(tmp_path, "a/b.yaml", b"old", b"new") == ""
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [each.name for each in file.parent.iterdir()] == ["b.yaml"]


def test_what_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    file.write_bytes(b"newer")
    assert rewrite(tmp_path, "b.yaml", b"old", b"new") == "it was changed meanwhile; run lgd again"
    assert file.read_bytes() == b"newer"


def test_what_is_gone_does_not_come_back(tmp_path: Path) -> None:
    assert rewrite(tmp_path, "b.yaml", b"old", b"new") == "No such file or directory"
    assert list(tmp_path.iterdir()) == []


def test_no_link_is_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "city", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "b.yaml").write_bytes(b"old")
    (inside / "b.yaml").symlink_to(outside / "b.yaml")
    (inside / "folder").symlink_to(outside)
    for file in ("b.yaml", "folder/b.yaml"):
        assert rewrite(inside, file, b"old", b"new") == "a symbolic link stands there"
    assert rewrite(inside, "../outside/b.yaml", b"old", b"new") == "it lies outside the city's folder"
    assert (outside / "b.yaml").read_bytes() == b"old"


def test_something_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.yaml")
    assert rewrite(tmp_path, "b.yaml", b"", b"new") == "it was changed meanwhile; run lgd again"
    (tmp_path / "c.yaml").mkdir()
    assert rewrite(tmp_path, "c.yaml", b"", b"new") != ""


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "b.yaml").write_bytes(b"old")
    assert rewrite(tmp_path, "b.yaml", b"old", b"new") == "No space left on device"
    assert (tmp_path / "b.yaml").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["b.yaml"]


def test_a_new_file_with_its_folders(tmp_path: Path) -> None:
    assert create(tmp_path, "a/b/c.yaml", b"new") == ""
    assert (tmp_path / "a/b/c.yaml").read_bytes() == b"new"
    assert [each.name for each in (tmp_path / "a/b").iterdir()] == ["c.yaml"]


def test_a_new_file_takes_no_place(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    for file in ("b.yaml", "folder"):
        assert create(tmp_path, file, b"new") == "something stands there already"
    assert (tmp_path / "b.yaml").read_bytes() == b"old"
    assert create(tmp_path, "b.yaml/c.yaml", b"new") != ""
    assert sorted(each.name for each in tmp_path.iterdir()) == ["b.yaml", "folder"]


def test_a_new_file_behind_a_link(tmp_path: Path) -> None:
    inside, outside = tmp_path / "city", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / "folder").symlink_to(outside)
    (inside / "b.yaml").symlink_to(outside / "b.yaml")
    for file in ("folder/b.yaml", "b.yaml"):
        assert create(inside, file, b"new") == "a symbolic link stands there"
    assert list(outside.iterdir()) == []


def test_a_disk_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unknown)
    assert create(tmp_path, "b.yaml", b"new") == ""
    assert create(tmp_path, "b.yaml", b"newer") == "File exists"
    assert (tmp_path / "b.yaml").read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["b.yaml"]


def test_a_full_disk_leaves_no_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert create(tmp_path, "b.yaml", b"new") == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_record_of_our_own_is_kept(tmp_path: Path) -> None:
    assert keep(tmp_path, ".lgd/signed/a", None, b"one") == ""
    assert keep(tmp_path, ".lgd/signed/a", b"one", b"one") == ""
    assert (tmp_path / ".lgd/signed/a").read_bytes() == b"one"
    assert keep(tmp_path, ".lgd/signed/a", None, b"two") == "it was changed meanwhile; run lgd again"
    assert keep(tmp_path, ".lgd/signed/a", b"one", b"two") == ""
    assert (tmp_path / ".lgd/signed/a").read_bytes() == b"two"
    assert keep(tmp_path, ".lgd/signed/a/b", None, b"x") != ""
    assert keep(tmp_path, "../a", None, b"x") == "it lies outside the city's folder"
    drop(tmp_path, ".lgd/signed/a")
    drop(tmp_path, ".lgd/signed/a")
    assert not (tmp_path / ".lgd/signed/a").exists()
