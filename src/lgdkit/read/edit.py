"""Mended texts: the bytes of one scalar, key or entry are replaced, and everything else stays as it is.

An edit is made only if the text then reads as the data did before, with the mended value in its place: what the
text says is compared, not what was meant to be written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lgdkit.diagnostics import Fix, Fixed, Key
from lgdkit.read.altered import altered, without_hidden
from lgdkit.read.fault import CONTROL
from lgdkit.read.look import plain
from lgdkit.read.scalar import key_of
from lgdkit.read.written import written
from lgdkit.read.yaml12 import Parsed, parse

_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
"""Hidden characters that part words: a space is put for them."""


class Edit(NamedTuple):
    """Characters of a text, from `start` up to `end`, and what is put for them."""

    start: int
    end: int
    text: str


class _Unsure(Exception):  # noqa: N818 - a signal: this is not mended
    """The text is not written in a way in which it can be mended without touching more."""


def edited(raw: bytes, groups: Iterable[Sequence[Fix]]) -> tuple[bytes, list[int]]:
    """Mend a text.

    Args:
        raw: the text.
        groups: the fixes of each finding; those of one finding are made together or not at all.

    Returns:
        The new text, and the numbers of the groups that were made: of two that overlap, the first.
    """
    parsed = parse(raw)
    if not isinstance(parsed.data, dict) or parsed.node is None:
        return raw, []
    wanted = list(groups)
    text = _Text(raw, parsed.node)
    made: list[int] = []
    edits: set[Edit] = set()
    for number, fixes in enumerate(wanted):
        own = text.edits(fixes)
        if own and not any(_overlap(one, other) for one in own for other in edits - own):
            edits |= own
            made.append(number)
    new = text.apply(edits)
    if _says(new, parsed, [fix for number in made for fix in wanted[number]]):
        return new, made
    for number in made:  # one of them reads otherwise than it should: the others are made one at a time
        new = text.apply(text.edits(wanted[number]))
        if len(made) > 1 and _says(new, parsed, wanted[number]):
            return new, [number]
    return raw, []


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _says(raw: bytes, before: Parsed, fixes: Iterable[Fix]) -> bool:
    """Say whether a text reads as the one before it, with these fixes made and no fault more."""
    fixes = list(fixes)
    now = parse(raw)
    after, expected = now.data, altered(before.data, fixes)
    if len(now.faults) > len(before.faults):
        return False
    if any(fix.place.span for fix in fixes):
        expected, after = without_hidden(expected), without_hidden(after)
    # what is written tells true from 1 and one order of keys from another, which a comparison does not
    return bool(fixes) and repr(expected) == repr(after)


class _Text:
    """A text with its nodes; characters are counted as the parser counts them."""

    def __init__(self, raw: bytes, root: Node) -> None:
        self._raw = raw.decode("utf-8")
        self._text = plain(raw).decode("utf-8")
        self._root = root
        self._line_end = "\r\n" if b"\r\n" in raw else "\n"

    def edits(self, fixes: Sequence[Fix]) -> set[Edit]:
        """Return what mends a finding; nothing where one of its fixes cannot be made."""
        try:
            return {edit for fix in fixes for edit in self._of(fix)}
        except _Unsure:
            return set()

    def apply(self, edits: Iterable[Edit]) -> bytes:
        """Return the text with these edits; its line ends and its byte order mark stay."""
        offsets = _offsets(self._raw)
        parts: list[str] = []
        last = 0
        for start, end, new in sorted(edits):
            parts += [self._raw[last : offsets[start]], new]
            last = offsets[end]
        return "".join([*parts, self._raw[last:]]).encode("utf-8")

    def _of(self, fix: Fix) -> Iterator[Edit]:
        keys, to = fix.place.keys, fix.to
        if fix.place.span:
            for match in CONTROL.finditer(self._text):
                yield Edit(match.start(), match.end(), " " if match[0] in _BREAKS else "")
        elif to is None:
            yield self._without(keys)
        elif fix.place.on_key:
            yield self._renamed(keys, to)
        elif fix.is_new:
            yield self._added(keys, to, fix.after)
        else:
            self._refuse_twice(keys, to)
            yield self._put(_follow(self._root, keys), to)

    def _refuse_twice(self, keys: Sequence[Key], to: Fixed) -> None:
        """Refuse to write into a list what stands in it already."""
        while keys and not isinstance(keys[-1], int):
            keys = keys[:-1]
        holder = _follow(self._root, keys[:-1]) if keys else None
        if isinstance(holder, SequenceNode) and any(_key(each) == to for each in holder.value):
            raise _Unsure

    def _put(self, node: Any, to: Fixed) -> Edit:
        start, end = self._ends(node)
        if isinstance(to, tuple):
            return Edit(start, end, f"[{self._text[start:end]}]")
        return Edit(start, end, written(to, node.style))

    def _renamed(self, keys: Sequence[Key], to: Fixed) -> Edit:
        holder = _follow(self._root, keys[:-1])
        if not isinstance(holder, MappingNode) or not isinstance(to, str | int):
            raise _Unsure
        if any(_key(key) == to for key, _ in holder.value):
            raise _Unsure  # it is there already
        node: Any = _pair(holder, keys[-1])[0]
        return Edit(*self._ends(node), written(to, node.style))

    def _added(self, keys: Sequence[Key], to: Fixed, after: Key) -> Edit:
        """Write a key below another one of a mapping or the last, or behind it where that is in braces."""
        holder = _follow(self._root, keys[:-1])
        if not isinstance(holder, MappingNode) or any(_key(key) == keys[-1] for key, _ in holder.value):
            raise _Unsure
        if not holder.value:
            raise _Unsure
        first, (_, last) = holder.value[0][0], _pair(holder, after) if after else holder.value[-1]
        _, end = self._ends(last)
        entry = f"{keys[-1]}: {written(to, None)}"
        if holder.flow_style:
            return Edit(end, end, f", {entry}")
        line_end = self._text.find("\n", end) % (len(self._text) + 1)
        return Edit(line_end, line_end, f"{self._line_end}{' ' * first.start_mark.column}{entry}")

    def _ends(self, node: Node) -> tuple[int, int]:
        """Return where a scalar of one line begins and ends."""
        in_one_line = node.start_mark.line == node.end_mark.line
        if not isinstance(node, ScalarNode) or not in_one_line or node.style in ("|", ">"):
            raise _Unsure
        return node.start_mark.index, node.end_mark.index

    def _without(self, keys: Sequence[Key]) -> Edit:
        """Take out the lines of an entry of a list, and with the last one the key of the list."""
        holder, index = _follow(self._root, keys[:-1]), keys[-1]
        if not isinstance(holder, SequenceNode) or holder.flow_style or not isinstance(index, int):
            raise _Unsure
        node = holder.value[index]
        lines = self._text.split("\n")
        first = node.start_mark.line
        if not re.fullmatch(r"[ ]*- +", lines[first][: node.start_mark.column]):
            raise _Unsure
        last = _last_line(node)
        if len(holder.value) == 1:
            outer = _follow(self._root, keys[:-2])
            if not isinstance(outer, MappingNode) or outer.flow_style or len(outer.value) == 1:
                raise _Unsure
            key = _pair(outer, keys[-2])[0]
            if not re.fullmatch(r" *[\w\"'-]+: *", lines[key.start_mark.line]):
                raise _Unsure
            first = key.start_mark.line
        start = sum(len(line) + 1 for line in lines[:first])
        end = sum(len(line) + 1 for line in lines[: last + 1])
        if "#" in self._text[start:end]:
            raise _Unsure  # a comment would be lost
        return Edit(start, min(end, len(self._text)), "")


def _last_line(node: Node) -> int:
    """Return the number of the last line that a node stands in; blank lines and comments after it are none."""
    if isinstance(node, ScalarNode):
        if node.style in ("|", ">"):
            raise _Unsure  # nobody knows which of the blank lines belong to it
        return int(node.end_mark.line)
    if isinstance(node, MappingNode) and not node.flow_style:
        return max(_last_line(each) for pair in node.value for each in pair)
    if isinstance(node, SequenceNode) and not node.flow_style:
        return max(_last_line(each) for each in node.value)
    return int(node.end_mark.line)


def _follow(node: Node, keys: Sequence[Key]) -> Node:
    """Return the node that keys lead to; a source that is cited by its id alone is that id."""
    for position, key in enumerate(keys):
        if isinstance(node, MappingNode):
            node = _pair(node, key)[1]
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        elif isinstance(node, ScalarNode) and tuple(keys[position:]) == ("id",):
            return node
        else:
            raise _Unsure
    return node


def _pair(node: MappingNode, key: Key) -> tuple[Node, Node]:
    for key_node, value in node.value:
        if _key(key_node) == key:
            return key_node, value
    raise _Unsure


def _key(node: Any) -> Key | None:
    if not isinstance(node, ScalarNode):
        return None
    return node.value if node.style else key_of(node.value)


def _offsets(raw: str) -> list[int]:
    """Return where each character of the plain text stands in the text as it was written."""
    start = 1 if raw.startswith("\ufeff") else 0
    if "\r" not in raw:
        return list(range(start, len(raw) + 1))
    offsets = [
        index
        for index in range(start, len(raw))
        if not (raw[index] == "\n" and index and raw[index - 1] == "\r")
    ]
    return [*offsets, len(raw)]
