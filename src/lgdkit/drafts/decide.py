"""Decides what becomes of one draft: from what stands there, what was drafted last, and what the data says."""

import hashlib
from dataclasses import replace

from lgdkit.drafts.look import dressed, plain
from lgdkit.drafts.merge import MergeError, marks, merge, without_marks
from lgdkit.drafts.outcome import Kind, Step

PICTURE = ".svg"
"""The ending of drafts that are drawn: marks of a conflict would break them, and lines of two make no picture."""
_NOT_TEXT = "it was edited by hand and is not UTF-8 text, so nothing can be merged; save it as UTF-8"


def digest(content: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(content).hexdigest()


def decide(
    path: str,
    new: bytes,
    there: bytes | None,
    known: bytes | None,
    *,
    digests: frozenset[str] = frozenset(),
    force: bool = False,
) -> Step:
    """Say what becomes of a draft.

    Args:
        path: where it stands.
        new: what the data says now.
        there: what stands there.
        known: what was drafted last, as far as it is remembered.
        digests: what older versions of lgdkit remembered instead: digests of what was drafted.
        force: whether to write over what a person wrote.
    """
    if force or (there is None and known is None and not digests):
        same = there == new
        kind = Kind.UNCHANGED if same else Kind.WRITTEN
        return Step(path, kind, there, None if same else new, None if known == new else new, known)
    if there is None:
        return Step(path, Kind.DELETED, known=known)
    last = known if known is not None else _recalled(new, there, digests)
    if last is None:
        return Step(path, Kind.UNKNOWN if digests else Kind.FOREIGN, there, edited=True)
    base = None if known == new else new
    if there == last:
        if there == new:
            return Step(path, Kind.UNCHANGED, there, None, base, known)
        return Step(path, Kind.WRITTEN, there, new, base, known)
    return _of_edited(path, new, there, last, Step(path, Kind.EDITED, there, None, base, known, edited=True))


def _recalled(new: bytes, there: bytes, digests: frozenset[str]) -> bytes | None:
    """Find what was drafted last where it is not kept: what has its digest, or is what would be drafted."""
    if digest(there) in digests:
        return there
    return new if digest(new) in digests or plain(there) == plain(new) else None


def _of_edited(path: str, new: bytes, there: bytes, last: bytes, edited: Step) -> Step:
    """Decide where the file is not, byte for byte, what was drafted last."""
    base, known = edited.base, edited.known
    after, before, hand = plain(new) or "", without_marks(plain(last) or ""), plain(there)
    if hand is None:
        if before == after:
            return edited
        return Step(path, Kind.REFUSED, there, known=known, reason=_NOT_TEXT, edited=True)
    found = marks(hand, before + after)
    if found and without_marks(hand) == before:
        # git merged two branches, and both sides of each conflict are lines that lgdkit drafted: nobody's edits
        return Step(path, Kind.WRITTEN, there, dressed(after, there), base, known)
    if found:
        return Step(path, Kind.UNRESOLVED, there, known=known, lines=found, edited=True)
    if hand == after:  # also where only the look of the file differs
        return Step(path, Kind.UNCHANGED, there, None, base, known)
    if hand == before:
        return Step(path, Kind.WRITTEN, there, dressed(after, there), base, known)
    if before == after:
        return edited
    if path.endswith(PICTURE):
        return replace(edited, kind=Kind.CONFLICT)
    try:
        merged = merge(before, hand, after)
    except MergeError as error:
        reason = f"it was edited by hand and the data has changed; {error}; nothing was changed"
        return Step(path, Kind.REFUSED, there, known=known, reason=reason, edited=True)
    if merged.text == hand:
        return edited
    kind = Kind.CONFLICT if merged.conflicts else Kind.MERGED
    content = dressed(merged.text, there)
    return Step(path, kind, there, content, base, known, conflicts=merged.conflicts, edited=True)
