"""The comments of a YAML text, with their places.

A number sign begins a comment only where no scalar stands. So the scalars are found first, by the parser of
`read`; every sign between them that is neither a mark of YAML nor a space must then belong to a comment. Where
that does not hold, the text is not understood, and nobody changes it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

_COMMENT = re.compile(r"#[^\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+(#[^\n]*))?")
_ENDS = re.compile(r"^(?:---|\.\.\.)(?=[ \t\n]|$)", re.M)
_MARKS = re.compile(r"[\s?:,\[\]{}\0-]*")
SCALAR = "\0"
"""Stands for every character of a scalar in the text of a page without comments."""


class NotUnderstood(Exception):  # noqa: N818 - a signal: the text is left as it is
    """The text holds something that nobody here knows how to keep."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it was written, without the spaces at its end."""

    text: str
    start: int
    line: int
    column: int
    own_line: bool
    """Whether nothing else stands on its line."""
    after_blank: bool
    """Whether the line above it is blank."""


class Page:
    """A text whose lines end with LF, with its comments in their order."""

    def __init__(self, text: str, root: Node) -> None:
        """Find the comments.

        Raises:
            NotUnderstood: something stands between the scalars that is neither mark nor comment.
        """
        self.text = text
        self.lines = text.split("\n")
        self._begins = [0, *(match.end() for match in re.finditer("\n", text))]
        found: list[int] = []
        hidden: list[tuple[int, int]] = []
        for node in scalars(root):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style in ("|", ">"):
                header = _HEADER.match(text, start)
                if header is None:
                    raise NotUnderstood
                if header[1] is not None:
                    found.append(header.start(1))
                    hidden.append((start, header.start(1)))
                    start = header.end()
            hidden.append((start, end))
        masked = _masked(text, hidden)
        masked = _COMMENT.sub(lambda match: " " * len(match[0]), masked)
        found += [match.start() for match in _COMMENT.finditer(_masked(text, hidden))]
        self.masked = _ENDS.sub("   ", masked)
        """The text with spaces for comments and a sign of its own for scalars: only marks are left."""
        if not _MARKS.fullmatch(self.masked):
            raise NotUnderstood
        self.comments = tuple(self._comment(start) for start in sorted(set(found)))
        self._starts = [each.start for each in self.comments]

    def between(self, start: int, end: int) -> list[Comment]:
        """Return the comments that begin in a part of the text."""
        return list(self.comments[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def line_of(self, index: int) -> int:
        """Return the number of the line of a character, from 0."""
        return bisect_right(self._begins, index) - 1

    def column_of(self, index: int) -> int:
        """Return how many characters stand before this one on its line."""
        return index - self.text.rfind("\n", 0, index) - 1

    def after_blank(self, index: int) -> bool:
        """Say whether what stands here begins its line, marks of lists apart, with a blank line above it."""
        if self.text[index - self.column_of(index) : index].strip(" \t-?"):
            return False
        line = self.line_of(index)
        return line > 0 and not self.lines[line - 1].strip()

    def _comment(self, start: int) -> Comment:
        line = self.line_of(start)
        column = self.column_of(start)
        before, text = self.lines[line][:column], self.lines[line][column:].rstrip()
        own = not before.strip()
        return Comment(text, start, line, column, own, own and self.after_blank(start))


def scalars(node: Any) -> Iterator[ScalarNode]:
    """Give every scalar of a text, keys and values, in their order."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for each in pair:
                yield from scalars(each)
    else:
        for each in node.value:
            yield from scalars(each)


def _masked(text: str, hidden: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in hidden:
        # line ends stay, so that a line is still a line
        covered = "\n".join(SCALAR * len(each) for each in text[start:end].split("\n"))
        parts += [text[last:start], covered]
        last = end
    return "".join([*parts, text[last:]])
