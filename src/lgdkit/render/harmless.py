"""Whether a picture is one, and harmless: what is not allowed by name is not there.

A picture that a city's own template draws may be opened in a browser. It holds no script, no link, no other document,
nothing that moves, and nothing from the net or the disk.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

SPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    {
        "circle",
        "clipPath",
        "defs",
        "desc",
        "ellipse",
        "g",
        "line",
        "linearGradient",
        "marker",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialGradient",
        "rect",
        "stop",
        "svg",
        "symbol",
        "text",
        "title",
        "tspan",
    }
)
ATTRIBUTES = frozenset(
    {
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "clip-path",
        "clip-rule",
        "color",
        "cx",
        "cy",
        "d",
        "display",
        "dominant-baseline",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "gradientTransform",
        "gradientUnits",
        "height",
        "id",
        "lang",
        "lengthAdjust",
        "letter-spacing",
        "marker-end",
        "marker-mid",
        "marker-start",
        "markerHeight",
        "markerUnits",
        "markerWidth",
        "offset",
        "opacity",
        "orient",
        "paint-order",
        "patternContentUnits",
        "patternTransform",
        "patternUnits",
        "points",
        "preserveAspectRatio",
        "r",
        "refX",
        "refY",
        "role",
        "rotate",
        "rx",
        "ry",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "textLength",
        "transform",
        "viewBox",
        "visibility",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    }
)
_ADDRESS = re.compile(r"url\s*\(\s*(?!#[\w-]+\s*\))|&|\\|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """Why a picture is refused; `said` is what to look for in the template."""

    message: str
    expected: str
    said: str = ""


class _RefusedError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


def fault_in(text: str) -> Fault | None:
    """Return why a text is no SVG picture, or no harmless one; None where it is."""
    parser = ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.ProcessingInstructionHandler = _no_instruction
    depth = [0]

    def start(name: str, given: Mapping[str, Any]) -> None:
        _see(name, given, root=not depth[0])
        depth[0] += 1

    parser.StartElementHandler = start
    try:
        parser.Parse(text.encode("utf-8"), True)
    except ExpatError as error:
        lines = text.split("\n")
        line = lines[min(error.lineno, len(lines)) - 1].strip()[:80]
        return Fault(
            f"What this draws is not well-formed XML: {error.args[0].split(':')[0]}, at {line!r}.",
            "SVG in which every element is closed, and & and < of a text are escaped",
        )
    except _RefusedError as error:
        return error.fault
    return None


def _see(name: str, given: Mapping[str, Any], *, root: bool) -> None:
    space, _, local = name.rpartition(" ")
    if root and (space, local) != (SPACE, "svg"):
        raise _RefusedError(
            Fault(f"A picture begins with <{local[:40]}> here.", f'<svg xmlns="{SPACE}">', local)
        )
    if space != SPACE or local not in ELEMENTS:
        raise _RefusedError(Fault(f"A picture may hold no <{local[:40]}>.", _ALLOWED, f"<{local}"))
    for each, value in given.items():
        if each not in ATTRIBUTES:
            short = each.rpartition(" ")[2]
            message = f'A picture may hold no attribute "{short[:40]}".'
            raise _RefusedError(Fault(message, _ALLOWED, short))
        if each not in _WORDED and _ADDRESS.search(value):
            message = f'The attribute "{each}" leads out of the picture: {value[:60]!r}.'
            raise _RefusedError(Fault(message, "a value, or the name of a pattern as in url(#name)", each))


_ALLOWED = "shapes and texts, with their places and looks"
_WORDED = frozenset({"aria-label"})


def _no_doctype(*_: Any) -> None:
    raise _RefusedError(Fault("A picture may hold no <!DOCTYPE>.", _ALLOWED, "<!DOCTYPE"))


def _no_instruction(target: str, _: str) -> None:
    raise _RefusedError(Fault(f"A picture may hold no <?{target[:40]} … ?>.", _ALLOWED, f"<?{target}"))
