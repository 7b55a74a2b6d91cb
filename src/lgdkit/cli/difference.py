"""What would change in a file, shown so that nothing in it steers the terminal."""

import difflib

from lgdkit.render.plain import inside, visible

_NO_LINE_END = "\\ No newline at end of file"


def difference(name: str, old: bytes, new: bytes, origin: str = "") -> str:
    """Return a unified diff of two texts; characters that would steer a terminal are shown by their number.

    `origin` is the name of the old file where it is another one.
    """
    before, after = (_lines(text.decode("utf-8", "replace")) for text in (old, new))
    name, origin = (visible(each).lstrip("/") for each in (name, origin or name))
    return "".join(map(_shown, difflib.unified_diff(before, after, f"a/{origin}", f"b/{name}")))


def _lines(text: str) -> list[str]:
    """Part a text at LF alone: other signs at which Python parts lines are text."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _shown(line: str) -> str:
    sign, rest = line[:1], line[1:]
    text = rest.removesuffix("\n")
    end = "\n" if text != rest else f"\n{_NO_LINE_END}\n"
    carriage = "\r" * text.endswith("\r")
    return sign + "\t".join(inside(part) for part in text.removesuffix("\r").split("\t")) + carriage + end
