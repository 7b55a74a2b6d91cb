"""Three texts into one: as it was last drafted, as a person left it, and as the data says now.

`git merge-file` finds what belongs together. It takes changes of neighbouring lines for a conflict, and in a
table or a list neighbouring lines are different matters; so what it cannot join is looked at again line by line.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lgdkit.drafts.hunks import Part, follow, join
from lgdkit.drafts.look import lines_of

BY_HAND, BEFORE, BY_DATA = "by hand", "as last drafted", "from the data"
_LEAST = 7
_RUN = re.compile(r"^(<+|\|+|=+|>+)", re.M)
_MARKED = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)")
_HEADING = re.compile(r"#{1,6} +(.*?)[ #]*$")
_ERROR = 128
_FILES = ("hand.md", "before.md", "data.md")


class MergeError(Exception):
    """Texts that cannot be merged, with the reason."""


@dataclass(frozen=True)
class Conflict:
    """A place that was changed by hand and in the data, differently."""

    line: int
    """Where its first mark stands in the file, from 1."""
    heading: str
    """The heading above it, as plain as it is written; empty where there is none."""
    before: tuple[str, ...]
    by_hand: tuple[str, ...]
    by_data: tuple[str, ...]


@dataclass(frozen=True)
class Merged:
    """The text that came of it, and what is left to a person."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


def merge(
    before: str, by_hand: str, by_data: str, names: tuple[str, str, str] = (BY_HAND, BEFORE, BY_DATA)
) -> Merged:
    """Take what changed on either side; mark what changed on both sides differently.

    Args:
        before: the text that both sides began with.
        by_hand: the one side.
        by_data: the other side.
        names: what the marks call the sides: the one, what was before, the other.

    Raises:
        MergeError: git is missing or gave up; nothing was changed.
    """
    if by_hand in (before, by_data):
        return Merged(by_data)
    if by_data == before:
        return Merged(by_hand)
    parts = list(_parts(before, by_hand, by_data))
    if any(part.open for part in parts):
        found = [each for part in parts for each in (join(part) if part.open else (part,))]
        was, hand, data = (tuple(lines_of(text)) for text in (before, by_hand, by_data))
        # git may have matched lines that only look the same, such as one of many empty ones
        again = list(join(Part(was, hand, data, open=True)))
        parts = min(
            follow(found, was), follow(again, was), key=lambda parts: sum(part.open for part in parts)
        )
    return _put_together(parts, names)


def _put_together(parts: Sequence[Part], names: tuple[str, str, str]) -> Merged:
    lines: list[str] = []
    conflicts: list[Conflict] = []
    for part in parts:
        if not part.open:
            lines += part.by_hand
            continue
        conflicts.append(_conflict(part, lines))
        lines += [
            f"{'<' * _LEAST} {names[0]}\n",
            *part.by_hand,
            f"{'|' * _LEAST} {names[1]}\n",
            *part.before,
            f"{'=' * _LEAST}\n",
            *part.by_data,
            f"{'>' * _LEAST} {names[2]}\n",
        ]
    return Merged("".join(lines), tuple(conflicts))


def marks(text: str, drafted: str = "") -> tuple[int, ...]:
    """Return the lines, from 1, at which marks of a conflict stand: ours, or those of a merge in git.

    Args:
        text: what stands in the file.
        drafted: what lgdkit drafted; a line of it is no mark, whatever it looks like.
    """
    if not any(sign * _LEAST in text for sign in "<|>"):
        return ()
    known = set(lines_of(drafted))
    return tuple(
        number for number, line in enumerate(lines_of(text), 1) if _MARKED.match(line) and line not in known
    )


def without_marks(text: str) -> str:
    """Return a drafted text that a merge in git left with marks: the lines of both sides, without the marks."""
    kept: list[str] = []
    inside = ""
    for line in lines_of(text):
        sign = line[:_LEAST]
        if sign in ("<" * _LEAST, "|" * _LEAST) or (inside and sign in ("=" * _LEAST, ">" * _LEAST)):
            inside = "" if sign[0] == ">" else sign[0]
        elif inside != "|":
            kept.append(line)
    return "".join(kept)


def _parts(before: str, by_hand: str, by_data: str) -> Iterator[Part]:
    """Let git join the texts; give what it joined and what it could not."""
    git = shutil.which("git")
    if git is None:
        raise MergeError("merging needs git, and git is not installed or not on the path")
    # marks longer than any line begins with: no text can be taken for one
    size = max((len(each) + 1 for each in _RUN.findall(before + by_hand + by_data)), default=0)
    size = max(size, _LEAST)
    texts = dict(zip(_FILES, (by_hand, before, by_data), strict=True))
    try:
        with tempfile.TemporaryDirectory(prefix="lgd-") as folder:
            for name, text in texts.items():
                (Path(folder) / name).write_bytes(text.encode())
            done = subprocess.run(
                [git, "merge-file", "-p", "-q", "--diff3", f"--marker-size={size}", *_FILES],
                cwd=folder,
                capture_output=True,
                check=False,
            )
    except OSError as error:
        raise MergeError(f"git could not be run: {error.strerror or type(error).__name__}") from error
    if not 0 <= done.returncode < _ERROR:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise MergeError(f"git could not merge it: {said or done.returncode}")
    yield from _read(lines_of(done.stdout.decode()), size)


def _read(lines: Sequence[str], size: int) -> Iterator[Part]:
    """Read the answer of git: lines that are joined, and the three sides of those that are not."""
    signs = {sign * size: index for index, sign in enumerate("<|=>")}
    sides: list[list[str]] = [[], [], []]
    joined: list[str] = []
    side = -1
    for line in lines:
        found = signs.get(line[:size], -1)
        if found < 0:
            (joined if side < 0 else sides[side]).append(line)
        elif found == 0:
            yield Part.joined(joined)
            joined, sides, side = [], [[], [], []], 0
        elif found == len(sides):
            yield Part(tuple(sides[1]), tuple(sides[0]), tuple(sides[2]), open=True)
            side = -1
        else:
            side = found
    yield Part.joined(joined)


def _conflict(part: Part, above: Sequence[str]) -> Conflict:
    heading = next((match[1] for line in reversed(above) if (match := _HEADING.match(line.rstrip()))), "")
    sides = (part.before, part.by_hand, part.by_data)
    before, hand, data = (tuple(line.rstrip("\n") for line in side) for side in sides)
    return Conflict(len(above) + 1, heading, before, hand, data)
