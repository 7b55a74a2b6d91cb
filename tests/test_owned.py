"""The templates of a city: read, copied out, compared with ours."""

import os
from pathlib import Path

import pytest

from lgdkit.owned import (
    MAX_BYTES,
    InForce,
    changes,
    copied_from,
    copy_out,
    in_force,
    read_owned,
    version_of,
)

OURS = {"a.j2": b"One.\n", "mou/b.md.j2": b"Two.\n", "words/fi.po": b""}


def put(root: Path, name: str, text: bytes) -> None:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def test_a_city_without_the_folder_has_none(tmp_path: Path) -> None:
    assert read_owned(tmp_path) == type(read_owned(tmp_path))({}, ())


def test_files_are_read_by_their_name(tmp_path: Path) -> None:
    put(tmp_path, "mou/prose/fi/law.FI.md.j2", "Ä".encode())
    put(tmp_path, "a.j2", b"x")
    put(tmp_path, ".hidden", b"x")
    put(tmp_path, "mou/.b.j2.swp", b"x")
    put(tmp_path, "README.md", b"x")
    found = read_owned(tmp_path)
    assert found.texts == {"a.j2": b"x", "mou/prose/fi/law.FI.md.j2": "Ä".encode()}
    assert found.faults == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("law.md", b"x", "The name is not one of a template."),
        ("a b.j2", b"x", "The name is not one of a template."),
        ("a.j2", b"\xff", "This file is not written in UTF-8."),
        ("a.j2", b"x" * (MAX_BYTES + 1), "This template is larger than 32 KiB."),
    ],
)
def test_what_cannot_be_used_is_a_finding(tmp_path: Path, name: str, text: bytes, message: str) -> None:
    put(tmp_path, name, text)
    put(tmp_path, "z.j2", b"z")
    found = read_owned(tmp_path)
    assert list(found.texts) == ["z.j2"]
    (fault,) = found.faults
    assert (fault.file, fault.diagnostic.message, fault.span) == (f"templates/{name}", message, (1, 1, 2))
    assert fault.diagnostic.expected
    assert fault.diagnostic.help


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has neither links for all nor pipes")
def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "b.j2", b"b")
    (tmp_path / "secret").write_text("s")
    (tmp_path / "templates" / "a.j2").symlink_to(tmp_path / "secret")
    (tmp_path / "templates" / "mou").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "templates" / "pipe.j2")
    found = read_owned(tmp_path)
    assert list(found.texts) == ["b.j2"]
    assert [(each.file, each.diagnostic.message.split(",")[0]) for each in found.faults] == [
        ("templates/a.j2", "This is a symbolic link"),
        ("templates/mou", "This is a symbolic link"),
        ("templates/pipe.j2", "This is no ordinary file."),
    ]
    other = tmp_path / "other"
    other.mkdir()
    (other / "templates").symlink_to(tmp_path / "templates")
    assert read_owned(other).texts == {}
    assert read_owned(other).faults[0].file == "templates"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    put(tmp_path, "a.j2", b"x")
    (tmp_path / "templates" / "a.j2").chmod(0)
    assert read_owned(tmp_path).faults[0].diagnostic.message.startswith("This file cannot be read")


def test_no_more_than_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lgdkit.owned.MAX_ALL_BYTES", 2048)
    put(tmp_path, "a.j2", b"x" * 2048)
    put(tmp_path, "b.j2", b"x")
    found = read_owned(tmp_path)
    assert (list(found.texts), found.faults[0].diagnostic.message) == (
        ["a.j2"],
        "The templates are larger than 2 KiB.",
    )


def test_a_copy_carries_its_version_and_stands_instead_of_ours(tmp_path: Path) -> None:
    path = copy_out(tmp_path, "mou/b.md.j2", OURS["mou/b.md.j2"])
    assert path == tmp_path / "templates" / "mou" / "b.md.j2"
    text = path.read_bytes()
    version = version_of(OURS["mou/b.md.j2"])
    assert copied_from(text) == version
    assert text.split(b"\n", 1)[1] == OURS["mou/b.md.j2"]
    assert (tmp_path / ".lgd" / "templates" / version).read_bytes() == OURS["mou/b.md.j2"]
    assert read_owned(tmp_path).texts == {"mou/b.md.j2": text}
    with pytest.raises(FileExistsError):
        copy_out(tmp_path, "mou/b.md.j2", OURS["mou/b.md.j2"])
    assert path.read_bytes() == text


def test_which_is_in_force_and_why(tmp_path: Path) -> None:
    same = copy_out(tmp_path, "a.j2", OURS["a.j2"]).read_bytes()
    old = copy_out(tmp_path, "mou/b.md.j2", b"Older.\n").read_bytes()
    own = {"a.j2": same, "mou/b.md.j2": old, "c.j2": b"own"}
    assert in_force(OURS, {}) == [InForce("a.j2", "ours"), InForce("mou/b.md.j2", "ours")]
    assert in_force(OURS, own) == [
        InForce("a.j2", "same"),
        InForce("c.j2", "added"),
        InForce("mou/b.md.j2", "changed"),
    ]
    assert in_force(OURS, {"a.j2": b"written anew"})[0] == InForce("a.j2", "unversioned")


def test_what_has_changed_in_ours_since(tmp_path: Path) -> None:
    own = copy_out(tmp_path, "a.j2", b"Older.\nKept.\n").read_bytes() + b"Theirs.\n"
    text, known = changes(tmp_path, "a.j2", b"Newer.\nKept.\n", own)
    assert known
    assert [line for line in text.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-Older.",
        "+Newer.",
    ]
    assert changes(tmp_path, "a.j2", b"Older.\nKept.\n", own) == ("", True)
    other = tmp_path / "other"
    assert changes(other, "a.j2", b"Older.\nKept.\n", own) == ("", True)
    text, known = changes(other, "a.j2", b"Newer.\nKept.\n", own)
    assert not known
    assert "-Theirs." in text
    assert not changes(tmp_path, "a.j2", b"x", b"no version")[1]
