"""Puts the other forms of drafts beside them: Word files, PDFs and web pages, which nothing can be merged into.

Of each, `.lgd/forms/` remembers its digest and what it was made from. The new digest is written down before the file
and the old one taken away after it, so that after a kill the file is known in either state.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from lgdkit.drafts import place
from lgdkit.drafts.decide import digest
from lgdkit.drafts.lock import PATIENCE, LockedError, locked
from lgdkit.drafts.memory import SAFE
from lgdkit.drafts.shelf import Shelf, unsafe

_LINE = re.compile(rb"([0-9a-f]{64}) ([0-9a-f]{64})")


class Standing(StrEnum):
    """How a form stands."""

    NEW = "new"
    """There is none yet."""
    CURRENT = "current"
    """It was made from what it would be made from now."""
    STALE = "stale"
    """It is as it was made, from something older."""
    CHANGED = "changed"
    """A person changed it."""
    FOREIGN = "foreign"
    """Something stands there that lgdkit never made."""
    REFUSED = "refused"
    """Nothing can be written there; the reason says why."""


WRITABLE = frozenset({Standing.NEW, Standing.STALE})


@dataclass(frozen=True)
class Form:
    """A form at a path, and how it stands."""

    path: str
    key: str
    """The digest of all that it is made from."""
    standing: Standing
    reason: str = ""
    there: str = ""
    """The digest of what stands there."""


class FormShelf:
    """Where the forms of drafts stand: beside the drafts."""

    def __init__(self, shelf: Shelf) -> None:
        """Take the shelf of the drafts."""
        self.folder = shelf.folder
        self._memory = shelf.memory
        self._patience = PATIENCE

    def look(self, path: str, key: str, *, force: bool = False) -> Form:
        """Say how a form stands that would now be made from what has this key; `force` writes over all."""
        reason = unsafe(self.folder, path) or self._memory_fault()
        if reason:
            return Form(path, key, Standing.REFUSED, reason)
        there = place.read(self.folder / path)
        if there is None:
            return Form(path, key, Standing.NEW)
        found = digest(there)
        known = self._known(path)
        if found in known:
            standing = Standing.CURRENT if known[found] == key else Standing.STALE
        else:
            standing = Standing.STALE if force else Standing.CHANGED if known else Standing.FOREIGN
        return Form(path, key, standing, there=found)

    def remembered(self) -> set[str]:
        """Return the paths of all forms that lgdkit remembers."""
        folder = self._memory / "forms"
        if self._memory_fault() or not folder.is_dir():
            return set()
        found = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
        return {each for each in found if SAFE.fullmatch(each)}

    def put(self, form: Form, content: bytes) -> str:
        """Put a form in its place, whole or not at all; return why that is not possible, or nothing."""
        target = self.folder / form.path
        try:
            with locked(self._memory / "lock", self._patience):
                there = place.read(target)
                if (digest(there) if there is not None else "") != form.there:
                    return "somebody saved it while lgd was at work; run again"
                new = {digest(content): form.key}
                self._remember(form.path, {**self._known(form.path), **new})
                if there != content:
                    place.replace(target, content)
                self._remember(form.path, new)
        except LockedError as error:
            return f"another run of lgd is writing: {error}; if that one is dead, delete .lgd/lock"
        except OSError as error:
            return place.why(error)
        return ""

    def _memory_fault(self) -> str:
        links = any(each.is_symlink() for each in (self._memory, self._memory / "forms"))
        return ".lgd, where lgd keeps what it drafted, is a symbolic link" if links else ""

    def _known(self, path: str) -> dict[str, str]:
        """Return the digests that a form may have, each with what it was made from then."""
        lines = (place.read(self._memory / "forms" / path) or b"").splitlines()
        return {match[1].decode(): match[2].decode() for each in lines if (match := _LINE.fullmatch(each))}

    def _remember(self, path: str, known: dict[str, str]) -> None:
        target = self._memory / "forms" / path
        if target.is_symlink() or place.behind_link(self._memory / "forms", path):
            raise OSError(0, "a symbolic link stands in .lgd/forms")
        place.replace(target, "".join(f"{each} {key}\n" for each, key in sorted(known.items())).encode())
