"""What of two sides could be read: a record that could not be is never called removed, nor one added."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lgdkit.compare.change import Uncompared
from lgdkit.model.city import ANY, City

NO_FORM = "could not be read; lgd check says why"
TWICE = "stands there more than once; lgd check shows where"
_SIDES = ("before", "after")
_NOWHERE = "."
"""The file of what belongs to a record `city` that is not there."""


class Readable:
    """Says of ids of both sides whether they can be compared."""

    def __init__(self, cities: tuple[City, City], lists: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
        """Take both sides, and for each the records by kind."""
        self._cities = cities
        self._lists = lists
        self._counted = [
            {kind: Counter(each.id for each in records) for kind, records in side.items()} for side in lists
        ]

    def why_not(self, kind: str, id_: str) -> Uncompared | None:
        """Return why a record cannot be compared, or None."""
        twice = [side for side in (0, 1) if self._counted[side][kind][id_] > 1]
        lost = [side for side in (0, 1) if not self._counted[side][kind][id_] and self._lost(side, kind, id_)]
        sides = twice or lost
        if not sides:
            return None
        side = "both" if len(sides) == 2 else _SIDES[sides[0]]
        return Uncompared(side, f"{kind}/{id_}", TWICE if twice else NO_FORM)

    def declared(self, kind: str, former: str, new: str) -> bool:
        """Say whether an id that seems to have come, or to have gone, stands on the other side, too, unreadable."""
        return self._lost(1, kind, former) or self._lost(0, kind, new)

    def _lost(self, side: int, kind: str, id_: str) -> bool:
        declared = self._cities[side].declared
        return any(name in declared.get(each, {}) for each in (kind, ANY) for name in (id_, ANY)) or (
            kind == "city" and "city" in self._cities[side].unread
        )

    def unknown(self) -> Iterator[Uncompared]:
        """Give the files in which something stands of which not even the id could be read."""
        for side, city in enumerate(self._cities):
            whole = {place.file for places in city.declared.get(ANY, {}).values() for place in places}
            kinds = {
                (place.file, kind)
                for kind, ids in city.declared.items()
                for place in ids.get(ANY, ())
                if kind != ANY and place.file not in whole
            }
            found = [*((file, f"the file {file}") for file in whole)]
            found += [(file, f"a record of {kind} in the file {file}") for file, kind in kinds]
            for file, what in sorted(found):
                if file != _NOWHERE:
                    yield Uncompared(_SIDES[side], what, NO_FORM)

    def ids(self, kind: str) -> list[str]:
        """Return every id of a kind on either side, also of records that could not be read."""
        known = [each.id for side in (1, 0) for each in self._lists[side].get(kind, ())]
        declared = [id_ for city in self._cities for id_ in city.declared.get(kind, {}) if id_ != ANY]
        return list(dict.fromkeys((*known, *declared)))
