"""What `lgd check` does with one city; it may be sent to another process, and so may what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.cli.report import Looked, looked
from lgdkit.cli.terminal import fail

if TYPE_CHECKING:
    import datetime

    from lgdkit.cli.change import Change
    from lgdkit.cli.fixing import Mender
    from lgdkit.cli.selection import Selection
    from lgdkit.model.city import City
    from lgdkit.model.workspace import Vocabulary


class ToCheck(NamedTuple):
    """A city's folder, the files of it that were asked for, and the folder of its workspace."""

    root: Path
    only: frozenset[str] | None
    space: Path | None = None


class Look(NamedTuple):
    """Checks a city: how, and with what its workspace shares."""

    day: datetime.date
    chosen: Selection
    shared: Mapping[Path, Mapping[str, Vocabulary]]
    with_names: bool
    mender: Mender | None = None
    change: Change | None = None
    allowed: tuple[Path, ...] = ()
    """Folders outside of workspaces from which members may be taken."""
    run: str = ""
    """What tells this run from others: a worker of a cluster outlives it, and the files may be others then."""

    def __call__(self, city: ToCheck, *, only_mend: bool = False) -> Looked | None:
        """Return what was found; None where the city is only mended."""
        from lgdkit import disk, pipeline

        def others(name: str) -> City | None:
            from lgdkit.cli.at_hand import of_run  # only where another city is named

            return of_run(self.run, self.allowed).city(name, city.root, city.space)

        folder = disk.read_folder(city.root)
        known = {*folder.texts, *(fault.place.file for fault in folder.faults)}
        for file in sorted((city.only or known) - known):
            fail(
                f"{city.root / file} is no data of a city: drafts, templates and what is hidden are not read"
            )
        if self.mender:
            folder = self.mender.mend(folder, city.only)
        if only_mend:
            return None
        checked = pipeline.check(
            folder.texts,
            self.day,
            folder.faults,
            self.chosen.wanted,
            folder.kept,
            others,
            advice=self.chosen.advice,
            shared=self.shared.get(city.space) if city.space else None,
        )
        if checked.city.record and checked.city.record.appearance:
            from lgdkit.cli.letterhead import with_letterhead

            checked = with_letterhead(folder, checked)
        if self.change:
            checked = self.change.only_new(folder, checked, others)
        files = len(folder.texts)
        return looked(city.root, checked, files, city.only, self.chosen, with_names=self.with_names)
