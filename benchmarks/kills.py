"""Kills runs of lgdkit that write drafts, at random moments or at every step, and looks for what got lost.

The drafts of an example are drafted again and again from data that changes, while a person edits them. Each run is
killed with SIGKILL. After each kill every edit must stand in a draft, each draft must be the old one or the new one,
and the next run must end with exactly the files that a run without a kill gives.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from lgdkit import disk, pipeline
from lgdkit.artifact import Artifact
from lgdkit.drafting import Drafter
from lgdkit.drafts import Kind, Outcome, shelf_of

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
MINE = r"mou/.*"
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod"})
_MARK = re.compile(r"^(<{7}|\|{7}|>{7}) .*\n|^={7}\n", re.M)
_FRESH_START = 60
_NO_LONGER = 6
_RENAMED = ("umea-hamn", "umea-port")

Files = dict[str, bytes]


class LostError(Exception):
    """Something that must hold does not."""


def variants(example: str, most: int) -> list[list[Artifact]]:
    """Return the memoranda of a city, from data that differs in words, in the order of languages, and in an id."""
    texts = dict(disk.read_folder(EXAMPLES / example).texts)
    changes: tuple[Callable[[str], str], ...] = (
        lambda text: text,
        lambda text: text.replace("Climate City Contract", "Climate City Contract, amended"),
        lambda text: text.replace("Municipality", "Town").replace("kommun,", "stad,"),
        lambda text: re.sub(rf"\b{_RENAMED[0]}\b", _RENAMED[1], text),
        lambda text: text.replace("climate roadmap", "climate plan").replace(
            "languages: [sv, en]", "languages: [en, sv]"
        ),
    )
    found = []
    for change in changes:
        changed = {name: change(text.decode()).encode() for name, text in texts.items()}
        city = pipeline.check(changed, date(2026, 11, 22)).city
        partners = [each for each in city.stakeholders if each.id != city.organisation]
        first = [each for each in partners if each.id in _RENAMED]
        partners = [*first, *(each for each in partners if each not in first)][:most]
        found.append(Drafter(disk.read_templates()).memoranda(city, partners, ())[0])
    return found


def files(root: Path) -> Files:
    """Return what stands in a folder, without what a run needs only while it runs."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in ("lock", "journal") and not path.name.endswith(".tmp")
    }


class Person:
    """Edits drafts, and remembers every sentence."""

    def __init__(self, drafts: Path, dice: random.Random) -> None:
        self._drafts, self._dice = drafts, dice
        self.sentences: list[str] = []

    def edit(self, count: int) -> None:
        """Write a sentence of their own into some of the drafts, in a line of its own or at the end of one."""
        paths = sorted(self._drafts.rglob("*.md"))
        for path in self._dice.sample(paths, count):
            lines = path.read_bytes().decode().split("\n")
            sentence = f"The lawyer's sentence {len(self.sentences)} of {self._dice.random()}."
            at = self._dice.randrange(len(lines) - 1)
            if self._dice.random() < 0.3 and lines[at] and not _MARK.match(f"{lines[at]}\n"):
                lines[at] = f"{lines[at]} {sentence}"
            else:
                lines.insert(at, sentence)
            path.write_bytes("\n".join(lines).encode())
            self.sentences.append(sentence)

    def settle(self, path: Path) -> None:
        """Settle a conflict: keep what both sides say."""
        path.write_bytes(_MARK.sub("", path.read_bytes().decode()).encode())

    def look(self, when: str) -> None:
        """Find every sentence."""
        text = "\n".join(path.read_bytes().decode() for path in self._drafts.rglob("*.md"))
        lost = [each for each in self.sentences if each not in text]
        if lost:
            raise LostError(f"{when}: lost {lost}")


def draft(city: Path, wanted: list[Artifact], *, force: bool = False) -> Outcome:
    """Do what `lgd mou` does at its end."""
    return shelf_of(city, None).write(wanted, mine=MINE, force=force)


def killed(city: Path, wanted: list[Artifact], after: float | None, step: int | None) -> bool:
    """Run in a process of its own and kill it; return whether it was still running."""
    child = os.fork()
    if not child:
        if step is not None:
            _end_at(step, str(city))
        draft(city, wanted)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] != 0


def _end_at(step: int, city: str) -> None:
    """End this process at once when it is about to change the city's files for the nth time."""
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if (
            event not in _STEPS
            or city not in str(arguments[0])
            or (event == "open" and not _writes(arguments))
        ):
            return
        if count == step:
            os._exit(9)
        count += 1

    sys.addaudithook(hook)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


class Trial:
    """A city that is drafted, edited, killed and drafted again."""

    def __init__(self, folder: Path, example: str, seed: int, partners: int) -> None:
        self._city, self._other = folder / "city", folder / "other"
        self._variants = variants(example, partners)
        self._dice = random.Random(seed)
        self._city.mkdir()
        draft(self._city, self._variants[0])
        self._person = Person(self._city / "drafts", self._dice)
        self._last = self._variants[0]
        self.seen: Counter[str] = Counter()

    def turn(self, number: int, step: int | None = None) -> bool:
        """Let a person edit, the data change, and a run be killed; return whether it was."""
        if number % _FRESH_START == 0:
            draft(self._city, self._variants[0], force=True)
            self._person.sentences.clear()
        others = [each for each in self._variants if each is not self._last]
        self._last = wanted = self._dice.choice(others)
        self._person.edit(self._dice.randint(1, 6))
        before, after, end = self._without_kill(wanted)
        running = killed(self._city, wanted, self._dice.uniform(0, end) if step is None else None, step)
        self._look_at(before, after)
        meddled = self._dice.random() < 0.3
        if meddled:
            self._person.edit(2)
        outcome = draft(self._city, wanted)
        self._person.look("after the next run")
        if outcome.refused:
            raise LostError(f"refused: {outcome.refused}")
        if not meddled and files(self._city) != after:
            raise LostError("the next run ends otherwise than a run without a kill")
        left = [
            path.name
            for path in self._city.rglob("*")
            if path.name in ("lock", "journal") or path.suffix == ".tmp"
        ]
        if left:
            raise LostError(f"left over: {left}")
        for each in outcome.of(Kind.CONFLICT, Kind.UNRESOLVED):
            self.seen["drafts with a conflict"] += 1
            self._person.settle(self._city / "drafts" / each.path)
        self.seen["edits there after the kill"] += len(self._person.sentences)
        self.seen["edited by a person between kill and next run"] += meddled
        return running

    def _without_kill(self, wanted: list[Artifact]) -> tuple[Files, Files, float]:
        """Run on a copy; return the files before and after, and how long it took."""
        shutil.rmtree(self._other, ignore_errors=True)
        shutil.copytree(self._city, self._other)
        before = files(self._city)
        start = time.monotonic()
        draft(self._other, wanted)
        return before, files(self._other), (time.monotonic() - start) * 1.1

    def _look_at(self, before: Files, after: Files) -> None:
        """Look at what a killed run left."""
        self._person.look("after the kill")
        now = files(self._city)
        mixed = [name for name, content in now.items() if content not in (before.get(name), after.get(name))]
        gone = [name for name in before if name not in now and name in after]
        if mixed or gone:
            raise LostError(f"neither old nor new: {mixed}; gone: {gone}")
        kind = (
            "before anything changed"
            if now == before
            else "in the midst"
            if now != after
            else "after the last change"
        )
        self.seen[f"killed {kind}" if before != after else "nothing to change"] += 1
        self.seen["a journal was left"] += (self._city / ".lgd/journal").exists()


def at_every_step(trial: Trial, most: int) -> Iterator[int]:
    """Kill runs at their first step, at their second one, and so on, until no run takes so many."""
    ended = 0
    for step in range(most):
        ended = 0 if trial.turn(step + 1, step) else ended + 1
        if ended == _NO_LONGER:
            return
        yield step


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument(
        "--every-step", type=int, default=0, metavar="MOST", help="kill at each step instead, up to so many"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--example", default="umea")
    parser.add_argument("--partners", type=int, default=100, metavar="MOST", help="draft for so many only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lgd-kills-") as folder:
        tempfile.tempdir = folder  # what a killed run has there, too, goes at the end
        trial = Trial(Path(folder), asked.example, asked.seed, asked.partners)
        done: dict[str, object] = {"seed": asked.seed}
        try:
            if asked.every_step:
                done["killed at each step up to"] = max(at_every_step(trial, asked.every_step))
            else:
                done["kills"] = asked.kills
                done["caught running"] = sum(trial.turn(number) for number in range(asked.kills))
        except LostError as error:
            print(f"seed {asked.seed}: {error}")
            sys.exit(1)
        print(json.dumps({**done, **dict(sorted(trial.seen.items()))}, indent=2))


if __name__ == "__main__":
    main()
