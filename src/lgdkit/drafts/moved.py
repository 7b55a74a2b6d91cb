"""Finds drafts whose stakeholder or deal got another id: they go to their new path, with their edits.

Copies of one deal are alike in all but a few lines, so likeness of the whole text says nothing: one partner may
have left and another joined. What counts are the lines that are a draft's own, which stand in no other partner's
copy: its name, its party, its commitments.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lgdkit.drafts.decide import PICTURE

_OWN_SHARE = 2 / 3
"""The share of its own lines that must stand in the new draft."""
_LIKE = 0.5
"""The share of all lines that must stand in a file that a person moved."""


def renamed(
    gone: Mapping[str, bytes], fresh: Mapping[str, bytes], others: Mapping[str, bytes]
) -> dict[str, str]:
    """Return the old path of each new draft that is an old one under another id, where that is certain.

    Args:
        gone: the drafts that the data no longer gives, each as it was last drafted.
        fresh: the drafts that the data gives for the first time.
        others: all other drafts, as they were last drafted.
    """
    every = {**others, **gone}
    return _certain(
        (old, new)
        for old, before in gone.items()
        for new, after in fresh.items()
        if related(old, new) and _is_same(before, after, _others_of(old, every))
    )


def moved_by_hand(gone: Mapping[str, bytes], found: Mapping[str, bytes]) -> dict[str, str]:
    """Return the old path of each file that a person put where a new draft belongs, where that is certain.

    Args:
        gone: texts of drafts whose files are away, and that the data no longer gives.
        found: files that lgdkit did not draft, at paths of new drafts.
    """
    return _certain(
        (old, new)
        for old, before in gone.items()
        for new, text in found.items()
        if related(old, new) and _share(_lines(before), _lines(text)) >= _LIKE
    )


def related(old: str, new: str) -> bool:
    """Say whether two paths may be of one draft: same folder and language, and same stakeholder or same deal.

    The name of a picture holds neither.
    """
    if PICTURE in (Path(old).suffix, Path(new).suffix):
        return False
    (folder, _, name), (other, _, its) = old.rpartition("/"), new.rpartition("/")
    mine, theirs = name.split("."), its.split(".")
    if folder != other or not folder or mine[-2:] != theirs[-2:] or min(len(mine), len(theirs)) < len("xyz"):
        return False
    return mine[0] == theirs[0] or (len(mine) == len(theirs) and mine[1:] == theirs[1:])


def _certain(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the pairs of which neither side has a second choice."""
    found = list(pairs)
    old, new = [pair[0] for pair in found], [pair[1] for pair in found]
    return {b: a for a, b in found if old.count(a) == 1 and new.count(b) == 1}


def _others_of(path: str, every: Mapping[str, bytes]) -> list[bytes]:
    """Return the copies of other stakeholders in the same language."""
    folder, _, name = path.rpartition("/")
    first, *_, language, kind = name.split(".")
    return [
        text
        for each, text in every.items()
        if each.startswith(f"{folder}/")
        and each.endswith(f".{language}.{kind}")
        and not each.startswith(f"{folder}/{first}.")
    ]


def _is_same(before: bytes, after: bytes, others: Iterable[bytes]) -> bool:
    shared: set[bytes] = set()
    for each in others:
        shared |= _lines(each)
    if not shared:
        return before == after
    own = _lines(before) - shared
    return bool(own) and _share(own, _lines(after)) >= _OWN_SHARE


def _share(lines: set[bytes], among: set[bytes]) -> float:
    return len(lines & among) / len(lines) if lines else 0.0


def _lines(text: bytes) -> set[bytes]:
    return {line.strip() for line in text.split(b"\n")} - {b""}
