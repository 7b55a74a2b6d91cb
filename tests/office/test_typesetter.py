"""The typesetter: fonts of a city, pictures as points, and what is said when it is not there."""

import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from papers import PICTURE, paper_of, templates

from lgdkit.office import typesetter
from lgdkit.office.package import reference
from lgdkit.office.pandoc import NotInstalledError
from lgdkit.office.paper import Look
from lgdkit.office.pdf import pdf
from lgdkit.office.raster import png
from lgdkit.office.typesetter import PictureError, compiled, drawn, families, import_typst

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_picture_as_points() -> None:
    assert png("a.svg", PICTURE).startswith(PNG)
    assert png("a.png", PNG) == PNG
    with pytest.raises(PictureError, match=r"^a\.svg: "):
        png("a.svg", b"no picture")


def test_fonts_that_are_none() -> None:
    with pytest.raises(PictureError, match="none of the fonts can be read"):
        families([b"\x00\x01\x00\x00 and nothing more"])


class _Fonts:
    """Stands for the typesetter's fonts, with a family of the city's: no font file is at hand everywhere."""

    def __init__(self, *, font_paths: Sequence[str], **_options: bool) -> None:
        assert [each.name for each in Path(font_paths[0]).iterdir()] == ["0.ttf"]

    def families(self) -> list[str]:
        return ['City & "Sans"']


def test_the_family_of_a_city_in_word_and_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    look = Look(fonts=(b"font",))
    seen = {}

    def compiled(files: dict[str, bytes], **options: object) -> bytes:
        seen.update(files)
        assert isinstance(options["font_paths"], _Fonts)
        return b"%PDF"

    monkeypatch.setattr(typst, "Fonts", _Fonts)
    monkeypatch.setattr(typst, "compile", compiled)
    assert pdf(paper_of("# A", look=look), templates()) == b"%PDF"
    assert seen["families.json"] == b'["City & \\"Sans\\""]'
    assert b'w:ascii="City &amp; &quot;Sans&quot;"' in reference(look, templates())


def test_a_font_of_the_machine_is_taken() -> None:
    found = next(iter(sorted(Path("/usr/share/fonts").rglob("*Sans*-Regular.ttf"))), None)
    if found is None:
        pytest.skip("there is no font on this machine to try")
    font = found.read_bytes()
    assert len(families([font])) == 1
    made = pdf(paper_of("# A\n\nText.", look=Look(fonts=(font,))), templates())
    assert families([font])[0].replace(" ", "").encode() in made


def test_a_citys_own_word_file() -> None:
    assert reference(Look(reference=b"theirs"), templates()) == b"theirs"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalledError, match=r"pip install 'lgdkit\[docs\]'"):
        typesetter.import_typst()


@pytest.mark.parametrize("size", ['width="1" height="1000000000"', 'width="1000000000" height="1000000000"'])
def test_a_picture_that_says_it_is_larger_than_any_paper(size: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="9" height="9"/></svg>'
    width, height = struct.unpack_from(">II", png("a.svg", svg.encode()), 16)
    assert max(width, height) < 7000


def test_where_the_typesetter_has_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    typst = import_typst()

    def ends(error: BaseException) -> Callable[..., bytes]:
        def compile_(*_: object, **__: object) -> bytes:
            raise error

        return compile_

    panic = type("PanicException", (BaseException,), {})
    monkeypatch.setattr(typst, "compile", ends(panic("no room")))
    with pytest.raises(PictureError, match="gave up"):
        drawn({"main.typ": b""}, 72)
    monkeypatch.setattr(typst, "compile", ends(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        drawn({"main.typ": b""}, 72)


def test_where_no_picture_is_at_fault_the_words_of_the_typesetter_are_told() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'
    with pytest.raises(PictureError, match="unknown variable: nothing"):
        compiled({"main.typ": b"#nothing", "a.svg": svg, "notes.txt": b"no picture"})
