"""Writes what a person changed in Word as Markdown again, on the lines that it was written on."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from lgdkit.office.pieces import Source
from lgdkit.render.markdown import escaped


def by_line(lines: Sequence[Source], text: str) -> list[str]:
    """Part a text among the lines that it was written on, by the words that stayed where they were."""
    words = [(number, word) for number, line in enumerate(lines) for word in line.text.split()]
    new = text.split()
    found: list[list[str]] = [[] for _ in lines]
    matcher = SequenceMatcher(None, [word for _, word in words], new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            for (number, _), word in zip(words[start:end], new[first:last], strict=True):
                found[number].append(word)
        else:
            found[_owner(words, start, kind)] += new[first:last]
    return [" ".join(each) for each in found]


def _owner(words: Sequence[tuple[int, str]], start: int, kind: str) -> int:
    """Say on which line new words belong: on that of the words that they replace or follow."""
    if not words:
        return 0
    return words[start if kind == "replace" else max(start - 1, 0)][0]


def rewritten(source: Source, text: str) -> str:
    """Write the text of a line or cell anew as Markdown; what stands out in it goes on doing so."""
    if source.written == escaped(source.text) or not source.text:
        return escaped(text)
    old, new = source.text.split(), text.split()
    written = source.written
    # from the end, so that what comes before stays where it is
    for kind, start, end, first, last in reversed(
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ):
        if kind == "equal":
            continue
        if start == end:  # put in: behind the word before it, or before the first one
            start, first = (start - 1, first - 1) if start else (start, first)
            end, last = (end, last) if start < end else (end + 1, last + 1)
        at = _find(written, old, start, end)
        if at is None:
            return escaped(text)
        written = written[: at.start()] + escaped(" ".join(new[first:last])) + written[at.end() :]
    return " ".join(written.split())


def _find(written: str, words: Sequence[str], start: int, end: int) -> re.Match[str] | None:
    """Find words of a text in its Markdown: the same one of several that read alike."""
    target = _pattern(words[start:end])
    before = " ".join(words[:start])
    number = len(target.findall(escaped(before))) if before else 0
    found = list(target.finditer(written))
    return found[number] if number < len(found) else None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(escaped(each)) for each in words))
