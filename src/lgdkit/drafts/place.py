"""Puts files in their places: each whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lgdkit.artifact import Artifact

_HEAD, _TAIL = ".lgd-", ".tmp"


def replace(path: Path, content: bytes) -> None:
    """Put a file in its place at once: a temporary file beside it, written through to the disk, then renamed.

    Raises:
        OSError: the folder cannot be written to, or the disk is full; the old file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=_HEAD, suffix=_TAIL, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Write files that are not there yet: all of them, or none.

    Raises:
        FileExistsError: one of them is there already.
        OSError: the folder cannot be written to, or the disk is full.
    """
    made: list[Path] = []
    try:
        for each in artifacts:
            path = folder / each.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(each.content)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def put(path: Path, content: bytes) -> None:
    """Put down a file that a person named: whole or not at all; a link is followed, a device written to.

    Raises:
        OSError: it cannot be written; the old file is then as it was.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a pipe, a terminal, /dev/null: nothing may take its place
    else:
        replace(target, content)


def sync(folder: Path) -> None:
    """Write through to the disk which files a folder holds, where the system can; the order of steps needs it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # not every file system knows it
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Take away the temporary files that a killed run left in a folder; only the holder of the lock may."""
    for left in folder.glob(f"{_HEAD}*{_TAIL}"):
        left.unlink(missing_ok=True)


def read(path: Path) -> bytes | None:
    """Return what stands in a file, or None where nothing can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def behind_link(folder: Path, path: str) -> bool:
    """Say whether one of the folders between a folder and a path below it is a symbolic link."""
    return any((folder / each).is_symlink() for each in Path(path).parents)


def why(error: OSError) -> str:
    """Say in words what the system refused."""
    return error.strerror or type(error).__name__


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
