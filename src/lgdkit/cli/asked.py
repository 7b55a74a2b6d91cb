"""Which cities, and which of their files, the paths on the command line ask for."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lgdkit import disk
from lgdkit.cli.space import found_at, space_at
from lgdkit.cli.terminal import fail

if TYPE_CHECKING:
    from lgdkit.workspace import Space

_ENDINGS = (".yaml", ".yml")


class AskedCity(NamedTuple):
    """A city's folder, the files of it that were asked for, or None for all, and its workspace if known."""

    root: Path
    only: frozenset[str] | None
    space: "Space | None" = None


class Asked(NamedTuple):
    """Each city once, in the order of the paths, and the workspaces that were named."""

    cities: Sequence[AskedCity]
    spaces: "Sequence[Space]" = ()


def asked_for(paths: Sequence[Path]) -> Asked:
    """Return the cities and workspaces that the paths lead to.

    A file is checked with its whole city, for what it refers to stands in others.
    """
    for path in paths:
        if not os.path.lexists(path):
            fail(f"there is no {path}")
        if not path.is_dir() and path.suffix not in _ENDINGS:
            fail(f"{path} is no data of a city: only files ending in .yaml or .yml are read")
    asked: dict[Path, tuple[Path, set[str] | None, Space | None]] = {}
    spaces: dict[Path, Space] = {}
    for path in paths:
        if path.is_dir():
            found = found_at(path)
            if found.space:
                spaces[path.resolve()] = found.space
            asked.update({root.resolve(): (root, None, found.space) for root in found.roots})
            continue
        space = space_at(path.parent) if path.name == disk.WORKSPACE else None
        if space:
            spaces[path.parent.resolve()] = space
            continue
        file = path.parent.resolve() / path.name
        root = disk.city_of(file)
        _, files, _ = asked.setdefault(root, (_shown(root, path), set(), None))
        if files is not None:
            files.add(file.relative_to(root).as_posix())
    cities = [
        AskedCity(shown, None if files is None else frozenset(files), space)
        for shown, files, space in asked.values()
    ]
    return Asked(cities, list(spaces.values()))


def _shown(root: Path, path: Path) -> Path:
    """Write a city's folder as the person would who wrote the path: from here, unless that was absolute."""
    return root if path.is_absolute() else Path(os.path.relpath(root, Path.cwd()))
