"""The letterhead of a city: its colour, logo, fonts and Word file, read from its folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lgdkit.diagnostics import Diagnostic, Place, Severity, Span
from lgdkit.model.city import City
from lgdkit.model.colour import contrast, fits, pale
from lgdkit.office.foreign import font_fault, picture_fault, reference_fault
from lgdkit.office.paper import Look

RULE = "letterhead"
REFERENCE = "templates/reference.docx"
_MAX_LOGO = 1024 * 1024
_MAX_FONT = 4 * 1024 * 1024
_MAX_FONTS = 8
_MAX_REFERENCE = 8 * 1024 * 1024
_PATH = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_ .-]*/)*[A-Za-z0-9_-][A-Za-z0-9_ .-]*")


@dataclass(frozen=True)
class Letterhead:
    """What a city's documents look like, and what is wrong with it."""

    look: Look
    faults: tuple[Diagnostic, ...] = ()


class _UnfitError(Exception):
    """A file that cannot be used; the message says why."""


def read_letterhead(root: Path, city: City) -> Letterhead:
    """Read the letterhead of a city; what cannot be used is a finding and does not stop the rest."""
    faults: list[Diagnostic] = []
    given = city.record.appearance if city.record else None
    colour, logo, name, fonts = Look().colour, b"", "", []
    if given and city.record:
        place = city.record.place.at("appearance")
        if given.colour:
            colour = given.colour.lower()
            if not fits(colour):
                faults.append(_too_pale(place.at("colour"), colour))
        if given.logo is not None:
            try:
                logo = _read(root, given.logo, _MAX_LOGO, lambda path, content: picture_fault(path, content))
                name = f"logo.{given.logo.rsplit('.', 1)[-1].lower()}"
            except _UnfitError as error:
                faults.append(
                    _fault(place.at("logo"), error, "a picture, png, svg or jpeg, in the city's folder")
                )
        for index, each in enumerate(given.fonts):
            try:
                if index >= _MAX_FONTS:
                    raise _UnfitError(f"there are more than {_MAX_FONTS} fonts")
                fonts.append(_read(root, each, _MAX_FONT, lambda _, content: font_fault(content)))
            except _UnfitError as error:
                faults.append(
                    _fault(place.at("fonts", index), error, "a font, ttf or otf, in the city's folder")
                )
    reference = b""
    if (root / REFERENCE).exists() or (root / REFERENCE).is_symlink():
        try:
            reference = _read(root, REFERENCE, _MAX_REFERENCE, lambda _, content: reference_fault(content))
        except _UnfitError as error:
            where = Place(REFERENCE, span=Span(1, 1, 2))
            faults.append(
                _fault(where, error, "a Word file with styles, heads and feet, that fetches and runs nothing")
            )
    return Letterhead(Look(colour, logo, name, tuple(fonts), reference), tuple(faults))


def _read(root: Path, path: str, most: int, look: Callable[[str, bytes], str]) -> bytes:
    """Read a file of the city's folder.

    Raises:
        _UnfitError: it cannot be used.
    """
    if not _PATH.fullmatch(path) or len(path) > 200:
        raise _UnfitError("this is no path of a file in the city's folder")
    target = root
    for part in path.split("/"):
        target = target / part
        if target.is_symlink():
            raise _UnfitError("a symbolic link stands there, and links are not followed")
    if not target.is_file():
        raise _UnfitError("there is no such file in the city's folder")
    try:
        if target.stat().st_size > most:
            raise _UnfitError(f"the file is larger than {most // 1024} KiB")
        content = target.read_bytes()
    except OSError as error:
        raise _UnfitError(f"the file cannot be read: {error.strerror}") from error
    reason = look(path, content)
    if reason:
        raise _UnfitError(reason)
    return content


def _too_pale(place: Place, colour: str) -> Diagnostic:
    found = f"{contrast(colour, pale(colour)):.1f}"
    return Diagnostic(
        RULE,
        Severity.ERROR,
        place,
        f"This colour cannot be read on white: its contrast is {found} to 1.",
        "a colour with a contrast of 4.5 to 1 or more, also on a tenth of itself",
        "Take a darker colour.",
    )


def _fault(place: Place, error: _UnfitError, expected: str) -> Diagnostic:
    message = f"The letterhead cannot be used: {error}."
    return Diagnostic(
        RULE, Severity.ERROR, place, message, expected, "Put such a file there, or take the entry out."
    )
