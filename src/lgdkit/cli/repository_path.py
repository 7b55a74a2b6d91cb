"""Paths as everybody who has the repository knows them: from its root."""

import os
from pathlib import Path


def repository_of(folder: Path) -> Path | None:
    """Return the root of the repository that a folder lies in, or None."""
    folder = folder.resolve()
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def from_repository(root: Path) -> str:
    """Return a folder as seen from the root of its repository; outside of one, from the current folder."""
    return Path(os.path.relpath(root.resolve(), repository_of(root) or Path.cwd())).as_posix()
