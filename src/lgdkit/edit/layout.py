"""A tree of entries as text: the one layout of data files."""

from yaml.nodes import ScalarNode

from lgdkit.edit import scalars
from lgdkit.edit.comments import Page
from lgdkit.edit.order import in_order
from lgdkit.edit.tree import Block, Entry, Value

WIDTH = 120
"""Lines are not longer, save for a text without spaces and for comments."""
STEP = 2
"""How far each level is indented."""


class Layout:
    """Writes the entries of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def text(self, root: Block) -> str:
        """Return the text of a whole file, its lines ended with LF."""
        return "".join(f"{line}\n" for line in self._block(root, 0, 0))

    def _block(self, block: Block, indent: int, level: int) -> list[str]:
        """Return the lines of a block; blank lines part top-level keys, and records that take several."""
        lines: list[str] = []
        before = 0
        block.entries = in_order(block)
        for index, entry in enumerate(block.entries):
            own = self._entry(entry, indent, level)
            parted = level == 0 or (level == 1 and block.is_list and (len(own) > 1 or before > 1))
            lines += [*_above(entry, indent, first=index == 0, parted=parted), *own]
            before = len(own)
        for comment in block.foot:
            lines += [""] * comment.after_blank + [" " * indent + comment.text]
        return lines

    def _entry(self, entry: Entry, indent: int, level: int) -> list[str]:
        """Return the lines of an entry; what finds no room on its first line is put above it."""
        head = " " * indent + (f"{self._key(entry.key)}:" if entry.key else "-")
        beside, value = entry.beside, entry.value
        room = WIDTH - len(head) - 1
        if not isinstance(value, Block):
            line, *below = scalars.lines_of(value, self._source(value), room, WIDTH - indent - STEP)
            lines = [f"{head} {line}", *(" " * (indent + STEP) + each if each else "" for each in below)]
        elif self._stays_in_braces(value, room):
            lines = [f"{head} {self._braces(value)}"]
        else:
            lines = self._block(value, indent + STEP, level + 1)
            if entry.key is None:
                # nothing stands between a hyphen and the first key: it goes above the hyphen
                first = value.entries[0]
                lines = lines[len(_above(first, 0, first=True, parted=False)) :]
                entry.put_above([*beside, *first.lead])
                return [f"{head} {lines[0][indent + STEP :]}", *lines[1:]]
            lines = [head, *lines]
        if beside:
            entry.put_above(beside[:-1])
            column = indent + beside[-1].column - entry.column if beside[-1].line == entry.line else 0
            lines[0] = lines[0].ljust(max(column, len(lines[0]) + 2)) + beside[-1].text
        return lines

    def _stays_in_braces(self, block: Block, room: int) -> bool:
        if not block.in_braces or block.has_comments():
            return False
        return not block.entries or len(self._braces(block)) <= room

    def _braces(self, value: Value) -> str:
        if not isinstance(value, Block):
            return scalars.one_line(value, self._source(value), in_braces=True)
        parts = [
            (f"{self._key(each.key)}: " if each.key else "") + self._braces(each.value)
            for each in in_order(value)
        ]
        return f"[{', '.join(parts)}]" if value.is_list else f"{{{', '.join(parts)}}}"

    def _key(self, key: ScalarNode) -> str:
        return scalars.key(key, self._source(key))

    def _source(self, node: ScalarNode) -> str:
        return self._page.text[node.start_mark.index : node.end_mark.index]


def _above(entry: Entry, indent: int, *, first: bool, parted: bool) -> list[str]:
    """Return the comments above an entry with the blank lines between them, never two in a row."""
    blanks = [*(each.after_blank for each in entry.lead), entry.after_blank]
    if first:
        blanks[0] = False
    elif parted and not any(blanks):
        blanks[0] = True
    lines: list[str] = []
    for blank, each in zip(blanks, entry.lead, strict=False):
        lines += [""] * blank + [" " * indent + each.text]
    return lines + [""] * blanks[-1]
