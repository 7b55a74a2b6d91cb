"""Reading from real folders: one city or many, links, pipes, what may not be read, strange names."""

import os
import sys
from pathlib import Path

import pytest

from lgdkit import disk
from lgdkit.disk import MAX_BYTES, city_of, find_cities, is_regular, read_folder

CITY = "city: {id: x, name: X, country: FI, languages: [fi]}\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def names(roots: list[Path], base: Path) -> list[str]:
    return [root.relative_to(base).as_posix() for root in roots]


def test_one_city_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "a/b/c.yml": "actions: []\n", "README.md": "city: no\n"})
    assert find_cities(tmp_path) == [tmp_path]
    folder = read_folder(tmp_path)
    assert folder.root == tmp_path
    assert dict(folder.texts) == {"a/b/c.yml": b"actions: []\n", "city.yaml": CITY.encode()}
    assert folder.faults == ()


def test_record_of_the_city_in_a_subfolder(tmp_path: Path) -> None:
    write(tmp_path, {"base/city.yaml": CITY, "actions/a.yaml": "actions: []\n"})
    assert find_cities(tmp_path) == [tmp_path]
    assert city_of(tmp_path / "actions" / "a.yaml") == tmp_path


def test_workspace(tmp_path: Path) -> None:
    files = {"umea/city.yaml": CITY, "espoo/data/base.yaml": CITY, "espoo/data/more/a.yaml": "actions: []\n"}
    write(tmp_path, files)
    assert names(find_cities(tmp_path), tmp_path) == ["espoo", "umea"]
    assert dict(read_folder(tmp_path / "espoo").texts).keys() == {"data/base.yaml", "data/more/a.yaml"}


def test_file_beside_the_cities_of_a_workspace(tmp_path: Path) -> None:
    """It belongs to none of them, so nobody reads it."""
    write(tmp_path, {"umea/c.yaml": CITY, "espoo/c.yaml": CITY, "stray.yaml": "actions: []\n"})
    assert names(find_cities(tmp_path), tmp_path) == ["espoo", "umea"]


def test_workspace_of_workspaces(tmp_path: Path) -> None:
    files = {
        "fi/espoo/c.yaml": CITY,
        "fi/lahti/c.yaml": CITY,
        "se/umea/c.yaml": CITY,
        "se/umea/d/e.yaml": "a: 1\n",
    }
    write(tmp_path, files)
    assert names(find_cities(tmp_path), tmp_path) == ["fi/espoo", "fi/lahti", "se"]


def test_two_records_in_one_folder_are_one_city_with_a_fault(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": CITY, "b.yaml": CITY})
    assert find_cities(tmp_path) == [tmp_path]


def test_folder_without_data(tmp_path: Path) -> None:
    assert find_cities(tmp_path) == [tmp_path]
    assert read_folder(tmp_path).texts == {}


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffcity: {id: x}\n",
        "{city: {id: x}}\n",
        "'city': {id: x}\n",
        '# a\r\n"city" : {id: x}\r\n',
        "a: 1\rcity:\r",
    ],
)
def test_ways_to_write_the_key(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"a/a.yaml": text, "b/b.yaml": text})
    assert names(find_cities(tmp_path), tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["# city: x\n", "actions:\n- city: x\n", "cityname: x\n", "note: |\n  city: x\n"]
)
def test_other_keys(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"a/a.yaml": text, "b/b.yaml": CITY})
    assert find_cities(tmp_path) == [tmp_path]


def test_what_is_no_data(tmp_path: Path) -> None:
    passed_over = (
        "drafts/a.yaml",
        "templates/a.yaml",
        "x/drafts/a.yaml",
        ".hidden/a.yaml",
        ".a.yaml",
        "a.yaml~",
        "a.json",
    )
    write(
        tmp_path,
        {"city.yaml": CITY, "A.YAML": "a: 1\n", "b.Yml": "b: 1\n", **dict.fromkeys(passed_over, CITY)},
    )
    folder = read_folder(tmp_path)
    assert list(folder.texts) == ["A.YAML", "b.Yml", "city.yaml"]
    assert folder.faults == ()
    assert find_cities(tmp_path) == [tmp_path]


def test_links_are_faults_and_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "city", {"city.yaml": CITY, "real/a.yaml": "actions: []\n"})
    write(tmp_path / "secret", {"s.yaml": "actions: []\n"})
    (root / "out.yaml").symlink_to(tmp_path / "secret" / "s.yaml")
    (root / "in.yaml").symlink_to(root / "city.yaml")
    (root / "folder").symlink_to(tmp_path / "secret")
    (root / "gone.yaml").symlink_to(root / "nothing")
    (root / "circle.yaml").symlink_to(root / "circle.yaml")
    (root / "circle").symlink_to(root / "circle")
    (root / "up").symlink_to(root)
    (root / "notes.txt").symlink_to(tmp_path / "secret" / "s.yaml")
    folder = read_folder(root)
    assert list(folder.texts) == ["city.yaml", "real/a.yaml"]
    assert {fault.place.file: fault.rule for fault in folder.faults} == dict.fromkeys(
        ("circle.yaml", "folder", "gone.yaml", "in.yaml", "out.yaml", "up"), "symbolic-link"
    )
    assert find_cities(root) == [root]


def test_link_to_a_city_as_the_folder_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "city", {"city.yaml": CITY})
    (tmp_path / "link").symlink_to(tmp_path / "city")
    assert find_cities(tmp_path / "link") == [tmp_path / "link"]
    assert list(read_folder(tmp_path / "link").texts) == ["city.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_a_fault_and_nobody_waits_for_it(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY})
    os.mkfifo(tmp_path / "x.yaml")
    folder = read_folder(tmp_path)
    assert list(folder.texts) == ["city.yaml"]
    assert [(fault.rule, fault.place.file) for fault in folder.faults] == [("unreadable-file", "x.yaml")]
    assert find_cities(tmp_path) == [tmp_path]
    assert city_of(tmp_path / "city.yaml") == tmp_path


def test_folder_called_like_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "more.yaml/a.yaml": "actions: []\n"})
    assert list(read_folder(tmp_path).texts) == ["city.yaml", "more.yaml/a.yaml"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "a.yaml": "actions: []\n", "shut/b.yaml": "actions: []\n"})
    (tmp_path / "a.yaml").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        folder = read_folder(tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o755)
    assert list(folder.texts) == ["city.yaml"]
    assert [(fault.rule, fault.place.file) for fault in folder.faults] == [
        ("unreadable-file", "a.yaml"),
        ("unreadable-file", "shut"),
    ]


def test_what_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"city.yaml": CITY, "a.yaml": "actions: []\n", "shut/b.yaml": "actions: []\n"})
    really_open, really_scan = os.open, os.scandir

    def no_open(path: str, flags: int) -> int:
        if path.endswith("a.yaml"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    def no_scan(path: Path) -> object:
        if path.name == "shut":
            raise OSError
        return really_scan(path)

    monkeypatch.setattr("os.open", no_open)
    monkeypatch.setattr("os.scandir", no_scan)
    assert find_cities(tmp_path) == [tmp_path]
    folder = read_folder(tmp_path)
    assert list(folder.texts) == ["city.yaml"]
    assert [(fault.place.file, fault.message) for fault in folder.faults] == [
        ("a.yaml", "This file cannot be read: Permission denied."),
        ("shut", "This folder cannot be read: OSError."),
    ]


def test_file_that_is_gone_in_between(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "a.yaml": "actions: []\n"})
    find_cities(tmp_path)
    (tmp_path / "a.yaml").unlink()
    assert list(read_folder(tmp_path).texts) == ["city.yaml"]


def test_file_that_is_written_in_between(tmp_path: Path) -> None:
    """A file is read once in a run: what was seen while cities were looked for is what the city is read from."""
    write(tmp_path, {"city.yaml": CITY, "a.yaml": "actions: [a]\n"})
    find_cities(tmp_path)
    write(tmp_path, {"a.yaml": "actions: [changed]\n"})
    assert read_folder(tmp_path).texts["a.yaml"] == b"actions: [a]\n"
    assert read_folder(tmp_path).texts["a.yaml"] == b"actions: [changed]\n"
    assert read_folder(tmp_path).texts["city.yaml"] == CITY.encode()


def test_no_more_is_kept_than_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = disk._Kept()
    kept._left = 20
    monkeypatch.setattr(disk, "_kept", kept)
    write(tmp_path, {"a.yaml": "actions: []\n", "b.yaml": "actions: []\n", "city.yaml": CITY})
    find_cities(tmp_path)
    assert kept._left == 8
    assert len(read_folder(tmp_path).texts) == 3
    assert kept._left == 20


def test_large_files(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "long.yaml": "# " + "x" * 200_000 + "\n"})
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(10 * 1024**3)
    folder = read_folder(tmp_path)
    assert len(folder.texts["long.yaml"]) == 200_003
    assert MAX_BYTES < len(folder.texts["huge.yaml"]) <= MAX_BYTES + 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_strange_names(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "a\nb.yaml": "a: 1\n", "##[x] $(y) 'ä'.yaml": "b: 1\n"})
    with open(os.fsencode(tmp_path) + b"/gr\xfcn.yaml", "wb") as file:  # noqa: PTH123 - no text
        file.write(b"c: 1\n")
    texts = read_folder(tmp_path).texts
    assert list(texts) == ["##[x] $(y) 'ä'.yaml", "a\nb.yaml", "city.yaml", "gr\udcfcn.yaml"]
    assert find_cities(tmp_path) == [tmp_path]


def test_folders_without_end(tmp_path: Path) -> None:
    deep = "/".join("d" * 20)
    write(tmp_path, {"city.yaml": CITY, f"{deep}/a.yaml": "actions: []\n"})
    folder = read_folder(tmp_path)
    assert list(folder.texts) == ["city.yaml"]
    assert [(fault.rule, fault.place.file.count("/")) for fault in folder.faults] == [("too-deep", 12)]


# --- the city of one file ---


def test_city_of_a_file_alone(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY})
    assert city_of(tmp_path / "city.yaml") == tmp_path


def test_city_of_a_file_below_the_record(tmp_path: Path) -> None:
    write(tmp_path, {"umea/city.yaml": CITY, "umea/a/b/c.yaml": "actions: []\n", "espoo/city.yaml": CITY})
    assert city_of(tmp_path / "umea" / "a" / "b" / "c.yaml") == tmp_path / "umea"


def test_city_of_a_file_far_below_the_record(tmp_path: Path) -> None:
    write(tmp_path, {"umea/city.yaml": CITY, "umea/a/b/c/d.yaml": "actions: []\n"})
    assert city_of(tmp_path / "umea" / "a" / "b" / "c" / "d.yaml") == tmp_path / "umea"


def test_city_of_a_file_beside_the_record(tmp_path: Path) -> None:
    files = {
        "umea/base/city.yaml": CITY,
        "umea/actions/a.yaml": "actions: []\n",
        "espoo/city.yaml": CITY,
        ".git/x": "",
    }
    write(tmp_path, files)
    assert city_of(tmp_path / "umea" / "actions" / "a.yaml") == tmp_path / "umea"


def test_city_of_a_file_that_belongs_to_none(tmp_path: Path) -> None:
    write(
        tmp_path,
        {".git/x": "", "umea/city.yaml": CITY, "espoo/city.yaml": CITY, "stray/a.yaml": "actions: []\n"},
    )
    assert city_of(tmp_path / "stray" / "a.yaml") == tmp_path / "stray"


def test_city_of_a_file_stays_in_its_repository(tmp_path: Path) -> None:
    write(tmp_path, {"city.yaml": CITY, "inner/.git/x": "", "inner/data/a.yaml": "actions: []\n"})
    assert city_of(tmp_path / "inner" / "data" / "a.yaml") == tmp_path / "inner" / "data"


def test_city_of_a_relative_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"city.yaml": CITY, "a/b.yaml": "actions: []\n"})
    monkeypatch.chdir(tmp_path / "a")
    assert city_of(Path("b.yaml")) == tmp_path


def test_ordinary_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": ""})
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.yaml")
    assert is_regular(tmp_path / "a.yaml")
    assert not is_regular(tmp_path / "link.yaml")
    assert not is_regular(tmp_path)
    assert not is_regular(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("city: {id: a}\n", True),
        ("\ufeffcity: {id: a}\n", True),
        ("# first\r\ncity : {id: a}\r\n", True),
        ("# first\rcity: {id: a}\r", True),
        ('"city": {"id": "a"}\n', True),
        ("{city: {id: a}}\n", True),
        ('{\n  "city": {"id": "a"}}\n', True),
        ("in_city: 4\n", False),
        ("electricity: 4\ncity-plan: 5\n", False),
        ("actions:\n  - city: a\n", False),
        ("- city: a\n", False),
        ("sources: []\nelectricity: 4\ncity: {id: a}\n", True),
    ],
)
def test_a_city_is_where_its_key_begins_a_line(tmp_path: Path, text: str, holds: bool) -> None:
    (tmp_path / "data.yaml").write_bytes(text.encode())
    assert disk.holds_city(tmp_path) is holds
