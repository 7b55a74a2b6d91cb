"""`lgd fmt`: data files in the one layout."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from collections.abc import Collection

    from lgdkit.disk import Folder


def fmt(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the files that are laid out otherwise.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
) -> None:
    """Lay data files out in one way.

    Data and comments stay. A file in which that is not sure, that is no YAML, or whose text has a fault, such as
    an anchor or an alias, is named and left alone.

    Each PATH is a city's folder, a folder of cities, or a file; without one, it is the folder you are in; - reads
    a text and prints it.

    Example: lgd fmt --check examples/espoo

    Exit status 1 where a file was left alone, and with --check or --diff where one is laid out otherwise.
    """
    from lgdkit import disk
    from lgdkit.cli.asked import asked_for

    run = _Run(check=check, diff=diff)
    if paths == ["-"]:
        run.text(sys.stdin.buffer.read(disk.MAX_BYTES + 1))
        stop(run.status)
    if "-" in (paths or ()):
        fail("- stands for one text: name it alone")
    asked = asked_for([Path(each) for each in paths or ["."]])
    for space in asked.spaces:
        raw = disk.workspace_text(space.root)
        if raw is not None:
            run.file(space.root, disk.WORKSPACE, (space.root / disk.WORKSPACE).as_posix(), raw)
    for city in asked.cities:
        run.folder(disk.read_folder(city.root), city.only)
    run.tell()
    stop(run.status)


@dataclass
class _Run:
    """What one run does with the files, and what became of them."""

    check: bool
    diff: bool
    changed: int = 0
    same: int = 0
    left: int = 0
    refused: int = 0

    @property
    def status(self) -> int:
        """The exit status."""
        if self.refused:
            return 2
        return int(bool(self.left or (self.changed and (self.check or self.diff))))

    def folder(self, folder: Folder, only: Collection[str] | None) -> None:
        """Lay out the files of a city, or those of them that were asked for."""
        from lgdkit.render.plain import visible

        faults = {each.place.file: each.message for each in folder.faults}
        for file in sorted(only if only is not None else {*folder.texts, *faults}):
            path = folder.root / file
            name = visible(path.as_posix())
            if file in faults:
                self._leave(name, faults[file])
            elif file not in folder.texts:
                fail(f"{name} is no data of a city: drafts, templates and what is hidden are not read")
            else:
                self.file(folder.root, file, name, folder.texts[file])

    def text(self, raw: bytes) -> None:
        """Lay out a text, and print it."""
        new = self._laid_out("<stdin>", raw)
        if new is None:
            return
        if new == raw and self.diff:
            return
        if new != raw:
            self.changed += 1
            self._show("<stdin>", raw, new)
        if not self.check and not self.diff:
            typer.echo(new, nl=False)

    def tell(self) -> None:
        """Say how many files there were."""
        done = "would be laid out anew" if self.check or self.diff else "laid out anew"
        parts = [f"{_counted(self.changed)} {done}"] * bool(self.changed)
        parts += [f"{_counted(self.same)} in the layout"] * bool(self.same)
        parts += [f"{_counted(self.left + self.refused)} left alone"] * bool(self.left + self.refused)
        say(f"{', '.join(parts) or 'No file'}.")

    def file(self, root: Path, file: str, name: str, raw: bytes) -> None:
        """Lay out one file."""
        new = self._laid_out(name, raw)
        if new is None:
            return
        if new == raw:
            self.same += 1
            return
        if self.check or self.diff:
            self._show(name, raw, new)
            self.changed += 1
            return
        from lgdkit.rewrite import rewrite

        reason = rewrite(root, file, raw, new)
        if reason:
            self.refused += 1
            say(f"{name}: not written: {reason}")
        else:
            self.changed += 1
            typer.echo(name)

    def _laid_out(self, name: str, raw: bytes) -> bytes | None:
        from lgdkit.edit.format import formatted

        found = formatted(raw)
        if not found.reason:
            return found.text
        self._leave(f"{name}:{found.line}" if found.line else name, found.reason)
        return None

    def _leave(self, name: str, reason: str) -> None:
        from lgdkit.render.plain import visible

        self.left += 1
        say(f"{name}: left alone: {visible(reason)}")

    def _show(self, name: str, old: bytes, new: bytes) -> None:
        if self.diff:
            from lgdkit.cli.difference import difference

            typer.echo(difference(name, old, new), nl=False)
        elif name != "<stdin>":
            typer.echo(name)


def _counted(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"
