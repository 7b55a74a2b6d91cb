"""What a change brought in: the findings of a city that were not there before it. Opens no file.

Two findings are the same one if their rule, their message and their place are. The place is one of the data: a
record by its id, and in it the keys; so a line that moved, or a record that moved to another file, is not new.
Entries of lists without an id are not told apart, but counted.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from lgdkit.diagnostics import Key, Located, Place
from lgdkit.model.city import ANY
from lgdkit.model.meant import near
from lgdkit.pipeline import Checked
from lgdkit.read.locate import Locator
from lgdkit.read.thorough import KEYS

_AT_MORE = re.compile(r"; the same at (?:one more place|[0-9]+ more places) in this file\.$")
_POSITION = re.compile(r"\b(line|column) [0-9]+")
_HERE_TOO = "here too"


class Side(NamedTuple):
    """A city on one side of a change: what was found in it, and its texts."""

    checked: Checked
    texts: Mapping[str, bytes]


class _Known(NamedTuple):
    """What a finding is known by on both sides."""

    rule: str
    message: str
    file: str
    """Set only for a finding about a file as a whole."""
    path: tuple[Key, ...]
    on_key: bool


class _Seen(NamedTuple):
    """A finding at one of its places."""

    known: _Known
    found: Located


def brought_in(before: Side, after: Side) -> tuple[Located, ...]:
    """Return the findings that were not there before; both sides are checked on the same day."""
    old = Counter(each.known for each in _all(before))
    lost = Counter(each.known._replace(file="") for each in _all(before) if _is_of_lost_file(each, after))
    places = _Places(after)
    found: list[Located] = []
    for each in after.checked.findings:
        seen = places.of(each)
        new = [one for one in seen if not _taken(one, old, lost, before)]
        if len(new) == len(seen):
            found.append(each)
        elif new:
            found.append(places.alone(each, [one.found for one in new]))
    return tuple(found)


def _taken(seen: _Seen, old: Counter[_Known], lost: Counter[_Known], before: Side) -> bool:
    """Say whether a finding was there before, and count it as found again."""
    nameless = seen.known._replace(file="")
    if old[seen.known]:
        old[seen.known] -= 1
    elif seen.known.file and seen.known.file not in before.texts and lost[nameless]:
        lost[nameless] -= 1  # the file has another name now
    else:
        return False
    return True


def _is_of_lost_file(seen: _Seen, after: Side) -> bool:
    return bool(seen.known.file) and seen.known.file not in after.texts


def _all(side: Side) -> list[_Seen]:
    places = _Places(side)
    return [seen for found in side.checked.findings for seen in places.of(found)]


class _Places:
    """Says of findings of one side where in the data they are."""

    def __init__(self, side: Side) -> None:
        self._locator = Locator(side.texts)
        declared = side.checked.city.declared
        self._names = {
            place: name
            for kind, ids in declared.items()
            for name, places in ids.items()
            for place in places
            if ANY not in (kind, name)
        }

    def of(self, found: Located) -> list[_Seen]:
        """Part a finding that stands for several places into one for each."""
        diagnostic = found.diagnostic
        seen = [_Seen(self._known(found, diagnostic.place), found)]
        if _AT_MORE.search(diagnostic.message):
            for other, (file, span, note) in zip(diagnostic.related, found.related, strict=True):
                if note == _HERE_TOO:
                    one = diagnostic._replace(place=other.place, related=())
                    seen.append(_Seen(self._known(found, other.place), Located(one, file, span, "")))
        return seen

    def alone(self, found: Located, new: list[Located]) -> Located:
        """Return a finding that stands for several places as one for the new places alone."""
        first, *others = new
        places = {each.diagnostic.place for each in new}
        diagnostic = found.diagnostic._replace(
            place=first.diagnostic.place,
            message=_AT_MORE.sub(_more(len(others)), found.diagnostic.message),
            related=tuple(
                each for each in found.diagnostic.related if each.place in places - {first.diagnostic.place}
            ),
            fixes=tuple(each for each in found.diagnostic.fixes if each.place in places),
        )
        related = tuple((each.file, each.span, _HERE_TOO) for each in others)
        line = self._locator.line(first.file, first.span.line)
        return Located(diagnostic, first.file, first.span, line, related)

    def _known(self, found: Located, place: Place) -> _Known:
        message = _POSITION.sub(r"\1", _AT_MORE.sub(".", found.diagnostic.message))
        file = "" if place.keys else place.file
        return _Known(found.diagnostic.rule, message, file, self._path(place), place.on_key)

    def _path(self, place: Place) -> tuple[Key, ...]:
        """Return the keys of a place, with the id of a record for its number in the list; a list tells no others."""
        path: list[Key] = []
        for level, key in enumerate(place.keys):
            if isinstance(key, int) and level:
                path.append(self._names.get(Place(place.file, place.keys[: level + 1]), "*"))
            else:
                path.append(key if level else near(key, KEYS) or key)
        return tuple(path)


def _more(others: int) -> str:
    if not others:
        return "."
    return f"; the same at {'one more place' if others == 1 else f'{others} more places'} in this file."
