"""Entries of lists without ids: which one before is which one after."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from lgdkit.compare.value import canon, words
from lgdkit.model.text import Text

Match = tuple[int | None, int | None]


def matched(before: Sequence[Any], after: Sequence[Any], firsts: tuple[str, str]) -> list[Match]:
    """Pair entries: equal ones first, then those of one name, then the two that are left over.

    The same pairs come out the other way round. An entry without a counterpart is paired with None.
    """
    left = list(range(len(before)))
    right = list(range(len(after)))
    pairs: list[Match] = []
    forms = ([canon(each, firsts[0]) for each in before], [canon(each, firsts[1]) for each in after])
    for one in tuple(left):
        other = next((each for each in right if forms[1][each] == forms[0][one]), None)
        if other is not None:
            left.remove(one)
            right.remove(other)
    for one, other in _named(left, right, before, after, firsts):
        left.remove(one)
        right.remove(other)
        pairs.append((one, other))
    if len(left) == len(right) == 1:
        return sorted([*pairs, (left[0], right[0])])
    return [*sorted(pairs), *((one, None) for one in left), *((None, other) for other in right)]


def _named(
    left: Sequence[int],
    right: Sequence[int],
    before: Sequence[Any],
    after: Sequence[Any],
    firsts: tuple[str, str],
) -> Iterator[tuple[int, int]]:
    """Give the pairs of which a name is borne by one entry on each side alone."""
    ours = {one: set(_names(before[one], firsts[0])) for one in left}
    theirs = {other: set(_names(after[other], firsts[1])) for other in right}
    for one, names in ours.items():
        near = [other for other, theirs_ in theirs.items() if names & theirs_]
        if len(near) == 1 and sum(bool(each & theirs[near[0]]) for each in ours.values()) == 1:
            yield one, near[0]


def _names(entry: Any, first: str) -> list[Hashable]:
    """Return what an entry is known by: its first field, of a text each wording."""
    value = getattr(entry, next(iter(type(entry).model_fields))) if isinstance(entry, BaseModel) else entry
    if isinstance(value, Text):
        spoken = ((code, value.wording(code, first)) for code in value.languages(first))
        return [(code, words(each.text)) for code, each in spoken if each]
    return [canon(value, first)]
