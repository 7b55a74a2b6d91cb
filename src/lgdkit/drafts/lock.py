"""One run at a time: a lock in the city's `.lgd/`, with its owner in it.

The system holds the lock and lets it go when its owner ends, however it ends: what a killed run leaves behind is
an unlocked file, which the next run takes. Other machines on a shared disk may not see each other's locks; so a
file that another machine wrote counts as held until it is so old that no run can be alive.
"""

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_AT_ONCE = 0.05
PATIENCE = 20.0
"""Seconds to wait for another run; drafting a city takes one or two."""
STALE = 3600.0
"""Seconds after which the lock of another machine is taken for left behind."""


class LockedError(Exception):
    """Another run holds the lock; the text says who."""


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock while a run reads and writes.

    Raises:
        LockedError: another run held it all the time.
        OSError: the lock cannot be written, so nothing else can.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + patience
    while (file := _take(path)) is None:
        if time.monotonic() >= end:
            raise LockedError(_owner(path))
        time.sleep(_AT_ONCE)
    try:
        yield
    finally:
        _give_back(path, file)


def _take(path: Path) -> IO[bytes] | None:
    """Try once; a file of ours comes back locked, with our name in it."""
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666), "r+b")
    try:
        if not _hold(file) or not _is_at(file, path):
            file.close()
            return None
        owner = file.read(200).decode("utf-8", "replace")
        if owner and _host(owner) != socket.gethostname() and time.time() - path.stat().st_mtime < STALE:
            file.close()
            return None
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()} on {socket.gethostname()}\n".encode())
        file.flush()
    except BaseException:
        file.close()
        raise
    return file


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Say whether the file that we locked is still the one at the path: its owner takes it away at the end."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _give_back(path: Path, file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        file.truncate()  # there no file can be taken away that is open
        file.close()
        return
    path.unlink(missing_ok=True)
    file.close()


def _owner(path: Path) -> str:
    try:
        owner = path.read_bytes().decode("utf-8", "replace").strip()
    except OSError:
        owner = ""
    return f"process {owner}" if owner else "another process"


def _host(owner: str) -> str:
    return owner.strip().partition(" on ")[2]


if sys.platform == "win32":

    def _hold(file: IO[bytes]) -> bool:
        import msvcrt

        try:
            file.seek(1 << 30)  # far behind the text, which others may read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        file.seek(0)
        return True

else:

    def _hold(file: IO[bytes]) -> bool:
        import fcntl

        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
