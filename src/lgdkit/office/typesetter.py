"""Runs the typesetter, in this process: it reads no file but those given to it, and no font of the machine."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lgdkit.office.pandoc import NotInstalledError

STANDARDS = ("a-2a", "ua-1")
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
    if not fonts:
        return _compile({**files, "families.json": b"[]"}, _own_fonts(), pdf_standards=list(STANDARDS))
    import_typst()
    with tempfile.TemporaryDirectory(prefix="lgd-") as folder:
        for number, font in enumerate(fonts):
            (Path(folder) / f"{number}.ttf").write_bytes(font)
        typst = import_typst()
        theirs = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        every = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        families = json.dumps(theirs.families()).encode()
        return _compile({**files, "families.json": families}, every, pdf_standards=list(STANDARDS))


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


def _compile(files: Mapping[str, bytes], fonts: Any, **options: Any) -> bytes:
    typst = import_typst()
    try:
        return bytes(typst.compile(dict(files), font_paths=fonts, timestamp=_TIMESTAMP, **options))
    except typst.TypstError as error:
        raise PictureError(" ".join(str(error).split())[:300]) from error


@cache
def _own_fonts() -> Any:
    """Return the fonts of the typesetter itself: none of a machine, so the same everywhere."""
    return import_typst().Fonts(include_system_fonts=False)
