"""Everything that is written in words, searched as one text: a look at each of them would cost too much."""

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.walk import Keys

T = TypeVar("T")
_AT_ONCE = 1000
"""So many texts are joined: of many more, new memory costs as much as the search."""


def _all_of_it(match: re.Match[str]) -> str:
    return match[0]


def first_matches(
    texts: list[str],
    forms: Iterable[re.Pattern[str]],
    read: Callable[[re.Match[str]], str] = _all_of_it,
) -> dict[int, str]:
    """Return the first thing that is found in each of many texts, by the number of the text.

    The texts are joined with a sign that none of them holds, and that no form may match. `read` makes of a
    match what is told of it; nothing where it does not count. A form that begins with plain letters is sought
    ten times faster than others.
    """
    forms = tuple(forms)
    found: dict[int, str] = {}
    for first in range(0, len(texts) if forms else 0, _AT_ONCE):
        some = texts[first : first + _AT_ONCE]
        for number, what in _first_of(some, forms, read):
            found[first + number] = what
    return found


def _first_of(
    texts: list[str], forms: tuple[re.Pattern[str], ...], read: Callable[[re.Match[str]], str]
) -> Iterator[tuple[int, str]]:
    joined = "\0".join(texts)
    starts: list[int] = []
    found: dict[int, tuple[int, str]] = {}
    for form in forms:
        for match in form.finditer(joined):
            what = read(match)
            if not what:
                continue
            starts = starts or _starts(texts)
            number = bisect.bisect_right(starts, match.start()) - 1
            if number not in found or match.start() < found[number][0]:
                found[number] = match.start(), what
    for number in sorted(found):
        yield number, found[number][1]


def placed(city: City, found: Mapping[int, T]) -> Iterator[tuple[Record, Keys, T]]:
    """Give what was found in some of the city's texts, each with its record and the keys of the text."""
    if found:
        for number, (record, keys) in enumerate(_places(city)):
            if number in found:
                yield record, keys, found[number]


def _places(city: City) -> Iterator[tuple[Record, Keys]]:
    """Give the place of each text of a city, in the order of its texts."""
    for record, walked in city.spoken:
        for keys, text, _ in walked.texts:
            if text.plain is not None:
                yield record, keys
            else:
                yield from ((record, (*keys, language)) for language, _ in text.wordings)
        yield from ((record, keys) for keys, _ in walked.words)


def _starts(texts: list[str]) -> list[int]:
    """Return where each text begins in all of them joined."""
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    return starts
