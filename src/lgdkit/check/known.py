"""What a rule may rely on: which ids there are, who may be meant by others, which fields were not written."""

import re
from collections.abc import Iterable
from functools import cache

from lgdkit.check.near import Nearest
from lgdkit.model.base import ID_PATTERN, Placed
from lgdkit.model.city import ANY, INNER_LISTS, City

_ID = re.compile(ID_PATTERN)


class Known:
    """Says whether references lead somewhere; what may hide in something unreadable is taken to be there."""

    def __init__(self, city: City) -> None:
        self._city = city
        self.hides = cache(self._may_hide_any)

    def holds(self, kind: str, name: str) -> bool:
        """Say whether a reference leads to a record: declared, of another city, or perhaps not readable."""
        return self.declares(kind, name) or self.hides(kind)

    def declares(self, kind: str, name: str) -> bool:
        """Say whether an id was written somewhere, or is one of another city."""
        declared = self._city.declared
        return name in declared.get(kind, ()) or "/" in name or name in declared.get(ANY, ())

    def _may_hide_any(self, kind: str) -> bool:
        """Say whether the id of a record of a kind could not be read, so that any name may be its."""
        city = self._city
        declared = city.declared.get(kind, {})
        if any(not _ID.match(name) for name in declared):
            return True  # mistyped, or not there at all
        return not declared and kind in INNER_LISTS and city.record is not None and unread(city.record, kind)


class Meant:
    """Says which stakeholders may hide behind names of which no stakeholder is known.

    Such a name is a fault of its own; what a rule says of the stakeholder that was meant is uncertain then.
    """

    def __init__(self, city: City) -> None:
        self._known, self._nearest = Known(city), Nearest()
        self._all = frozenset(city.stakeholder)

    def by(self, names: Iterable[str]) -> frozenset[str]:
        """Return the stakeholders that some of these names may mean: all where one of them resembles none."""
        meant: set[str] = set()
        for name in names:
            if self._known.holds("stakeholders", name):
                continue
            match = self._nearest.of(name, self._all)
            if match is None:
                return self._all
            meant.add(match)
        return frozenset(meant)


def is_the_city(city: City, stakeholder: str) -> bool:
    """Say whether a stakeholder signs for the city; where nobody is named for that, any municipality may."""
    organisation = city.organisation
    if organisation is not None and organisation in city.declared.get("stakeholders", ()):
        return stakeholder == organisation
    return city.stakeholder[stakeholder].kind == "municipality"


def unread(record: Placed, *fields: str) -> bool:
    """Say whether one of these fields may have been written and could not be read.

    A key that nobody knows and that resembles none may be any field in other words.
    """
    if not record.broken:
        return False
    if not record.broken.isdisjoint(fields):
        return True
    known = type(record).model_fields
    keys = [info.alias or name for name, info in known.items()]
    import difflib

    return any(name not in known and not difflib.get_close_matches(name, keys, 1) for name in record.broken)


def lacks(record: Placed, field: str) -> bool:
    """Say whether a field was truly not written."""
    return record.lacks(field) and not unread(record, field)
