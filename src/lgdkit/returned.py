"""What came back from Word: the edits of people, taken into the draft that the Word file was made from."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from lgdkit.drafts.hunks import Hunk, hunks
from lgdkit.office.pieces import Piece, Source
from lgdkit.office.rewritten import by_line, rewritten
from lgdkit.render.markdown import escaped, row, sentences

Held = Callable[[str, str], bool]
"""Says whether a figure of the data stood in a text and does not stand in what became of it."""


class Fate(StrEnum):
    """What becomes of an edit."""

    TAKEN = "taken"
    FIGURE = "figure"
    """A figure of the data was changed: that is done in the data."""
    FORM = "form"
    """Rows or columns that no draft can take over, or what stands on the cover alone."""


@dataclass(frozen=True)
class Edit:
    """One place that reads differently in the Word file."""

    heading: str
    """The heading above it."""
    before: str
    """How it read; nothing where it is new."""
    after: str
    """How it reads; nothing where it was taken out."""
    fate: Fate = Fate.TAKEN
    around: str = ""
    """The row of the table that it stands in."""


@dataclass(frozen=True)
class Returned:
    """A draft with the edits of a Word file in it."""

    text: str
    edits: tuple[Edit, ...] = ()


def bring_back(
    draft: str, own: Sequence[Piece], sent: Sequence[Piece], back: Sequence[Piece], held: Held
) -> Returned:
    """Take the edits of a Word file into the draft that it was made from.

    Args:
        draft: the draft in Markdown that the Word file was made from.
        own: its pieces.
        sent: the pieces of the Word file as it was made from the draft.
        back: the pieces of the Word file that came back.
        held: whether a figure of the data was changed; such an edit is told and not taken.
    """
    draft_ = _Draft(draft, own, sent)
    shift = 0
    for hunk in hunks(tuple(each.text for each in sent), tuple(each.text for each in back)):
        first = hunk.start + shift
        new = back[first : first + len(hunk.lines)]
        shift += len(hunk.lines) - (hunk.end - hunk.start)
        draft_.take(hunk, new, held)
    return Returned(draft_.text(), tuple(draft_.edits))


@dataclass
class _Draft:
    """The draft while edits are taken into it: what stands in the place of each line, and what comes behind it."""

    before: str
    own: Sequence[Piece]
    sent: Sequence[Piece]
    edits: list[Edit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = self.before.split("\n")
        self._now: dict[int, list[str]] = {}
        """What stands in the place of a line that was changed."""
        self._behind: dict[int, list[str]] = {}
        """What was put behind a line."""
        self._of = _same(self.sent, self.own)

    def text(self) -> str:
        """Return the draft as it is now."""
        found: list[str] = []
        for number, line in enumerate(self._lines):
            found += self._now.get(number, [line])
            found += self._behind.get(number, [])
        return "\n".join(_without_gaps(found))

    def take(self, hunk: Hunk, new: Sequence[Piece], held: Held) -> None:
        """Take one change in."""
        old = [self._piece(number) for number in range(hunk.start, hunk.end)]
        heading = self._heading(hunk.start)
        if len(old) == len(new) == 1:
            self._change(heading, self.sent[hunk.start], old[0], new[0], held)
            return
        for number, piece in zip(range(hunk.start, hunk.end), old, strict=True):
            self._take_out(heading, self.sent[number], piece, hunk.end)
        self._put_in(heading, hunk.start, new)

    def _piece(self, number: int) -> Piece | None:
        """Return the piece of the draft that a piece of the Word file was made from."""
        at = self._of.get(number)
        return None if at is None else self.own[at]

    def _heading(self, number: int) -> str:
        above = reversed(self.sent[:number])
        return next((each.text for each in above if each.kind == "heading"), "")

    def _change(self, heading: str, was: Piece, piece: Piece | None, now: Piece, held: Held) -> None:
        if piece is None or len(piece.cells) != len(now.cells):
            self.edits.append(Edit(heading, was.text, now.text, Fate.FORM))
        elif piece.kind == "row":
            self._change_cells(heading, piece, now, held)
        else:
            self._change_lines(heading, piece, now.text, held)

    def _change_cells(self, heading: str, piece: Piece, now: Piece, held: Held) -> None:
        cells = [each.written for each in piece.lines]
        for number, (before, after) in enumerate(zip(piece.cells, now.cells, strict=True)):
            if before == after:
                continue
            fate = Fate.FIGURE if held(before, after) else Fate.TAKEN
            self.edits.append(Edit(heading, before, after, fate, piece.text))
            if fate is Fate.TAKEN:
                cells[number] = rewritten(piece.lines[number], after)
        self._now[piece.start] = [row(cells)]

    def _change_lines(self, heading: str, piece: Piece, text: str, held: Held) -> None:
        for source, after in zip(piece.lines, by_line(piece.lines, text), strict=True):
            if source.text == after:
                continue
            fate = Fate.FIGURE if held(source.text, after) else Fate.TAKEN
            self.edits.append(Edit(heading, source.text, after, fate))
            if fate is Fate.TAKEN:
                self._now[source.line] = self._line(piece, source, after)

    def _line(self, piece: Piece, source: Source, text: str) -> list[str]:
        """Write a line anew, each sentence on a line of its own; one that says nothing any more goes."""
        line = self._lines[source.line]
        head = line[: line.rfind(source.written)] if source.written in line else ""
        if not text:
            return (
                [head.rstrip()] if source is piece.lines[0] and len(piece.lines) > 1 and head.strip() else []
            )
        first, *others = sentences(rewritten(source, text)).split("\n")
        rest = head if head.lstrip().startswith(">") else " " * len(head)
        return [head + first, *(rest + each for each in others if piece.kind != "heading")]

    def _take_out(self, heading: str, was: Piece, piece: Piece | None, end: int) -> None:
        # without its heads a table is none any more
        rest = self._piece(end) if piece is not None and piece.head else None
        fits = piece is not None and not (rest is not None and rest.kind == "row" and not rest.head)
        self.edits.append(Edit(heading, was.text, "", Fate.TAKEN if fits else Fate.FORM))
        if fits and piece is not None:
            for number in range(piece.start, piece.end):
                self._now[number] = []

    def _put_in(self, heading: str, number: int, new: Sequence[Piece]) -> None:
        above = next((each for at in range(number - 1, -1, -1) if (each := self._piece(at))), None)
        for each in new:
            fits = above is not None and (
                each.kind != "row" or (above.kind == "row" and len(above.cells) == len(each.cells))
            )
            self.edits.append(Edit(heading, "", each.text, Fate.TAKEN if fits else Fate.FORM))
            if fits and above is not None:
                self._behind.setdefault(above.end - 1, []).extend(self._written(each, above))

    def _written(self, piece: Piece, above: Piece) -> Iterator[str]:
        """Write a new piece, as what it is, below another one."""
        if piece.kind == "row":
            yield row([escaped(each) for each in piece.cells])
            return
        text = escaped(piece.text)
        if piece.kind == "heading":
            yield from ("", f"{'#' * max(2, piece.level)} {text}", "")
            return
        if piece.kind != "entry":
            yield from ("", *sentences(text).split("\n"), "")
            return
        mark = _mark(self._lines[above.start]) if above.kind == "entry" else ""
        if not mark:
            yield ""
        mark = mark or ("1. " if piece.ordered else "- ")
        first, *others = sentences(text).split("\n")
        yield mark + first
        yield from (" " * len(mark) + each for each in others)
        if above.kind != "entry":
            yield ""


def _same(sent: Sequence[Piece], own: Sequence[Piece]) -> dict[int, int]:
    """Find which piece of the draft each piece of the Word file was made from: it says the same, in the same order."""
    ours, theirs = [each.text for each in own], [each.text for each in sent]
    return {
        block.a + number: block.b + number
        for block in SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()
        for number in range(block.size)
    }


def _mark(line: str) -> str:
    """Return what begins an entry like this one."""
    match = re.match(r"(\s*)(?:([-*+])|(\d{1,9})[.)])(\s+)", line)
    if match is None:
        return ""
    space, bullet, number, gap = match.groups()
    return f"{space}{bullet}{gap}" if bullet else f"{space}{int(number) + 1}.{gap}"


def _without_gaps(lines: Sequence[str]) -> Iterator[str]:
    """Leave no two empty lines where something was taken out or put in."""
    before = None
    for line in lines:
        if line or before:
            yield line
        before = line
