"""Turns a picture into points, for Word: older ones of it show no others."""

from functools import lru_cache

from lgdkit.office.typesetter import PictureError, drawn

_PPI = 220
"""Points an inch: sharp on paper, and a page of them is some hundred KiB."""
_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {
  let own = measure(image("%s"))
  let scale = calc.min(1, 2000pt / own.width, 2000pt / own.height)
  image("%s", alt: "picture", width: scale * own.width)
}
"""
"""One that says it is larger than any paper is drawn smaller: nothing else could hold its points."""


@lru_cache(maxsize=64)
def png(name: str, content: bytes) -> bytes:
    """Return a picture as PNG; its name says of what kind it is.

    Raises:
        PictureError: it cannot be read; the message names it.
    """
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "png":
        return content
    file = f"picture.{ending}"
    try:
        return drawn({"main.typ": _PAGE % (file.encode(), file.encode()), file: content}, _PPI)
    except PictureError as error:
        raise PictureError(f"{name}: {error}") from error
