"""The cities at a path, read and checked: those that may be drafted from, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from lgdkit.cli.space import found_at
from lgdkit.cli.terminal import fail, say, today

if TYPE_CHECKING:
    import datetime

    from lgdkit.diagnostics import Located
    from lgdkit.model.city import City as Data
    from lgdkit.model.workspace import Vocabulary
    from lgdkit.workspace import Space

Value = TypeVar("Value")


@dataclass(frozen=True)
class Batch:
    """The cities of one run: where they lie, whether there are several, and what they share."""

    path: Path
    several: bool
    day: datetime.date
    shared: Mapping[str, Vocabulary]

    def read(self, root: Path) -> Data | None:
        """Return a city; of one that nothing may be drafted from, say what is wrong and return None."""
        from lgdkit import disk, pipeline
        from lgdkit.diagnostics import Severity

        folder = disk.read_folder(root)
        checked = pipeline.check(
            folder.texts, self.day, folder.faults, kept=folder.kept, advice=False, shared=self.shared
        )
        errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
        if errors or checked.city.record is None:
            _tell_errors(root, errors)
            return None
        return checked.city


Task = Callable[[Path, "Data", Batch], Value]
"""What is done with a city: given its folder, the city and the batch. It may be sent to another process."""


@dataclass(frozen=True)
class _Job(Generic[Value]):
    """Reads a city and does a task with it; gives None for one that cannot be drafted from."""

    batch: Batch
    task: Task[Value]

    def __call__(self, root: Path) -> tuple[Value | None]:
        city = self.batch.read(root)
        return (None if city is None else self.task(root, city, self.batch),)


class Cities:
    """The cities at a path: gives those that may be drafted from, and says what is wrong with the others."""

    def __init__(self, path: Path) -> None:
        """Find the cities; where there is no such folder, the command ends."""
        if path.is_file():
            fail(f"{path} is a file; name the city's folder")
        if not path.is_dir():
            fail(f"there is no folder {path}")
        self.path = path
        found = found_at(path)
        self.roots, self.space = found.roots, found.space
        self.batch = Batch(path, len(self.roots) > 1, today(None), found.shared)
        self.broken = bool(found.space and _tell_workspace(found.space))
        """Whether there was one that nothing could be drafted from; known after the last one."""

    def __iter__(self) -> Iterator[tuple[Path, Data]]:
        """Give the folder of each city, and the city."""
        for root in self.roots:
            city = self.batch.read(root)
            if city is None:
                self.broken = True
            else:
                yield root, city

    def each(self, task: Task[Value], cluster: str | None = None) -> Iterator[Value]:
        """Do a task with each city, on all cores where that pays or on a cluster; give what comes of each."""
        job = _Job(self.batch, task)
        if len(self.roots) == 1 and cluster is None:
            results: Iterator[tuple[Value | None]] = iter([job(self.roots[0])])
        else:
            from lgdkit.cli.crew import over

            results = over(self.roots, job, Path.as_posix, cluster)
        for (found,) in results:
            if found is None:
                self.broken = True
            else:
                yield found


def read_cities(path: Path) -> Cities:
    """Return the cities at a path; a path that does not lead to a folder ends the command."""
    try:
        return Cities(path)
    except OSError as error:
        fail(f"there is no folder {path}: {error.strerror}")


def _tell_workspace(space: Space) -> bool:
    """Tell what is wrong with a workspace; say whether anything is."""
    from lgdkit.render.findings import finding_text

    for each in space.findings:
        say(
            finding_text(
                each, (space.root / each.file).as_posix(), lambda text, _: text, space.root.as_posix()
            )
        )
    return bool(space.findings)


def _tell_errors(root: Path, errors: Sequence[Located]) -> None:
    from lgdkit.render.plain import visible

    name = visible(root.as_posix())
    if not errors:
        say(f"{name}: no data, so nothing is drafted")
        return
    first = errors[0]
    count = f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
    where = f"{(root / first.file).as_posix()}:{first.span.line}: {first.diagnostic.message}"
    say(f"{name}: {count}, so nothing is drafted; the first is at {visible(where)}")
    say(f"  lgd check {name} shows each with its way out")
