"""What a run is about to do, written down before it does it: so that a run that was killed is finished or undone.

A draft and the text that is remembered of it are two files, and no system changes two files at once. The journal is
one file. While it stands, each draft in it is either as it was or as it was to be, and so says which text belongs
to it. If a person edited the draft in between, it is the text from which it differs less.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from lgdkit.drafts.decide import digest
from lgdkit.drafts.outcome import Step

_VERSION = 1
_NOTHING = ""
_TEXTS = ("before", "after", "base_before", "base_after", "moved")


@dataclass(frozen=True)
class Entry:
    """A draft before and after, and the text remembered of it before and after; None where there is none."""

    path: str
    before: bytes | None
    after: bytes | None
    base_before: bytes | None
    base_after: bytes | None
    origin: str = ""
    moved: bytes | None = None
    """What stands at the origin, to be taken away when the draft has landed."""

    @classmethod
    def of(cls, step: Step) -> Entry:
        """Make the entry of a step."""
        before = step.there if step.moved is None else None
        after = step.there if step.content is None else step.content
        known = None if step.origin else step.known
        base = step.known if step.base is None else step.base
        return cls(step.path, before, after, known, base, step.origin, step.moved)

    def landed(self, there: bytes | None) -> bool:
        """Say whether a draft that stands so is the one after, maybe with edits since."""
        if there == self.after:
            return True
        if there is None or there == self.before or self.after is None:
            return False
        return _nearness(there, self.after) >= _nearness(there, self.before)


def _nearness(text: bytes, other: bytes | None) -> float:
    mine, theirs = (each.replace(b"\r\n", b"\n").split(b"\n") for each in (text, other or b""))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def written(entries: Iterable[Entry]) -> bytes:
    """Write a journal; each text stands in it once."""
    texts: dict[str, str] = {}

    def kept(content: bytes | None) -> str:
        if content is None:
            return _NOTHING
        name = digest(content)
        texts.setdefault(name, content.decode("utf-8", "surrogateescape"))
        return name

    lines = [
        {"path": each.path, "origin": each.origin, **{key: kept(getattr(each, key)) for key in _TEXTS}}
        for each in entries
    ]
    return json.dumps({"version": _VERSION, "drafts": lines, "texts": texts}).encode()


def read(content: bytes | None) -> tuple[Entry, ...]:
    """Read a journal; one that is none of ours, or of a later version, says nothing."""
    try:
        data = json.loads(content or b"{}")
        if data.get("version") != _VERSION:
            return ()
        texts: dict[str, bytes | None] = {
            name: text.encode("utf-8", "surrogateescape") for name, text in data["texts"].items()
        }
        return tuple(
            Entry(each["path"], origin=each["origin"], **{key: texts.get(each[key]) for key in _TEXTS})
            for each in data["drafts"]
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
