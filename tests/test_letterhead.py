"""The letterhead of a city: what is read from its folder, and what is refused, at its place."""

from datetime import date
from pathlib import Path

import pytest

from lgdkit import disk, pipeline
from lgdkit.letterhead import Letterhead, read_letterhead
from lgdkit.office.package import reference
from lgdkit.office.paper import Look

CITY = """\
city:
  id: lintula
  name: Lintula
  country: FI
  languages: [fi]
"""
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "letterhead").mkdir()
    (tmp_path / "letterhead/logo.svg").write_bytes(LOGO)
    (tmp_path / "letterhead/a.ttf").write_bytes(b"\x00\x01\x00\x00")
    return tmp_path


def letterhead(root: Path, appearance: str = "") -> Letterhead:
    text = CITY + (f"  appearance: {{{appearance}}}\n" if appearance else "")
    (root / "city.yaml").write_text(text, "utf-8")
    folder = disk.read_folder(root)
    checked = pipeline.check(folder.texts, date(2026, 1, 1))
    return read_letterhead(root, checked.city)


def test_a_city_without_one(root: Path) -> None:
    assert letterhead(root) == Letterhead(Look())


def test_a_whole_one(root: Path) -> None:
    (root / "templates").mkdir()
    word = reference(Look(), disk.read_templates())
    (root / "templates/reference.docx").write_bytes(word)
    found = letterhead(root, "colour: '#005B96', logo: letterhead/logo.svg, fonts: [letterhead/a.ttf]")
    assert found == Letterhead(Look("#005b96", LOGO, "logo.svg", (b"\x00\x01\x00\x00",), word))


@pytest.mark.parametrize(
    ("appearance", "message"),
    [
        ("colour: '#ffcc00'", "This colour cannot be read on white: its contrast is 1.4 to 1."),
        ("logo: nowhere.svg", "there is no such file in the city's folder"),
        ("logo: letterhead", "there is no such file in the city's folder"),
        ("logo: ../logo.svg", "this is no path of a file in the city's folder"),
        ("logo: /etc/passwd", "this is no path of a file in the city's folder"),
        ("logo: letterhead/a.ttf", "a logo is a png, svg or jpeg picture"),
        ("logo: link.svg", "a symbolic link stands there, and links are not followed"),
        ("logo: huge.png", "the file is larger than 1024 KiB"),
        ("fonts: [letterhead/logo.svg]", "this is no font file, ttf or otf"),
        (f"fonts: [{', '.join(['letterhead/a.ttf'] * 9)}]", "there are more than 8 fonts"),
    ],
)
def test_what_cannot_be_used(root: Path, appearance: str, message: str) -> None:
    (root / "link.svg").symlink_to(root / "letterhead/logo.svg")
    (root / "huge.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1024 * 1024))
    (fault,) = letterhead(root, appearance).faults
    assert message in fault.message
    assert fault.place.keys[-1] == (
        8 if "8" in message else 0 if "fonts" in appearance else appearance.split(":")[0]
    )


def test_a_word_file_that_cannot_be_used(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/reference.docx").write_bytes(b"no Word file")
    (fault,) = letterhead(root).faults
    assert (fault.place.file, fault.message) == (
        "templates/reference.docx",
        "The letterhead cannot be used: this is no Word file.",
    )


def test_a_file_that_cannot_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (fault,) = letterhead(root, "logo: letterhead/logo.svg").faults
    assert fault.message == "The letterhead cannot be used: the file cannot be read: Permission denied."
