"""Runs the typesetter, in this process: it reads no file but those given to it, and no font of the machine."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from lgdkit.office.pandoc import NotInstalledError

STANDARDS = ("a-2a", "ua-1")
PICTURES = ("svg", "png", "jpg", "jpeg")
_PANIC = "PanicException"
"""What the typesetter, which is written in Rust, ends with where it has a fault; it has no name to import."""
_TIMESTAMP = 315532800
"""1980-01-01: an archive wants a date, and a clock would change the bytes. The Word file has the same."""


class PictureError(Exception):
    """A picture or a font that cannot be used; the message says why."""


def compiled(files: Mapping[str, bytes], fonts: Sequence[bytes] = ()) -> bytes:
    """Set files of the typesetter as a PDF; `main.typ` is the first of them.

    Raises:
        NotInstalledError: the typesetter is not there.
        PictureError: a picture or a font among the files cannot be used.
    """
    named = {**files, "families.json": json.dumps(families(fonts)).encode() if fonts else b"[]"}
    with _fonts(fonts) as every:
        try:
            return _compile(named, every, pdf_standards=list(STANDARDS))
        except PictureError as error:
            raise PictureError(_culprit(files) or str(error)) from error


def families(fonts: Sequence[bytes]) -> list[str]:
    """Return the names of the families of font files.

    Raises:
        PictureError: there is none that can be read.
    """
    with _folder(fonts) as folder:
        found = import_typst().Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        names: list[str] = found.families()
    if not names:
        raise PictureError("none of the fonts can be read")
    return names


def drawn(files: Mapping[str, bytes], ppi: float) -> bytes:
    """Set files of the typesetter as a picture of points (PNG).

    Raises:
        NotInstalledError: the typesetter is not there.
        PictureError: a picture among the files cannot be used.
    """
    return _compile(files, _own_fonts(), format="png", ppi=ppi)


def import_typst() -> Any:
    """Return the typesetter, which takes its time to load and is not always there."""
    try:
        import typst
    except ImportError as error:
        raise NotInstalledError("typst, which makes PDFs,") from error
    return typst


def _culprit(files: Mapping[str, bytes]) -> str:
    """Say which picture cannot be used, and why: the typesetter names none of them."""
    for name, content in files.items():
        if name.rsplit(".", 1)[-1].lower() in PICTURES:
            try:
                drawn({"main.typ": f'#image({json.dumps(name)}, alt: "picture")'.encode(), name: content}, 10)
            except PictureError as error:
                return f"{name}: {error}"
    return ""


def _compile(files: Mapping[str, bytes], fonts: Any, **options: Any) -> bytes:
    typst = import_typst()
    try:
        return bytes(typst.compile(dict(files), font_paths=fonts, timestamp=_TIMESTAMP, **options))
    except typst.TypstError as error:
        raise PictureError(" ".join(str(error).split())[:300]) from error
    except RuntimeError as error:  # what it says of a file that is no text is no help
        raise PictureError("what is in it cannot be read as a picture") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise PictureError("the typesetter gave up on it") from error


@contextmanager
def _fonts(fonts: Sequence[bytes]) -> Iterator[Any]:
    """Give our fonts, with those of a city."""
    if not fonts:
        yield _own_fonts()
        return
    with _folder(fonts) as folder:
        yield import_typst().Fonts(include_system_fonts=False, font_paths=[folder])


@contextmanager
def _folder(fonts: Sequence[bytes]) -> Iterator[str]:
    """Give a folder with font files: the typesetter takes them from one alone."""
    with tempfile.TemporaryDirectory(prefix="lgd-") as folder:
        for number, font in enumerate(fonts):
            (Path(folder) / f"{number}.ttf").write_bytes(font)
        yield folder


@cache
def _own_fonts() -> Any:
    """Return the fonts of the typesetter itself: none of a machine, so the same everywhere."""
    return import_typst().Fonts(include_system_fonts=False)
