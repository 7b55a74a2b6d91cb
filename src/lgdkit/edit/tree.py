"""A text as a tree of entries, each with the comments that belong to it.

A comment on the line of something belongs to that; one on a line of its own to what comes next, unless it is
indented like what stands above it: then it ends that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lgdkit.edit.comments import Comment, Page


@dataclass(slots=True)
class Entry:
    """A key with its value, or an entry of a list."""

    value: Value
    key: ScalarNode | None = None
    column: int = 0
    """Where its key or its hyphen stands; trailing comments keep their distance from it."""
    line: int = 0
    end: int = 0
    """Where in the text it ends."""
    after_blank: bool = False
    lead: list[Comment] = field(default_factory=list)
    """Comments above it."""
    beside: list[Comment] = field(default_factory=list)
    """Comments on its line."""

    def put_above(self, comments: Sequence[Comment]) -> None:
        """Put comments directly above it, below those that stand there."""
        if comments:
            self.lead += [replace(comments[0], after_blank=self.after_blank), *comments[1:]]
            self.after_blank = False


@dataclass(slots=True)
class Block:
    """A mapping or a list."""

    is_list: bool
    in_braces: bool
    keys: tuple[str, ...]
    """The keys that lead to it; entries of lists have none."""
    entries: list[Entry] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)
    """Comments below its last entry."""

    @property
    def column(self) -> int:
        """Where its entries begin."""
        return self.entries[0].column

    def has_comments(self) -> bool:
        """Say whether there is a comment anywhere in it."""
        return bool(self.foot) or any(
            each.lead or each.beside or (isinstance(each.value, Block) and each.value.has_comments())
            for each in self.entries
        )


Value = Block | ScalarNode


def tree_of(page: Page, root: MappingNode) -> Block:
    """Return the tree of a page whose root is a mapping with at least one key."""
    block = _block(page, root, ())
    first = block.entries[0]
    first.lead = page.between(0, root.start_mark.index) + first.lead
    if block.in_braces:
        block.foot += page.between(root.end_mark.index, len(page.text))
    else:
        end = _end(root, page.text)
        _share(page, block, page.between(end, len(page.text)), None, end)
    return block


def _block(page: Page, node: Any, keys: tuple[str, ...]) -> Block:
    block = Block(isinstance(node, SequenceNode), bool(node.flow_style), keys)
    last = node.start_mark.index
    for key, value in _pairs(node):
        begin = mark = (key or value).start_mark.index
        if block.is_list and not block.in_braces:
            mark = page.masked.rfind("-", last, begin)
        entry = Entry(value, key, page.column_of(mark), page.line_of(mark))
        entry.after_blank = not block.in_braces and page.after_blank(mark)
        gap = page.between(last, begin)
        if not block.entries:
            entry.lead = gap
        elif block.in_braces:
            _beside(block, gap)
            entry.lead = [each for each in gap if each.own_line]
        else:
            before = [each for each in gap if each.start < mark]
            _share(page, block, before, entry, last)
            entry.lead += gap[len(before) :]
        _fill(page, entry, value, keys)
        block.entries.append(entry)
        last = entry.end = _end(value, page.text)
    if block.in_braces:
        rest = page.between(last, node.end_mark.index)
        if block.entries:
            _beside(block, rest)
            rest = [each for each in rest if each.own_line]
        block.foot = rest
    return block


def _beside(block: Block, gap: list[Comment]) -> None:
    block.entries[-1].beside += [each for each in gap if not each.own_line]


def _fill(page: Page, entry: Entry, node: Any, keys: tuple[str, ...]) -> None:
    """Build what an entry holds, and share out the comments up to it."""
    start = node.start_mark.index
    above: list[Comment] = []
    if entry.key is not None:
        between = page.between(entry.key.end_mark.index, start)
        entry.beside += [each for each in between if not each.own_line]
        above = [each for each in between if each.own_line]
        keys = (*keys, entry.key.value)
    if isinstance(node, ScalarNode):
        entry.put_above(above)
        entry.beside += page.between(start, node.end_mark.index)
        return
    block = entry.value = _block(page, node, keys)
    if not block.entries:
        above, block.foot = above + block.foot, []
    if block.in_braces:
        entry.put_above(above)
    else:
        block.entries[0].lead = above + block.entries[0].lead
    if entry.key is None and block.entries:
        # what stands between a hyphen and the first key is about the whole entry
        entry.put_above(block.entries[0].lead)
        block.entries[0].lead = []


def _share(page: Page, block: Block, gap: list[Comment], after: Entry | None, end: int) -> None:
    """Share out the comments between two entries of a block, or behind its last one.

    A comment goes below the innermost block that it is not indented less than; one that follows it never
    further in, so that their order stays.
    """
    line = page.line_of(end)
    deepest: int | None = None
    for each in gap:
        if not each.own_line and each.line == line:
            _last(block).beside.append(each)
            continue
        column = each.column if deepest is None else min(each.column, deepest)
        home: Block | None = None
        found = block.column
        for inner in _open(block):
            if found < inner.column <= column:
                home, found = inner, inner.column
        deepest = found
        above = after.lead if after else block.foot
        (home.foot if home else above).append(each)


def _open(block: Block) -> Iterator[Block]:
    """Give a block, the one that its last entry holds, and so on."""
    inner: Value = block
    while isinstance(inner, Block) and not inner.in_braces:
        yield inner
        inner = inner.entries[-1].value


def _last(block: Block) -> Entry:
    """Return the entry that stands on the last line of a block."""
    return [*_open(block)][-1].entries[-1]


def _pairs(node: MappingNode | SequenceNode) -> Iterator[tuple[ScalarNode | None, Any]]:
    if isinstance(node, MappingNode):
        yield from node.value
    else:
        for each in node.value:
            yield None, each


def _end(node: Any, text: str) -> int:
    """Return where a value ends; blank lines and comments behind a block are no part of it."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip()) if node.style in ("|", ">") else end
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, MappingNode) else last, text)


def last_line(block: Block, page: Page) -> int:
    """Return the number of the last line that belongs to a block, comments included."""
    last = _last(block)
    found = [each.line for inner in _open(block) for each in inner.foot]
    return max([page.line_of(last.end), *(each.line for each in last.beside), *found])
