"""Changes of lines on two sides of a text, joined where they do not touch the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Lines = tuple[str, ...]
_ALIKE = 0.6
"""From this ratio on, a line is the other one, changed."""
_MOST_PAIRS = 1600


@dataclass(frozen=True)
class Part:
    """A stretch of a text: as it was, as a person left it, as the data says; open while they differ."""

    before: Lines
    by_hand: Lines
    by_data: Lines
    open: bool

    @classmethod
    def joined(cls, lines: Sequence[str]) -> Part:
        """Make a part on which there is nothing to decide."""
        return cls((), tuple(lines), (), open=False)


@dataclass(frozen=True)
class Hunk:
    """Lines `start` to `end` of the text before became `lines`; an insertion has `start == end`."""

    start: int
    end: int
    lines: Lines

    def touches(self, other: Hunk) -> bool:
        """Say whether two changes are about the same lines, or insert at the same place."""
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        return self.start < other.end and other.start < self.end


def join(part: Part) -> Iterator[Part]:
    """Part an open stretch into what can be joined and what cannot; the reading that leaves least open counts."""
    best: list[Part] = []
    for hand, data in _readings(part):
        found = list(_joined(part, hand, data))
        if not best or _open(found) < _open(best):
            best = found
        if not _open(best):
            break
    yield from best


def _readings(part: Part) -> Iterator[tuple[list[Hunk], list[Hunk]]]:
    """Give the ways to read what the two sides changed, the plain one first.

    Of a paragraph that was put in nobody can say whether it came with the empty line before or after it. Both sides are
    read the same way: else two paragraphs at the same place would pass each other. Which lines went is the same in all
    readings: else a line that both sides changed could be read as one that both took out.
    """
    hand, data = hunks(part.before, part.by_hand), hunks(part.before, part.by_data)
    yield hand, data
    for step in (1, -1):
        hand, data = (_slid(part.before, _fused(part.before, each), step) for each in (hand, data))
        yield _replaced(hand), _replaced(data)


def _open(parts: Sequence[Part]) -> int:
    return sum(each.open for each in parts)


def _joined(part: Part, hand: Sequence[Hunk], data: Sequence[Hunk]) -> Iterator[Part]:
    hand, data = list(hand), [each for each in data if each not in hand]
    at = 0
    for mine, theirs in _groups(hand, data) if hand or data else ():
        start = min(each.start for each in (*mine, *theirs))
        end = max(each.end for each in (*mine, *theirs))
        yield Part.joined(part.before[at:start])
        hand_says, data_says = (_applied(part.before, start, end, hunks) for hunks in (mine, theirs))
        if not mine or not theirs or hand_says == data_says:
            yield Part.joined(hand_says if mine else data_says)
        else:
            yield Part(part.before[start:end], hand_says, data_says, open=True)
        at = end
    yield Part.joined(part.before[at:])


def follow(parts: Sequence[Part], before: Lines) -> list[Part]:
    """Take changes of the data to where a person moved the lines: they are gone in one place and stand in another.

    Args:
        parts: what was joined, and what is open.
        before: the whole text as it was. Lines that stood in it twice are no moved ones.
    """
    done = list(parts)
    for index, part in enumerate(done):
        lines, new = _filled(part.before), _filled(part.by_data)
        if not part.open or _filled(part.by_hand) or not lines or not new or len(_places(lines, before)) > 1:
            continue
        found = [
            (number, at)
            for number, each in enumerate(done)
            if not each.open
            for at in _places(lines, each.by_hand)
        ]
        if len(found) == 1:
            number, at = found[0]
            text = done[number].by_hand
            done[number] = Part.joined((*text[:at], *new, *text[at + len(lines) :]))
            done[index] = Part.joined(part.by_hand)
    return done


def _places(lines: Lines, text: Lines) -> list[int]:
    """Return where lines stand in a text."""
    return [at for at in range(len(text) - len(lines) + 1) if text[at : at + len(lines)] == lines]


def _filled(lines: Lines) -> Lines:
    """Return lines without the empty ones at both ends."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else ()


def hunks(before: Lines, after: Lines) -> list[Hunk]:
    """Return what changed; of lines that changed together, those that still resemble what they were apart."""
    found: list[Hunk] = []
    for kind, *where in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _paired(before, after, *where)
    return found


def _fused(before: Lines, found: list[Hunk]) -> list[Hunk]:
    """Return the changes with what was put in at two places as one, where it can be read so.

    A paragraph and an empty line before an empty line may be found as the paragraph before it and one more after it.
    """
    done: list[Hunk] = []
    for each in found:
        last = done[-1] if done and done[-1].start == done[-1].end else None
        if last and each.start == each.end:
            start, lines = each.start, each.lines
            while start > last.start and before[start - 1] == lines[-1]:
                start, lines = start - 1, (lines[-1], *lines[:-1])
            if start == last.start:
                done[-1] = Hunk(start, start, (*last.lines, *lines))
                continue
        done.append(each)
    return done


def _slid(before: Lines, found: list[Hunk], step: int) -> list[Hunk]:
    """Return the changes with what was put in as far down or up as it can be read."""
    done: list[Hunk] = []
    for number, each in list(enumerate(found))[::-step]:
        start, lines = each.start, each.lines
        if each.start == each.end:
            last = found[number + step] if 0 <= number + step < len(found) else None
            end = (len(before) if step > 0 else 0) if last is None else (last.start if step > 0 else last.end)
            while start != end and step > 0 and before[start] == lines[0]:
                start, lines = start + 1, (*lines[1:], lines[0])
            while start != end and step < 0 and before[start - 1] == lines[-1]:
                start, lines = start - 1, (lines[-1], *lines[:-1])
        done.append(Hunk(start, start + each.end - each.start, lines))
    return done[::-step]


def _replaced(found: list[Hunk]) -> list[Hunk]:
    """Return the changes with what was put in beside lines that were taken out as one: it may be them, changed."""
    done: list[Hunk] = []
    for each in found:
        last = done[-1] if done else None
        if last and last.end == each.start and (not last.lines or not each.lines):
            done[-1] = Hunk(last.start, each.end, (*last.lines, *each.lines))
        else:
            done.append(each)
    return done


def _paired(before: Lines, after: Lines, start: int, end: int, first: int, last: int) -> Iterator[Hunk]:
    pair = _most_alike(before, after, range(start, end), range(first, last))
    if pair is None:
        if start < end or first < last:
            yield Hunk(start, end, after[first:last])
        return
    old, new = pair
    yield from _paired(before, after, start, old, first, new)
    if before[old] != after[new]:
        yield Hunk(old, old + 1, (after[new],))
    yield from _paired(before, after, old + 1, end, new + 1, last)


def _most_alike(before: Lines, after: Lines, old: range, new: range) -> tuple[int, int] | None:
    """Find the line that was changed least, if there is one that was only changed and not rewritten."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return None
    best, found = _ALIKE, None
    for there in new:
        matcher = SequenceMatcher(None, "", after[there], autojunk=False)
        for here in old:
            matcher.set_seq1(before[here])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, found = matcher.ratio(), (here, there)
    return found


def _groups(hand: Sequence[Hunk], data: Sequence[Hunk]) -> Iterator[tuple[list[Hunk], list[Hunk]]]:
    """Put changes that touch each other together, in the order of the text; each side apart."""
    group: tuple[list[Hunk], list[Hunk]] = ([], [])
    every = [(0, each) for each in hand] + [(1, each) for each in data]
    for side, each in sorted(every, key=lambda found: (found[1].start, found[1].end, found[0])):
        if any(group) and not any(each.touches(other) for other in group[1 - side]):
            yield group
            group = ([], [])
        group[side].append(each)
    yield group


def _applied(before: Lines, start: int, end: int, hunks: list[Hunk]) -> Lines:
    """Return a stretch of the text with the changes of one side."""
    lines: list[str] = []
    at = start
    for each in hunks:
        lines += [*before[at : each.start], *each.lines]
        at = each.end
    return (*lines, *before[at:end])
