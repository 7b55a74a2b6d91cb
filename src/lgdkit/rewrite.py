"""Puts changed data files back, and records beside them: each whole or not at all, never over what is newer."""

import contextlib
import os
import stat
from pathlib import Path

from lgdkit.drafts.place import replace


def rewrite(root: Path, file: str, old: bytes, new: bytes) -> str:
    """Put a new text in the place of an old one; return why it could not be done, or nothing.

    Args:
        root: the city's folder.
        file: the path of the file in it.
        old: the text that was read: another one is not written over.
        new: the text to write.
    """
    path = root / file
    reason = _unsafe(root, path)
    if reason:
        return reason
    try:
        if _read(path) != old:
            return "it was changed meanwhile; run lgd again"
        replace(path, new)
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def keep(root: Path, file: str, old: bytes | None, new: bytes) -> str:
    """Put a file of our own into the city's folder; return why it could not be done, or nothing.

    Args:
        root: the city's folder.
        file: the path of the file in it.
        old: what stands there: something else is not written over. None for nothing.
        new: what is to stand there.
    """
    path = root / file
    reason = _unsafe(root, path)
    if reason or old == new:
        return reason
    try:
        if (_read(path) if path.exists() else None) != old:
            return "it was changed meanwhile; run lgd again"
        replace(path, new)
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def drop(root: Path, file: str) -> None:
    """Take a file away that `keep` has put there in the same run."""
    with contextlib.suppress(OSError):
        (root / file).unlink()


def _unsafe(root: Path, path: Path) -> str:
    """Say why a path may not be written to: no link and no name leads out of the folder."""
    inside = path.relative_to(root).parts
    if ".." in inside:
        return "it lies outside the city's folder"
    if any(root.joinpath(*inside[: level + 1]).is_symlink() for level in range(len(inside))):
        return "a symbolic link stands there"
    return ""


def _read(path: Path) -> bytes | None:
    """Read an ordinary file; where there is something else, nothing."""
    flags = ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK")  # not all of them are known to every system
    handle = os.open(path, sum((getattr(os, flag, 0) for flag in flags), os.O_RDONLY))
    with os.fdopen(handle, "rb") as file:
        return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None


def create(root: Path, file: str, text: bytes) -> str:
    """Put down a file that is not there yet, whole or not at all; return why it could not be done, or nothing.

    Args:
        root: the city's folder.
        file: the path of the file in it; folders that are missing are made.
        text: what to write.
    """
    path = root / file
    parts = Path(file).parts
    if any(root.joinpath(*parts[: level + 1]).is_symlink() for level in range(len(parts))):
        return "a symbolic link stands there"
    whole = path.with_name(f".lgd-{os.getpid()}.tmp")
    try:
        replace(whole, text)
        try:
            os.link(whole, path)  # unlike a renaming, this never takes the place of another file
        except FileExistsError:
            return "something stands there already"
        except OSError:  # a disk that knows no second names
            with path.open("xb") as new:
                new.write(text)
        finally:
            whole.unlink()
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""
