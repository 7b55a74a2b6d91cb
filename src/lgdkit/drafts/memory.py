"""What lgdkit remembers of its drafts, in `.lgd/` of the city's folder.

`base/` holds the text of each draft as it was last drafted, one file a draft. Git keeps such a file and a draft that
nobody edited as one object, and merges both in the same way; nothing else has to be merged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lgdkit.drafts import journal
from lgdkit.drafts.decide import digest
from lgdkit.drafts.journal import Entry
from lgdkit.drafts.place import behind_link, read, replace, sweep, sync, why

SAFE = re.compile(r"(?:[a-z0-9-]+/){0,2}[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+")
"""The paths that a draft may have: no name from the data leads out of the folder."""
_LEDGER_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_FOR_GIT = {
    ".gitignore": b"journal\nlock\n*.tmp\n",
    ".gitattributes": b"base/** -text merge=union linguist-generated\nforms/** -text merge=union linguist-generated\n",
}


class Memory:
    """The remembered texts, and what a killed run or an older version left to be taken in."""

    def __init__(self, folder: Path, drafts: Path) -> None:
        """Read what is there; nothing is written."""
        self._folder, self._drafts = folder, drafts
        self._bases = folder / "base"
        self._roots = (self._bases, drafts)
        self._linked = folder.is_symlink() or self._bases.is_symlink()
        self._entries = () if self._linked else journal.read(_read(folder / "journal"))
        self._digests = {} if self._linked else _ledger(_read(folder / "drafts"))
        self._settled: dict[str, bytes | None] = {}
        for each in self._entries:
            if SAFE.fullmatch(each.path) and (not each.origin or SAFE.fullmatch(each.origin)):
                self._settled.update(_settled(each, landed=each.landed(_read(drafts / each.path))))

    @property
    def fault(self) -> str:
        """Why nothing can be remembered, or nothing."""
        return ".lgd, where lgd keeps what it drafted, is a symbolic link" if self._linked else ""

    @property
    def pending(self) -> bool:
        """Whether a killed run or an older version left something to take in."""
        return bool(self._entries) or any(self._migrated())

    def text(self, path: str) -> bytes | None:
        """Return the text of a draft as it was last drafted, if it is known."""
        if path in self._settled:
            return self._settled[path]
        return None if self._linked or behind_link(self._bases, path) else _read(self._bases / path)

    def digests(self, path: str) -> frozenset[str]:
        """Return what an older version remembered of a draft."""
        return self._digests.get(path, frozenset())

    def paths(self) -> set[str]:
        """Return the paths of all drafts that are remembered."""
        found = set()
        if not self._linked:
            found = {each.relative_to(self._bases).as_posix() for each in self._bases.glob("*")}
            found |= {each.relative_to(self._bases).as_posix() for each in self._bases.glob("*/*")}
            found |= {each.relative_to(self._bases).as_posix() for each in self._bases.glob("*/*/*")}
        found = {path for path in found if SAFE.fullmatch(path)} - self._settled.keys()
        return (
            found | self._digests.keys() | {path for path, text in self._settled.items() if text is not None}
        )

    def take_in(self) -> None:
        """Finish what a killed run began, and take over what an older version remembered.

        Raises:
            OSError: it cannot be written; then it is as it was.
        """
        for name, text in _FOR_GIT.items():
            if not (self._folder / name).exists():
                replace(self._folder / name, text)
        sweep(self._folder)
        if self._entries:
            self.settle(self._entries, {each.path for each in self._entries if self._landed(each)})
            self._entries = ()
        migrated = dict(self._migrated())
        if migrated:
            for path, drafted in migrated.items():
                if drafted is not None:
                    self._remember(path, drafted)
            self._write_ledger(self._digests.keys() - migrated.keys())

    def begin(self, entries: Iterable[Entry]) -> str:
        """Write down what is about to be done; return why that is not possible, or nothing."""
        try:
            replace(self._folder / "journal", journal.written(entries))
        except OSError as error:
            return f".lgd, where lgd keeps what it drafted, cannot be written: {why(error)}"
        sync(self._folder)
        return ""

    def settle(self, entries: Sequence[Entry], landed: set[str]) -> None:
        """Remember the texts of the drafts that landed, and end the journal.

        Raises:
            OSError: not all could be written; the journal stays, and the next run goes on from it.
        """
        moved: list[Entry] = []
        folders = {root / folder for each in entries for folder in _folders(each) for root in self._roots}
        for folder in folders:
            sweep(folder)
        for each in entries:
            for path, text in _settled(each, landed=each.path in landed).items():
                self._remember(path, text)
            if each.origin and each.path in landed:
                moved.append(each)
        for each in moved:
            if _read(self._drafts / each.origin) == each.moved:
                (self._drafts / each.origin).unlink(missing_ok=True)
        for folder in folders:
            sync(folder)
        (self._folder / "journal").unlink(missing_ok=True)
        sync(self._folder)

    def forget_digests(self, paths: Iterable[str]) -> None:
        """Drop what an older version remembered of drafts whose texts are remembered now."""
        gone = self._digests.keys() & set(paths)
        if gone:
            self._write_ledger(self._digests.keys() - gone)

    def _landed(self, entry: Entry) -> bool:
        return entry.landed(_read(self._drafts / entry.path))

    def _migrated(self) -> Iterable[tuple[str, bytes | None]]:
        """Give the texts that follow from digests: of the drafts that are still what was drafted."""
        for path, digests in self._digests.items():
            if not SAFE.fullmatch(path) or self.text(path) is not None:
                yield path, None
                continue
            there = _read(self._drafts / path)
            if there is not None and digest(there) in digests:
                yield path, there

    def _write_ledger(self, paths: Iterable[str]) -> None:
        kept = {path: self._digests[path] for path in sorted(paths)}
        lines = [f"{each}  {path}\n" for path, digests in kept.items() for each in sorted(digests)]
        if lines:
            replace(self._folder / "drafts", "".join(lines).encode())
        else:
            (self._folder / "drafts").unlink(missing_ok=True)
        self._digests = kept

    def _remember(self, path: str, text: bytes | None) -> None:
        place = self._bases / path
        if behind_link(self._bases, path):
            raise OSError(0, "a symbolic link stands there")
        if text is None:
            place.unlink(missing_ok=True)
        elif _read(place) != text:
            replace(place, text)
        self._settled.pop(path, None)


def _folders(entry: Entry) -> set[Path]:
    return {Path(path).parent for path in (entry.path, entry.origin) if path}


def _settled(entry: Entry, *, landed: bool) -> Mapping[str, bytes | None]:
    """Return the texts to remember after an entry; None for one to forget."""
    if not landed:
        return {entry.path: entry.base_before}
    return {entry.path: entry.base_after, **({entry.origin: None} if entry.origin else {})}


def _read(path: Path) -> bytes | None:
    return None if path.is_symlink() else read(path)


def _ledger(text: bytes | None) -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for line in (text or b"").decode("utf-8", "replace").splitlines():
        match = _LEDGER_LINE.fullmatch(line)
        if match:
            known[match[2]] = known.get(match[2], frozenset()) | {match[1]}
    return known
