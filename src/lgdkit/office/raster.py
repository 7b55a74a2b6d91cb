"""Turns a picture into points, for Word: older ones of it show no others."""

from functools import lru_cache

from lgdkit.office.typesetter import drawn

_PPI = 220
"""Points an inch: sharp on paper, and a page of them is some hundred KiB."""
_PAGE = b'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("%s", alt: "picture")'


@lru_cache(maxsize=64)
def png(name: str, content: bytes) -> bytes:
    """Return a picture as PNG; its name says of what kind it is.

    Raises:
        PictureError: it cannot be read.
    """
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "png":
        return content
    file = f"picture.{ending}"
    return drawn({"main.typ": _PAGE % file.encode(), file: content}, _PPI)
