"""What is wrong in the text of a file itself."""

import re
from typing import NamedTuple

from lgdkit.diagnostics import Key, Span

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that no text needs and that can make a terminal, a browser or a reader see something else."""


class YamlFault(NamedTuple):
    """Something wrong in the text itself; `keys` lead to the value where there is one."""

    rule: str
    span: Span
    message: str
    expected: str = ""
    help: str = ""
    keys: tuple[Key, ...] = ()
    first: Span | None = None


class Refused(Exception):  # noqa: N818 - a signal: the file is not read any further
    """A text that is not read, and why."""

    def __init__(self, *faults: YamlFault) -> None:
        super().__init__()
        self.faults = faults


def span_at(text: str, index: int) -> Span:
    """Return line and column of one character of a text whose lines end with LF."""
    before = text.rfind("\n", 0, index) + 1
    return Span(text.count("\n", 0, index) + 1, index - before + 1, index - before + 2)


MAX_DEPTH = 20
"""How many levels the values of a file may be nested; a record of the format has fewer than ten."""


def too_deep(span: Span) -> YamlFault:
    """Say that something is nested too deeply."""
    message = f"This is nested more than {MAX_DEPTH} levels deep."
    advice = "Look at the brackets and hyphens; text with brackets or hyphens goes in quotes."
    return YamlFault("too-deep", span, message, "the levels of the format", advice)
