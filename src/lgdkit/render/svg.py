"""Text from data and words as parts of an SVG picture, and the room that they take in it."""

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, unescape

from lgdkit.render.plain import HIDDEN
from lgdkit.view.pictures.letters import broken
from lgdkit.view.pictures.sheet import line_height

_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(f"[{HIDDEN}\u200b]")
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_PLAIN = {sign: text for text, sign in _QUOTES.items()}
_NOTHING = "\ufffd"
_BASE = 4
"""The part of a line that is above its letters' feet is so many fifths."""


def escaped(text: str) -> str:
    """Return text as one line in which no sign has a meaning in XML, and none is there that XML forbids."""
    line = _SPACE.sub(_one_space, _HIDDEN.sub("", _SPACE.sub(_one_space, text))).strip()
    return escape(line, _QUOTES) or (_NOTHING if text else "")


def inline(text: str) -> str:
    """Escape text of which parts are escaped already: words of ours, with text from the data in them."""
    return escaped(unescape(str(text), _PLAIN))


def fitted(text: str, room: Mapping[str, Any]) -> dict[str, Any]:
    """Break a text into the lines of its room, each with its place; `cut` says whether something is missing."""
    whole = unescape(inline(text), _PLAIN)
    size, turned = int(room["size"]), bool(room["turned"])
    width, most = int(room["width"]), int(room["lines"])
    lines = broken(whole, width, most, size, bold=bool(room["bold"]))
    height = line_height(size)
    spare = {"top": 0, "middle": (most - len(lines)) * height // 2, "bottom": (most - len(lines)) * height}
    along = {"start": 0, "middle": width // 2, "end": width}[room["anchor"]]
    first = spare[room["align"]] + height * _BASE // 5
    places = [first + number * height for number in range(len(lines))]
    x, y = int(room["x"]), int(room["y"])
    return {
        "cut": lines[-1].endswith("…") and not whole.endswith("…"),
        "lines": [
            {
                "text": escaped(line),
                "x": x + place if turned else x + along,
                "y": y - along if turned else y + place,
            }
            for place, line in zip(places, lines, strict=True)
        ],
    }


def tidy(text: str) -> str:
    """Put one element on a line, without the indents and empty lines of the templates."""
    return "\n".join(line for each in text.splitlines() if (line := each.strip())) + "\n"


def _one_space(match: re.Match[str]) -> str:
    # a no-break space keeps a number whole where the text is broken into lines
    return "\xa0" if set(match[0]) == {"\xa0"} else " "
