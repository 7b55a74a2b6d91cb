"""From text to nodes, in which every value has its position, by PyYAML's C parser.

PyYAML gives scalars the meaning of YAML 1.1, where `NO` is false and `012` is ten: its resolver is switched
off here. The C composer calls itself for every level, and would use up the stack of the process: a text that
may be nested deeply is composed under guard.
"""

import operator
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import Node

from lgdkit.diagnostics import Span
from lgdkit.read.fault import MAX_DEPTH, Refused, YamlFault, too_deep
from lgdkit.read.look import Looked
from lgdkit.read.signs import indented_deeply

MAX_VALUES = 200_000
_COUNTED_FROM = 256 * 1024
_MANY_BRACKETS = 200


class _Composer(CParser):
    """Builds nodes with positions and leaves the meaning of scalars to us."""

    def __init__(self, text: bytes) -> None:
        super().__init__(text)

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Give no tag: a node's tag is then set only where one was written."""

    descend_resolver: Any = staticmethod(operator.is_)  # called for each node: a C function that does nothing
    ascend_resolver: Any = staticmethod(object)


class _Guarded(_Composer):
    """The same, counting the nodes and how deep they are nested."""

    depth = values = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002
        self.depth += 1
        self.values += 1
        if self.depth > MAX_DEPTH + 2 and parent is not None:
            raise Refused(too_deep(span_of(parent)))
        if self.values > MAX_VALUES:
            raise Refused(_too_many())

    def ascend_resolver(self) -> None:
        self.depth -= 1


def compose(looked: Looked) -> Node | None:
    """Build the nodes of a text; in the place of an alias stands a text.

    Raises:
        yaml.YAMLError: it is not YAML.
        Refused: it is nested deeper than any record, or holds too many values.
    """
    text = _without_aliases(looked.text) if looked.may_alias else looked.text
    loader = (_Guarded if _may_be_deep(text) or len(text) > _COUNTED_FROM else _Composer)(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _may_be_deep(text: bytes) -> bool:
    return text.count(b"[") + text.count(b"{") > _MANY_BRACKETS or indented_deeply(text)


def _without_aliases(text: bytes) -> bytes:
    """Write a text of the same length in the place of each alias, so that nothing is repeated: *heat is 'hea'."""
    signs = list(text.decode("utf-8"))
    loader = _Composer(text)
    depth = 0
    try:
        while loader.check_event():
            event: Any = loader.get_event()
            start, end = event.start_mark, event.end_mark
            if isinstance(event, yaml.AliasEvent):
                signs[start.index] = signs[end.index - 1] = "'"
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH + 2:
                raise Refused(too_deep(span_of(event)))
    finally:
        loader.dispose()
    return "".join(signs).encode("utf-8")


def span_of(node: Any) -> Span:
    """Return the part of its first line that a node or event covers; an end of 0 is that of the line."""
    start, end = node.start_mark, node.end_mark
    column = start.column + 1
    if end is not None and end.line == start.line:  # a node that is still being built has no end
        return Span(start.line + 1, column, max(end.column + 1, column + 1))
    return Span(start.line + 1, column, 0)


def _too_many() -> YamlFault:
    advice = "Split it: records of the same kind may stand in several files."
    message = "This file holds too many values."
    return YamlFault("file-too-large", Span(1, 1, 2), message, f"at most {MAX_VALUES}", advice)
