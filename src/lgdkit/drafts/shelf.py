"""Puts drafts on the disk: what people wrote in them is kept, and each is whole or not written at all."""

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from lgdkit.artifact import Artifact
from lgdkit.drafts import place
from lgdkit.drafts.decide import decide
from lgdkit.drafts.journal import Entry
from lgdkit.drafts.lock import PATIENCE, LockedError, locked
from lgdkit.drafts.memory import SAFE, Memory
from lgdkit.drafts.moved import moved_by_hand, renamed
from lgdkit.drafts.outcome import Kind, Outcome, Step, outcome_of

_UNREADABLE = "the file that stands there cannot be read"


@dataclass(frozen=True)
class Shelf:
    """Where drafts stand, and where lgdkit keeps what it remembers of them."""

    folder: Path
    memory: Path
    patience: float = PATIENCE
    """Seconds to wait for another run to end."""

    def write(
        self,
        artifacts: Iterable[Artifact],
        *,
        force: bool = False,
        mine: str = "",
        others: Collection[str] = (),
    ) -> Outcome:
        """Write what is new, with the edits of people.

        Args:
            artifacts: the drafts.
            force: write over what a person changed, and draft again what a person took away.
            mine: a pattern of paths; drafts among them that the data no longer gives are orphans.
            others: paths among them that the data gives and this run does not draft.
        """
        wanted = list(artifacts)
        memory = Memory(self.memory, self.folder)
        steps = self._plan(wanted, memory, force=force, mine=mine, others=others)
        if not memory.pending and not any(_changes(each) for each in steps):
            self._tidy()
            return outcome_of(steps)
        if memory.fault:
            return outcome_of(_refused(steps, memory.fault))
        try:
            with locked(self.memory / "lock", self.patience):
                memory = Memory(self.memory, self.folder)  # another run may have ended in between
                memory.take_in()
                steps = self._plan(wanted, memory, force=force, mine=mine, others=others)
                return outcome_of(self._carry_out(steps, memory))
        except LockedError as error:
            reason = f"another run of lgd is writing: {error}; if that one is dead, delete .lgd/lock"
            return outcome_of(_refused(steps, reason))
        except OSError as error:
            reason = f".lgd, where lgd keeps what it drafted, cannot be written: {place.why(error)}"
            return outcome_of(_refused(steps, reason))

    def compare(
        self, artifacts: Iterable[Artifact], *, mine: str = "", others: Collection[str] = ()
    ) -> Outcome:
        """Say what a run would do, and do nothing."""
        memory = Memory(self.memory, self.folder)
        return outcome_of(self._plan(list(artifacts), memory, force=False, mine=mine, others=others))

    def edit(self, path: str, there: bytes, content: bytes) -> str:
        """Put an edited draft in the place of what stands there; what is remembered of it stays as it is.

        Args:
            path: where it stands.
            there: what stood there when it was edited.
            content: what is to stand there.

        Returns:
            Why it was not written, or nothing.
        """
        reason = unsafe(self.folder, path)
        if reason:
            return reason
        memory = Memory(self.memory, self.folder)
        if memory.fault:
            return memory.fault
        try:
            with locked(self.memory / "lock", self.patience):
                memory.take_in()
                return self._put(Step(path, Kind.MERGED, there, content))
        except LockedError as error:
            return f"another run of lgd is writing: {error}; if that one is dead, delete .lgd/lock"
        except OSError as error:
            return place.why(error)

    def remembered(self) -> set[str]:
        """Return the paths of all drafts that lgdkit remembers."""
        return Memory(self.memory, self.folder).paths()

    def _plan(
        self,
        wanted: list[Artifact],
        memory: Memory,
        *,
        force: bool,
        mine: str,
        others: Collection[str],
    ) -> list[Step]:
        steps: list[Step] = []
        anew = force or not self.folder.exists()
        for each in wanted:
            reason = unsafe(self.folder, each.path)
            if reason:
                steps.append(Step(each.path, Kind.REFUSED, reason=reason))
                continue
            there, known = place.read(self.folder / each.path), memory.text(each.path)
            if there is None and (self.folder / each.path).exists():
                steps.append(Step(each.path, Kind.REFUSED, known=known, reason=_UNREADABLE))
                continue
            digests = memory.digests(each.path)
            steps.append(decide(each.path, each.content, there, known, digests=digests, force=anew))
        paths = {each.path for each in wanted}
        known_paths = memory.paths() if mine else set()
        gone = {path for path in known_paths if re.fullmatch(mine, path)} - paths - set(others)
        if gone and not anew:
            steps = self._moved(wanted, steps, gone, known_paths - gone, memory)
        taken = {each.origin for each in steps}
        left = [
            path for path in gone - taken if not unsafe(self.folder, path) and (self.folder / path).exists()
        ]
        return steps + [self._orphan(path, memory) for path in left]

    def _orphan(self, path: str, memory: Memory) -> Step:
        there, known = place.read(self.folder / path), memory.text(path)
        return Step(path, Kind.ORPHANED, there, known=known, edited=there != known)

    def _moved(
        self, wanted: list[Artifact], steps: list[Step], gone: set[str], other: set[str], memory: Memory
    ) -> list[Step]:
        """Let drafts that are there under an old id take the place of the new ones."""
        new = {each.path: each.content for each in wanted}
        fresh = {each.path for each in steps if each.known is None and each.there is None and each.content}
        found = {each.path: each.there for each in steps if each.kind is Kind.FOREIGN and each.there}
        if not fresh and not found:
            return steps
        last = {path: text for path in gone if not unsafe(self.folder, path) and (text := memory.text(path))}
        there = {path: text for path in last if (text := place.read(self.folder / path)) is not None}
        here = {path: last[path] for path in there}
        away = {path: last[path] for path in last.keys() - there.keys()}
        rest = {path: text for path in other if (text := memory.text(path))}
        pairs = renamed(here, {path: new[path] for path in fresh}, rest)
        by_hand = moved_by_hand(away, found)
        done: list[Step] = []
        for step in steps:
            path = step.path
            if path in pairs:
                old = pairs[path]
                again = decide(path, new[path], there[old], last[old])
                content = there[old] if again.content is None else again.content
                base = last[old] if again.base is None else again.base
                ours = replace(again, content=content, base=base, origin=old, moved=there[old])
                done.append(again if again.kind is Kind.REFUSED else ours)
            elif path in by_hand:
                old = by_hand[path]
                again = decide(path, new[path], found[path], last[old])
                base = last[old] if again.base is None else again.base
                done.append(again if again.kind is Kind.REFUSED else replace(again, base=base, origin=old))
            else:
                done.append(step)
        return done

    def _tidy(self) -> None:
        """Take away what a run left that was killed before it did anything; a run that is alive keeps it."""
        if not self.memory.is_symlink() and (self.memory / "lock").exists():
            with suppress(LockedError, OSError), locked(self.memory / "lock", 0):
                place.sweep(self.memory)

    def _carry_out(self, steps: list[Step], memory: Memory) -> list[Step]:
        jobs = [each for each in steps if _changes(each)]
        if not jobs:
            return steps
        entries = [Entry.of(each) for each in jobs]
        reason = memory.begin(entries)
        if reason:
            return _refused(steps, reason)
        folders = {(self.folder / each.path).parent for each in jobs}
        for folder in folders:
            place.sweep(folder)
        landed: set[str] = set()
        failed: dict[str, Step] = {}
        for each in jobs:
            reason = self._put(each)
            if reason:
                failed[each.path] = Step(each.path, Kind.REFUSED, each.there, reason=reason)
            else:
                landed.add(each.path)
        for folder in folders:
            place.sync(folder)
        try:
            memory.settle(entries, landed)
            memory.forget_digests(landed)
        except OSError:
            pass  # the journal stands, and the next run goes on from it
        return [failed.get(each.path, each) for each in steps]

    def _put(self, step: Step) -> str:
        """Put a draft in its place; return why that is not possible, or nothing."""
        if step.content is None:
            return ""
        target = self.folder / step.path
        if place.read(target) != (step.there if step.moved is None else None):
            return "somebody saved it while lgd was at work; run again"
        try:
            place.replace(target, step.content)
        except OSError as error:
            return place.why(error)
        return ""


def shelf_of(city: Path, out: Path | None) -> Shelf:
    """Return where the drafts of a city go: `drafts/` in its folder, or a folder that the person named."""
    return Shelf(city / "drafts", city / ".lgd") if out is None else Shelf(out, out / ".lgd")


def unsafe(folder: Path, path: str) -> str:
    """Say why a path in a folder may not be written: no name from the data and no link leads out of the folder."""
    if not SAFE.fullmatch(path):
        return "the name is not one of a draft"
    target = folder
    for part in Path(path).parts:
        target = target / part
        if target.is_symlink():
            return "a symbolic link stands there"
    if target.exists() and not target.is_file():
        return "something that is no file stands there"
    return "a symbolic link stands there" if folder.is_symlink() else ""


def _changes(step: Step) -> bool:
    return step.content is not None or step.base is not None


def _refused(steps: Iterable[Step], reason: str) -> list[Step]:
    """Refuse all that would be written."""
    return [
        Step(each.path, Kind.REFUSED, each.there, reason=reason) if _changes(each) else each for each in steps
    ]
