"""Files that must not be there yet, and the cities that a new one would run into."""

from pathlib import Path

import pytest

from lgdkit.artifact import Artifact
from lgdkit.disk import city_around
from lgdkit.drafts.place import create

CITY = "city: {id: a}\n"


def test_create_makes_folders(tmp_path: Path) -> None:
    create(tmp_path / "new", [Artifact("a.yaml", b"a"), Artifact(".lgd/b", b"b")])
    assert (tmp_path / "new" / "a.yaml").read_bytes() == b"a"
    assert (tmp_path / "new" / ".lgd" / "b").read_bytes() == b"b"


def test_create_makes_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        create(tmp_path, [Artifact("a", b"a"), Artifact("b", b"b"), Artifact("c", b"c")])
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_bytes() == b"mine"


def test_create_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create(tmp_path, [Artifact("link", b"a")])
    assert not (tmp_path / "elsewhere").exists()


def test_no_city_around(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "notes.yaml").write_text("city: x\n".replace("city", "town"), "utf-8")
    assert city_around(tmp_path / "a" / "b") is None
    assert city_around(tmp_path / "not" / "there") is None


def test_a_city_inside(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "city.yaml").write_text(CITY, "utf-8")
    assert city_around(tmp_path / "a") == tmp_path / "a"


def test_a_city_in_the_next_folder_above(tmp_path: Path) -> None:
    (tmp_path / "city.yaml").write_text(CITY, "utf-8")
    assert city_around(tmp_path / "a") == tmp_path


def test_a_city_further_above_counts_in_a_repository_alone(tmp_path: Path) -> None:
    (tmp_path / "city.yaml").write_text(CITY, "utf-8")
    assert city_around(tmp_path / "a" / "b") is None
    (tmp_path / ".git").mkdir()
    assert city_around(tmp_path / "a" / "b") == tmp_path


def test_a_city_beside_is_none_around(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "city.yaml").write_text(CITY, "utf-8")
    assert city_around(tmp_path / "new") is None
