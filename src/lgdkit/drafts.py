"""Puts drafts on the disk: each whole or not at all, and never over what a person wrote.

A ledger in `.lgd/drafts` of the city's folder keeps a digest of every draft as it was made, one sorted line
each. A file that is not what the ledger says was edited by a person, and is left alone.
"""

import difflib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lgdkit.artifact import Artifact

LEDGER = Path(".lgd") / "drafts"
_SAFE = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+")
_TEMPORARY = (".lgd-", ".tmp")
_NO_LINE_END = "\\ No newline at end of file"
_LEDGER_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


@dataclass(frozen=True)
class Outcome:
    """What a run did or would do, by the paths of the drafts."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    """Files that a person wrote or changed; they were left as they are."""
    orphaned: tuple[str, ...] = ()
    """Drafts that the data no longer gives; they were left where they are."""
    refused: tuple[tuple[str, str], ...] = ()
    """Paths that could not be written, each with the reason."""


@dataclass(frozen=True)
class Shelf:
    """Where drafts stand and where their digests are kept."""

    folder: Path
    ledger: Path

    def write(self, artifacts: Iterable[Artifact], *, force: bool = False, mine: str = "") -> Outcome:
        """Write what is new.

        Args:
            artifacts: the drafts.
            force: write over what a person changed, too.
            mine: a pattern of the paths that this run makes all of: older ones among them are orphans.
        """
        wanted = sorted(artifacts, key=lambda each: each.path)
        known = self._read_ledger()
        plan, outcome = self._plan(wanted, known, force=force, mine=mine)
        if not plan:
            return outcome
        new = {each.path: frozenset({_digest(each.content)}) for each in plan}
        # both digests stand in the ledger while the files change: after a kill either state is known as ours
        both = {path: known.get(path, frozenset()) | digests for path, digests in new.items()}
        reason = self._write_ledger({**known, **both})
        if reason:
            refused = sorted((*outcome.refused, *((each.path, reason) for each in plan)))
            return Outcome((), *_kept(outcome), tuple(refused))
        self._sweep(plan)
        written: list[str] = []
        refused = list(outcome.refused)
        for each in plan:
            try:
                replace(self.folder / each.path, each.content)
                written.append(each.path)
            except OSError as error:
                refused.append((each.path, _why(error)))
        # if this fails, the ledger knows both digests of each file still, which loses nothing
        self._write_ledger({**known, **{path: new[path] for path in written}})
        return Outcome(tuple(written), *_kept(outcome), tuple(sorted(refused)))

    def compare(self, artifacts: Iterable[Artifact], *, mine: str = "") -> Outcome:
        """Say what a run would write, and write nothing."""
        wanted = sorted(artifacts, key=lambda each: each.path)
        plan, outcome = self._plan(wanted, self._read_ledger(), force=False, mine=mine)
        return Outcome(tuple(each.path for each in plan), *_kept(outcome), outcome.refused)

    def difference(self, artifact: Artifact) -> str:
        """Return what a run would change in a file, as a unified diff."""
        old = _read(self.folder / artifact.path) or b""
        before, after = (
            text.decode("utf-8", "replace").splitlines(keepends=True) for text in (old, artifact.content)
        )
        found = difflib.unified_diff(before, after, f"a/{artifact.path}", f"b/{artifact.path}")
        return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}\n" for line in found)

    def _plan(
        self, wanted: list[Artifact], known: dict[str, frozenset[str]], *, force: bool, mine: str
    ) -> tuple[list[Artifact], Outcome]:
        plan: list[Artifact] = []
        unchanged: list[str] = []
        edited: list[str] = []
        refused: list[tuple[str, str]] = []
        for each in wanted:
            reason = self._unsafe(each.path)
            if reason:
                refused.append((each.path, reason))
                continue
            there = _read(self.folder / each.path)
            if there is None and (self.folder / each.path).exists():
                refused.append((each.path, "the file that stands there cannot be read"))
            elif there == each.content and _digest(there) in known.get(each.path, ()):
                unchanged.append(each.path)
            elif (
                there is None or there == each.content or force or _digest(there) in known.get(each.path, ())
            ):
                plan.append(each)
            else:
                edited.append(each.path)
        paths = {each.path for each in wanted}
        orphaned = [
            path
            for path in sorted(known)
            if mine and re.fullmatch(mine, path) and path not in paths and (self.folder / path).exists()
        ]
        return plan, Outcome((), tuple(unchanged), tuple(edited), tuple(orphaned), tuple(refused))

    def _unsafe(self, path: str) -> str:
        """Say why a path may not be written: no name from the data and no link leads out of the folder."""
        if not _SAFE.fullmatch(path):
            return "the name is not one of a draft"
        target = self.folder
        for part in Path(path).parts:
            target = target / part
            if target.is_symlink():
                return "a symbolic link stands there"
        if target.exists() and not target.is_file():
            return "something that is no file stands there"
        return "a symbolic link stands there" if self.folder.is_symlink() else ""

    def _read_ledger(self) -> dict[str, frozenset[str]]:
        text = _read(self.ledger) or b""
        known: dict[str, frozenset[str]] = {}
        for line in text.decode("utf-8", "replace").splitlines():
            match = _LEDGER_LINE.fullmatch(line)
            if match:
                known[match[2]] = known.get(match[2], frozenset()) | {match[1]}
        return known

    def _write_ledger(self, known: dict[str, frozenset[str]]) -> str:
        """Write the ledger if it changed; return why it cannot be written, or nothing."""
        lines = sorted((path, digest) for path, digests in known.items() for digest in digests)
        text = "".join(f"{digest}  {path}\n" for path, digest in lines).encode()
        name = f"{self.ledger.parent.name}/{self.ledger.name}"
        if self.ledger.parent.is_symlink() or self.ledger.is_symlink():
            return f"{name}, the list of drafts, is a symbolic link"
        if text == _read(self.ledger):
            return ""
        try:
            replace(self.ledger, text)
        except OSError as error:
            return f"{name}, the list of drafts, cannot be written: {_why(error)}"
        return ""

    def _sweep(self, plan: list[Artifact]) -> None:
        """Take away the temporary files of a run that was killed."""
        for folder in {self.ledger.parent, *((self.folder / each.path).parent for each in plan)}:
            for left in folder.glob(f"{_TEMPORARY[0]}*{_TEMPORARY[1]}"):
                left.unlink(missing_ok=True)


def shelf_of(city: Path, out: Path | None) -> Shelf:
    """Return where the drafts of a city go: `drafts/` in its folder, or a folder that the person named."""
    return Shelf(city / "drafts", city / LEDGER) if out is None else Shelf(out, out / LEDGER)


def replace(path: Path, content: bytes) -> None:
    """Put a file in its place at once: a temporary file beside it, written through to the disk, then renamed.

    Raises:
        OSError: the folder cannot be written to, or the disk is full; the old file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY[0], suffix=_TEMPORARY[1], dir=path.parent)
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(content: bytes | None) -> str:
    return hashlib.sha256(content or b"").hexdigest()


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _kept(outcome: Outcome) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return outcome.unchanged, outcome.edited, outcome.orphaned
