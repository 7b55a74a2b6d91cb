"""A record put at the end of a list in a text; every other character stays as it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, SequenceNode

from lgdkit.edit.comments import NotUnderstood, Page
from lgdkit.edit.format import page_of, same
from lgdkit.edit.record import CannotAdd, record_lines
from lgdkit.edit.tree import Block, last_line, tree_of
from lgdkit.read.yaml12 import Parsed, parse

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = re.compile(r"[\r\n]+$")


def inserted(raw: bytes, kind: str, record: Mapping[str, Any]) -> bytes:
    """Put a record at the end of the list of its kind; where the text has no such list, below everything.

    Raises:
        CannotAdd: the text has faults, or is written so that nothing can be put into it safely.
    """
    parsed = parse(raw)
    if parsed.faults:
        fault = parsed.faults[0]
        raise CannotAdd(f"line {fault.span.line} of it has a fault: {fault.message}")
    text = _Text(raw)
    try:
        if not parsed.data:
            text.append(kind, record_lines(kind, record))
        else:
            _insert(text, parsed, kind, record)
    except NotUnderstood:
        raise CannotAdd("something stands in it that lgd does not understand") from None
    new = text.encoded()
    _make_sure(new, parsed, kind, record)
    return new


def _insert(text: "_Text", parsed: Parsed, kind: str, record: Mapping[str, Any]) -> None:
    root = parsed.node
    if not isinstance(root, MappingNode) or root.flow_style:
        raise CannotAdd("it is written in brackets as a whole; lay it out first: lgd fmt")
    key_and_list = next((pair for pair in root.value if pair[0].value == kind), None)
    if key_and_list is None:
        text.append(kind, record_lines(kind, record))
        return
    held = key_and_list[1]
    if not isinstance(held, SequenceNode):
        raise CannotAdd(f"its {kind} are no list")
    if not held.flow_style:
        page = page_of(text.raw, root)
        tree = tree_of(page, root)
        place = [key.value for key, _ in root.value].index(kind)
        _below(text, page, tree.entries[place].value, kind, record)
    elif held.value:
        line = record_lines(kind, record, in_braces=True)
        if len(line) > 1:
            raise CannotAdd(f"its {kind} are written in brackets, and this is too long for that: lgd fmt")
        mark: Any = held.value[-1].end_mark
        text.put(mark.line, mark.column, mark.column, f", {line[0].removeprefix('- ')}")
    else:
        start, end = held.start_mark, held.end_mark
        if start.line != end.line:
            raise CannotAdd(f"its list of {kind} is empty, in brackets over several lines: lgd fmt")
        text.empty(start.line, start.column, end.column)
        text.insert(start.line + 1, [f"  {line}" if line else "" for line in record_lines(kind, record)])


def _below(text: "_Text", page: Page, block: Any, kind: str, record: Mapping[str, Any]) -> None:
    """Put a record below the last one of a list, indented as the others are."""
    entries = block.entries
    short = all(isinstance(each.value, Block) and each.value.in_braces for each in entries)
    lines = record_lines(kind, record, in_braces=short)
    first = entries[0]
    inner = first.value.column if isinstance(first.value, Block) and not first.value.in_braces else 0
    step = inner - first.column if inner > first.column else 2
    before = " " * first.column
    new = [f"{before}-{' ' * (step - 1)}{lines[0].removeprefix('- ')}"]
    new += [f"{before}{' ' * step}{line.removeprefix('  ')}" if line else "" for line in lines[1:]]
    parted = [each.after_blank or any(one.after_blank for one in each.lead) for each in entries[1:]]
    if any(parted) or (not parted and not short):
        new.insert(0, "")
    text.insert(last_line(block, page) + 1, new)


def _make_sure(new: bytes, before: Parsed, kind: str, record: Mapping[str, Any]) -> None:
    """Refuse a text that does not say what the one before it said, and the record."""
    alone = "\n".join([f"{kind}:", *(f"  {line}" for line in record_lines(kind, record))])
    added = parse(alone.encode("utf-8")).data[kind]
    data = before.data or {}
    after = parse(new)
    if after.faults or not same(after.data, {**data, kind: [*data.get(kind, []), *added]}):
        raise CannotAdd("it is written so that nothing can be put into it safely; lay it out first: lgd fmt")


class _Text:
    """A text as lines, each with its own end, to put others between."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        text = raw.decode("utf-8")
        self._mark = "\ufeff" * text.startswith("\ufeff")
        self._lines = _LINES.findall(text.removeprefix("\ufeff"))
        ends = [match[0] for line in self._lines for match in [_END.search(line)] if match]
        self._end = "\r\n" if 2 * ends.count("\r\n") > len(ends) else "\n"

    def append(self, kind: str, lines: Sequence[str]) -> None:
        """Put a list with a record below everything."""
        new = [f"{kind}:", *(f"  {line}" if line else "" for line in lines)]
        blank = self._lines and self._lines[-1].strip()
        self.insert(len(self._lines), ["", *new] if blank else new)

    def insert(self, at: int, lines: Sequence[str]) -> None:
        """Put lines above the line with this number, counted from 0."""
        if 0 < at == len(self._lines) and not _END.search(self._lines[-1]):
            self._lines[-1] += self._end
        self._lines[at:at] = [f"{line}{self._end}" for line in lines]

    def put(self, line: int, start: int, end: int, text: str) -> None:
        """Put a text for some characters of a line."""
        old = self._lines[line]
        self._lines[line] = f"{old[:start]}{text}{old[end:]}"

    def empty(self, line: int, start: int, end: int) -> None:
        """Take out characters of a line and the spaces before them."""
        self.put(line, len(self._lines[line][:start].rstrip(" ")), end, "")

    def encoded(self) -> bytes:
        """Return the text."""
        return "".join([self._mark, *self._lines]).encode("utf-8")
