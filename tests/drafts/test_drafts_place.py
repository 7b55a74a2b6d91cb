"""A file that a person named is put down whole, and nothing takes the place of a device."""

from pathlib import Path

import pytest

from lgdkit.drafts.place import put


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


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
