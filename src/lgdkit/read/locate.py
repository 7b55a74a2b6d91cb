"""Where a value stands in the text: line and column, from the keys that lead to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lgdkit.diagnostics import Key, Place, Span
from lgdkit.read.fault import CONTROL
from lgdkit.read.look import plain
from lgdkit.read.nodes import span_of
from lgdkit.read.scalar import key_of
from lgdkit.read.yaml12 import nodes


class Locator:
    """Finds places in the texts of a city; a text is parsed again only where something is reported."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self._texts = texts
        self._nodes: dict[str, Node | None] = {}
        self._lines: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}

    def span(self, place: Place) -> Span:
        """Return line and columns of a place; of what was not written, those of what it belongs to."""
        if place.span is not None:
            return self._in_text(place.file, place.span)
        node = self._root(place.file)
        if node is None:
            return Span(1, 1, 2)
        return self._in_text(place.file, span_of(_follow(node, place.keys, place.on_key)))

    def written(self, place: Place) -> str | None:
        """Return a plain scalar as it stands in the text; None where there is something else."""
        node = self._root(place.file)
        found = _follow(node, place.keys, place.on_key) if node else None
        return found.value or None if isinstance(found, ScalarNode) and not found.style else None

    def keep(self, file: str, node: Node | None) -> None:
        """Keep the nodes of one file, and forget those of the others: they take much room."""
        self._nodes = {file: node}

    def line(self, file: str, number: int) -> str:
        """Return a line of a file, counted from 1, without its end."""
        lines = self._lines_of(file)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            # str.splitlines would also break at signs that are text
            self._lines[file] = plain(self._texts.get(file, b"")).decode("utf-8", "replace").split("\n")
        return self._lines[file]

    def _root(self, file: str) -> Node | None:
        if file not in self._nodes:
            self._nodes[file] = nodes(self._texts.get(file, b""))
        return self._nodes[file]

    def _in_text(self, file: str, span: Span) -> Span:
        """Fit a span to the line that it is in; what lies behind the text is put at its end."""
        number = min(span.line, self._last_line(file))
        text = self._lines_of(file)[number - 1]
        width = len(text.rstrip())
        if number != span.line:
            return Span(number, width + 1, width + 2)
        column = min(span.column, len(text) + 1)
        end = min(span.end, len(text) + 1) if span.end > column else width + 1
        return Span(number, column, max(end, column + 1))

    def _last_line(self, file: str) -> int:
        """Return the number of the last line that is not blank."""
        if file not in self._last:
            text = "\n".join(self._lines_of(file))
            self._last[file] = text.rstrip().count("\n") + 1
        return self._last[file]


def _follow(node: Node, keys: Sequence[Key], on_key: bool) -> Node:
    """Walk as far along the keys as the text goes."""
    for position, key in enumerate(keys):
        last = position == len(keys) - 1
        if isinstance(node, MappingNode):
            pair = _pair(node, key)
            if pair is None:
                return _head(node)
            if last and on_key:
                return pair[0]
            node = pair[1]
            if last and isinstance(node, ScalarNode) and not node.style and node.value == "":
                return pair[0]  # an empty value has no width: mark its key
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        else:
            return _head(node)
    return _head(node)


def _head(node: Node) -> Node:
    """Return what to mark for a value: a mapping in block style by its first line, its id if it has one."""
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        pair: Any = _pair(node, "id") or node.value[0]
        return _joined(pair[0], pair[1])
    return node


def _joined(first: Node, second: Node) -> Node:
    if isinstance(second, ScalarNode):
        return ScalarNode("", "", first.start_mark, second.end_mark)
    return first


def _pair(node: MappingNode, key: Key) -> tuple[Node, Node] | None:
    for key_node, value_node in node.value:
        if isinstance(key_node, ScalarNode) and _is(key_node, key):
            return key_node, value_node
    return None


def _is(node: ScalarNode, key: Key) -> bool:
    """Say whether a key of the text is the one that was read from it: 012 is read as 12."""
    read = node.value if node.style else key_of(node.value)
    return read == key or (isinstance(read, str) and not read.isascii() and CONTROL.sub("", read) == key)
