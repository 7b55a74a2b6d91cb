"""The kinds of record that a file holds lists of, each with its class."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar

from lgdkit.model.base import Record

T = TypeVar("T")


class Kinds(Mapping[str, type[Record]]):
    """Classes by the key of their lists; one that few cities need is loaded when it is asked for.

    To make a class costs more than to check a small city with it.
    """

    def __init__(self, loaded: Mapping[str, type[Record]], seldom: Mapping[str, str]) -> None:
        """Take the classes that every city needs, and of the others where they stand: module:class."""
        self.always = tuple(loaded)
        """The kinds whose classes every check needs."""
        self._loaded = dict(loaded)
        self._seldom = dict(seldom)
        self._names = (*loaded, *seldom)

    def __getitem__(self, kind: str) -> type[Record]:
        """Return the class of a kind."""
        found = self._loaded.get(kind)
        if found is None:
            module, _, name = self._seldom[kind].partition(":")
            found = self._loaded[kind] = getattr(import_module(module), name)
        return found

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of the format's page."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(self._names)

    def __contains__(self, kind: object) -> bool:
        """Say whether there is such a kind; nothing is loaded for it."""
        return kind in self._loaded or kind in self._seldom
