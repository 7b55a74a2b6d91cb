"""How wide a text will be, and how it is broken into the room that it has.

Nobody knows with which font a picture is shown. The widths are those of DejaVu Sans, which is the widest of the sans
serif fonts in common use, so that what fits by this table fits with Arial, Helvetica, Liberation, Noto or Roboto, too.
"""

import re
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

_WIDTHS = {
    280: "ijl'I",
    320: " ,.\u00a0’|!/:;\\J",
    370: "-f`",
    400: "()[]tr₂·",
    460: '"*',
    520: "szc„“”°",
    560: "LF?_–−",
    610: "vxkyaeåäéèTYP€",
    640: "0123456789bdghnopquöüßø$ESZ{}",
    700: "ABCKRVXÄÅ",
    790: "DHNUGOQÖÜØ&",
    840: "+<>=~#^×",
    900: "M",
    1000: "mw%@W—…æÆ",
}
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_OTHER_CAPITAL, _OTHER, _WIDE = 800, 660, 1100
_BOLD = 115
"""Bold letters are wider by this, in percent."""
_MIN_PART = 3
_CUT = "…"
_HYPHENS = re.compile(r"(?<=[^\W\d_]{2}[-/])(?=[^\W\d_]{2})")


@lru_cache(maxsize=1 << 12)
def _width(sign: str) -> int:
    known = _WIDTH.get(sign)
    if known is not None:
        return known
    if combining(sign) or category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if east_asian_width(sign) in "FW" or category(sign) in ("So", "Sk"):
        return _WIDE
    return _OTHER_CAPITAL if sign.isupper() else _OTHER


def width_of(text: str, size: int, *, bold: bool = False) -> int:
    """Return how much room a text takes at most on one line, in the units of the picture.

    Args:
        text: the text as it is read, without any escape.
        size: the size of the letters in the same units.
        bold: whether the letters are bold.
    """
    units = sum(map(_width, text)) * (_BOLD if bold else 100)
    return -(-units * size // 100_000)


def broken(text: str, width: int, lines: int, size: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into at most so many lines of this width; what does not fit ends in an ellipsis."""
    rest = [piece for word in text.split(" ") for piece in _pieces(word)]
    found: list[str] = []
    while rest and len(found) < lines:
        line = rest.pop(0)
        while rest and width_of((line + rest[0]).rstrip(" "), size, bold=bold) <= width:
            line += rest.pop(0)
        line = line.rstrip(" ")
        fits = _fitting(line, width, size, bold=bold)
        if fits < len(line):
            rest.insert(0, f"{line[fits:]} ")
            line = line[:fits] + ("-" if line[fits - 1].isalpha() and line[fits].isalpha() else "")
        found.append(line)
    if rest:
        found[-1] = _cut(found[-1], width, size, bold=bold)
    return tuple(found) or ("",)


def _pieces(word: str) -> list[str]:
    """Part a word behind its own hyphens; the last part has the space that comes before the next word."""
    return _HYPHENS.split(f"{word} ")


def _fitting(text: str, width: int, size: int, *, bold: bool) -> int:
    """Return how many signs of a word fit, with a hyphen behind them where it must be broken; at least one."""
    if width_of(text, size, bold=bold) <= width:
        return len(text)
    end = len(text) - 1
    while end > 1 and width_of(f"{text[:end]}-", size, bold=bold) > width:
        end -= 1
    end = min(end, max(len(text) - _MIN_PART, 1))
    while end > 1 and not _width(text[end]):
        end -= 1  # an accent stays with its letter
    return end


def _cut(line: str, width: int, size: int, *, bold: bool) -> str:
    line = line.removesuffix("-")
    while line and width_of(line + _CUT, size, bold=bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:–-") + _CUT
