"""A name that nothing stands behind, and the place in a template that is at work."""

import sys
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template, Undefined


class Missing(Undefined):
    """A name that nothing stands behind: whatever is done with it is noted, and the document goes on."""

    __slots__ = ()

    def _note(self) -> None:
        note = _noting(sys._getframe(2))
        if note is not None:
            note(str(self._undefined_name))

    def __str__(self) -> str:
        self._note()
        return ""

    def __bool__(self) -> bool:
        self._note()
        return False

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def __hash__(self) -> int:
        return id(type(self))


def _noting(frame: FrameType | None) -> Callable[[str], None] | None:
    """Return what notes missing names, of the environment whose template is at work."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            note: Callable[[str], None] | None = getattr(template.environment, "missed", None)
            return note
        frame = frame.f_back
    return None


def place_in(frame: FrameType | None) -> tuple[str, int]:
    """Return the template and the line that are at work."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template.name or "", template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 1


def places_of(trace: TracebackType | None) -> list[tuple[str, int]]:
    """Return the templates and lines that a fault went through, the innermost first."""
    found = []
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            found.append((template.name or "", template.get_corresponding_lineno(trace.tb_lineno)))
        trace = trace.tb_next
    return found[::-1]
