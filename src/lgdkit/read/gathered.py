"""What is gathered from the files of a city while they are read."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from lgdkit.diagnostics import Diagnostic, Key, Place, Severity
from lgdkit.model.base import Placed
from lgdkit.model.city import ANY, INNER_LISTS, LISTS

if TYPE_CHECKING:
    from yaml.nodes import Node

    from lgdkit.read.locate import Locator

MAX_SAME = 50
"""So many records of one id are told apart; who has more has made one mistake, not many."""

_NOTHING: frozenset[str] = frozenset()
_set = object.__setattr__
_new = tuple.__new__
"""Makes a named tuple in half of the time."""
_ID = rb"(?m)(?:^|[\s{,])[\"']?id[\"']?[ \t]*:[ \t]+[\"']?([a-z0-9][a-z0-9-]{0,63})"
"""Made ready only where a file cannot be read."""


class Raw(NamedTuple):
    """A record as it was written: its kind, data and place, and where in it the text itself is at fault."""

    kind: str
    data: dict[Any, Any]
    place: Place
    faults: tuple[tuple[Key, ...], ...] = ()


class Gathered:
    """Records, ids and findings, as they come."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.findings: list[Diagnostic] = []
        self.records: dict[str, list[Any]] = {kind: [] for kind in (*LISTS, "allow")}
        self.city: list[Raw] = []
        self.unread: set[str] = set()
        self._declared: dict[str, dict[str, list[Place]]] = {kind: {} for kind in (*LISTS, *INNER_LISTS)}
        self._texts = texts

    @cached_property
    def _locator(self) -> "Locator":
        from lgdkit.read.locate import Locator  # only where something is wrong

        return Locator(self._texts)

    def declare(self, kind: str, name: object, place: Place) -> None:
        """Note an id that was written; anything but a text is a record of which nobody knows the id."""
        if kind == "allow":
            return  # accepted findings have no id
        known = isinstance(name, str)
        places = self._declared.setdefault(kind, {}).setdefault(str(name) if known else ANY, [])
        if len(places) < (MAX_SAME if known else 1):
            places.append(place)

    def take(self, kind: str, file: str, records: Iterable[Any]) -> None:
        """Note the records of a list in a file in which nothing is wrong: as `declare` and `settle` do one by one."""
        own = self._declared.get(kind)  # accepted findings have no id
        note = self.records[kind].append
        for index, record in enumerate(records):
            place = _new(Place, (file, (kind, index), False, None))
            if own is not None:
                places = own.setdefault(record.id, [])
                if len(places) < MAX_SAME:
                    places.append(place)
            _set(record, "place", place)
            _set(record, "broken", _NOTHING)
            note(record)

    def declared(self) -> dict[str, dict[str, tuple[Place, ...]]]:
        """Return every id that was written, by kind, with its places."""
        return {
            kind: {name: tuple(places) for name, places in ids.items()}
            for kind, ids in self._declared.items()
        }

    def salvage(self, file: str, text: bytes) -> None:
        """Note the ids in a text that cannot be read, so that references to them are not called unknown."""
        self.unread.update(("city", *LISTS))
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = text.decode("utf-16", "replace").encode("utf-8", "replace")
        place = Place(file)
        for name in dict.fromkeys(re.findall(_ID, text)):
            self.declare(ANY, name.decode(), place)

    def lose(self, file: str) -> None:
        """Note that a file may hold records of any kind and id, and that nobody knows which."""
        self.unread.update(("city", *LISTS))
        for kind in (ANY, *LISTS, *INNER_LISTS):
            self.declare(kind, None, Place(file))

    def written(self, place: Place) -> str | None:
        """Return a plain scalar as it stands in the text, such as 049 for forty-nine."""
        return self._locator.written(place)

    def keep(self, file: str, node: "Node | None") -> None:
        """Keep the nodes of a file in which something is wrong, so that places in it are found."""
        self._locator.keep(file, node)

    def error(self, rule: str, place: Place, message: str, expected: str = "", advice: str = "") -> None:
        """Note a fault."""
        self.findings.append(Diagnostic(rule, Severity.ERROR, place, message, expected, advice))


def settle(record: Placed, place: Place, broken: Iterable[str] = ()) -> None:
    """Tell a record where it stands; it is frozen, and these are no fields of it."""
    object.__setattr__(record, "place", place)
    object.__setattr__(record, "broken", frozenset(broken))
