"""Other cities that a city names by their ids, as far as they are at hand.

A city is at hand where it is a member of the same workspace, or where its folder lies beside the other one and is
called as the city is. Few are held at a time, and of the members no more than which folder has which id.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lgdkit import disk

if TYPE_CHECKING:
    from lgdkit.model.city import City

_HELD = 8
"""So many cities that others have named are kept: most often all name the same few."""


class AtHand:
    """Finds cities by their ids, in one run of a command."""

    def __init__(self, allowed: Sequence[Path] = ()) -> None:
        """Take the folders outside of workspaces from which members may be taken."""
        self._allowed = tuple(allowed)
        self._members: dict[Path, tuple[Path, ...]] = {}
        self._ids: dict[Path, Mapping[str, Path]] = {}
        self._read = lru_cache(_HELD)(_read)

    def city(self, name: str, root: Path, space: Path | None = None) -> City | None:
        """Return the city of an id, that is at hand for another one.

        Args:
            name: the id.
            root: the folder of the city that names it.
            space: the folder of its workspace; None where the one around it is to be looked for.
        """
        where = self.folder(name, root, space)
        return self._read(where) if where else None

    def folder(self, name: str, root: Path, space: Path | None = None) -> Path | None:
        """Return the folder of the city of an id, that is at hand for the city in the folder `root`."""
        around = space or self._around(root)
        members = self._of_space(around) if around else ()
        likely = [each for each in members if each.name == name] or [root.absolute().parent / name]
        for each in likely:
            if self._is(name, each):
                return each
        if around is None:
            return None
        if around not in self._ids:
            self._ids[around] = ids_of(members)
        return self._ids[around].get(name)

    def _is(self, name: str, folder: Path) -> bool:
        city = self._read(folder) if folder.is_dir() else None
        return bool(city and city.record and city.record.id == name)

    def _around(self, root: Path) -> Path | None:
        """Return the nearest folder above a city that is a workspace with the city among its members."""
        whole = root.absolute()
        for each in whole.parents:
            if os.path.lexists(each / disk.WORKSPACE):
                return each if whole in {member.absolute() for member in self._of_space(each)} else None
        return None

    def _of_space(self, space: Path) -> tuple[Path, ...]:
        if space not in self._members:
            from lgdkit.workspace import open_workspace

            opened = open_workspace(space, self._allowed)
            self._members[space] = opened.members if opened else ()
        return self._members[space]


@lru_cache(1)
def of_run(run: str, allowed: tuple[Path, ...]) -> AtHand:  # noqa: ARG001 - a new run begins anew
    """Return what finds cities in a run: kept from city to city in a worker, and forgotten by the next run."""
    return AtHand(allowed)


def ids_of(roots: Iterable[Path]) -> dict[str, Path]:
    """Return which folder holds the city of which id; of two with one id, the first."""
    from lgdkit.read.city_id import city_id

    found: dict[str, Path] = {}
    for root in roots:
        name = city_id(disk.read_folder(root).texts)
        if name:
            found.setdefault(name, root)
    return found


def _read(folder: Path) -> City:
    from lgdkit.read.city import read_city

    found = disk.read_folder(folder)
    return read_city(found.texts, lost=[each.place.file for each in found.faults]).city
