"""What `lgd check` tells of what it found: on the terminal, and in files for others."""

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.cli.selection import Selection
from lgdkit.cli.target import Target
from lgdkit.cli.terminal import colours, fail, say
from lgdkit.diagnostics import Located
from lgdkit.render.findings import Paint, Tally, finding_line, finding_text

if TYPE_CHECKING:
    from lgdkit.pipeline import Checked

_FOR_PEOPLE = ("text", "concise")


class Looked(NamedTuple):
    """What a check of one city gives: small enough to be sent from one process to another."""

    root: Path
    id: str
    """The city's id; empty where it is not known, and for a workspace."""
    records: int
    files: int
    shown: Sequence[Located]
    light: Sequence[Located]
    """Findings that are too light to be shown."""
    where: Sequence[str] = ()
    """Of each finding that is shown, the record that it is about, for machine formats."""
    only: Collection[str] | None = None
    """The files that were asked for, or None for all."""
    cities: int = 1


def looked(
    root: Path,
    checked: "Checked",
    files: int,
    only: Collection[str] | None,
    selection: Selection,
    *,
    with_names: bool,
) -> Looked:
    """Choose what is shown of a city's findings.

    Args:
        root: its folder.
        checked: the city and its findings.
        files: how many files it has.
        only: which of them were asked for.
        selection: what the person wants to see.
        with_names: whether to say of each finding which record it is about.
    """
    asked = [each for each in checked.findings if only is None or each.file in only]
    shown, light = selection.parted(asked)
    where: tuple[str, ...] = ()
    if with_names and shown:
        from lgdkit.check.accept import names_of, path_of

        names = names_of(checked.city)
        where = tuple(path_of(each.diagnostic.place, names) for each in shown)
    id_ = checked.city.record.id if checked.city.record else ""
    return Looked(root, id_, len(checked.city.records()), files, shown, light, where, only)


def looked_at_workspace(root: Path, findings: Sequence[Located], files: int, selection: Selection) -> Looked:
    """Choose what is shown of what is wrong with a workspace itself."""
    shown, light = selection.parted(findings)
    return Looked(root, "", 0, files, shown, light, tuple("." for _ in shown), None, 0)


class Reporter:
    """Gathers the findings of a run, and tells them at its end."""

    def __init__(self, targets: Sequence[Target], selection: Selection) -> None:
        """Take where each format goes, and what the person wants to see."""
        self._targets = targets
        self._selection = selection
        self._tally = Tally(selection.least)
        self._texts: dict[Target, list[str]] = {each: [] for each in targets if each.form in _FOR_PEOPLE}
        self._paints = {each: _paint(each) for each in self._texts}
        self._machine = None
        if len(self._texts) < len(targets):
            from lgdkit.cli.machine import Machine

            self._machine = Machine()
        self.with_names = self._machine is not None
        """Whether each finding has to come with the record that it is about."""
        self.streams = False
        """Whether what is printed for people is printed city by city, rather than at the end."""
        self.count = 0
        """How many findings are told."""
        self.explains = any(each.form == "text" and each.file is None for each in targets)
        """Whether somebody reads the findings with all that helps, rather than a program."""
        self.fixable = 0
        """How many of them have one right answer."""

    def add(self, found: Looked) -> None:
        """Add what was found in a city or in the file of a workspace."""
        self.count += len(found.shown)
        self.fixable += sum(bool(each.diagnostic.fixes) for each in found.shown)
        self._tally.add(found.records, found.files, found.shown, found.light, found.cities)
        for target, texts in self._texts.items():
            paint = self._paints[target]
            told: list[str] = []
            if found.shown:
                root = _folder(found.root, target)
                told += [_text(target.form, each, root, found.only, paint) for each in found.shown]
            if self.streams and target.file is None:
                sys.stdout.write("".join(told))
            else:
                texts += told
        if self._machine:
            self._machine.add(found)

    def tell(self) -> None:
        """Write the files, then print; where all goes to files, say in a line how it went."""
        summary = self._tally.line()
        made = {target: "".join([*texts, f"{summary}\n"]) for target, texts in self._texts.items()}
        if self._machine:
            from lgdkit.render.formats import writer_of

            report = self._machine.report(summary)
            made.update({each: writer_of(each.form)(report) for each in self._targets if each not in made})
        for target, text in made.items():
            if target.file is not None:
                _put(target.file, text)
        printed = [text for target, text in made.items() if target.file is None]
        if printed:
            sys.stdout.write(printed[0])
        else:
            say(summary)


def _paint(target: Target) -> Paint:
    return colours() if target.file is None else lambda text, _: text


def _folder(root: Path, target: Target) -> Path:
    """Return a city's folder from the root of the repository; outside of one, on the terminal, as it was asked for."""
    from lgdkit.cli.repository_path import from_repository, repository_of

    return root if target.file is None and repository_of(root) is None else Path(from_repository(root))


def _text(form: str, found: Located, root: Path, only: Collection[str] | None, paint: Paint) -> str:
    """Write a finding for people, with its file as they know it."""
    name = (root / found.file).as_posix()
    if only is not None and name.startswith("../"):
        name = os.path.relpath(name)  # a file asked for by its name is shown by it
    if form == "concise":
        return finding_line(found, name, paint)
    return finding_text(found, name, paint, root.as_posix()) + "\n"


def _put(file: Path, text: str) -> None:
    from lgdkit.drafts.place import put

    try:
        put(file, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror or type(error).__name__}")
