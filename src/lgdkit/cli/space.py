"""Which cities lie at a path: those of a workspace, if the folder is one, else those found below it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.cli.terminal import fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lgdkit.model.workspace import Vocabulary
    from lgdkit.workspace import Space

ALLOWED = "LGD_MEMBERS"
"""The environment variable with the folders outside a workspace from which members may be taken."""


class Found(NamedTuple):
    """The folders of the cities at a path, and the workspace, if there is one."""

    roots: list[Path]
    space: Space | None = None

    @property
    def shared(self) -> Mapping[str, Vocabulary]:
        """The vocabularies that the cities share, by id."""
        return self.space.vocabularies if self.space else {}


def found_at(path: Path) -> Found:
    """Return the cities at a folder."""
    from lgdkit import disk

    space = space_at(path)
    return Found(list(space.members), space) if space else Found(disk.find_cities(path))


def space_at(path: Path) -> Space | None:
    """Return the workspace in a folder, or None; where there is no `lgd.yaml`, this costs one look."""
    from lgdkit import disk

    return _opened(path) if os.path.lexists(f"{path}/{disk.WORKSPACE}") else None


@cache
def _opened(path: Path) -> Space | None:
    from lgdkit.workspace import open_workspace

    return open_workspace(path, allowed())


def allowed() -> tuple[Path, ...]:
    """Return the folders that the person allows members to be taken from."""
    folders = [Path(each).expanduser() for each in os.environ.get(ALLOWED, "").split(os.pathsep) if each]
    for each in folders:
        if not each.is_absolute():
            fail(f"{ALLOWED}: {each} is no whole path; write it from the root: {Path.cwd() / each}")
    return tuple(folders)
