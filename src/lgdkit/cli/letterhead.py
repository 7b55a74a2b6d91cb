"""The letterhead of a city, and what is told where something of it cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lgdkit.disk import Folder
    from lgdkit.model.city import City
    from lgdkit.office.paper import Look
    from lgdkit.pipeline import Checked


def look_of(root: Path, city: City) -> Look | None:
    """Return what a city's documents look like; where something of it cannot be used, tell it and return None."""
    from lgdkit import disk, pipeline
    from lgdkit.cli.desk import told_findings
    from lgdkit.letterhead import read_letterhead

    found = read_letterhead(root, city)
    if not found.faults:
        return found.look
    told_findings(
        root,
        pipeline.located(found.faults, disk.read_folder(root).texts),
        "no Word file, PDF or page is made before this is mended",
    )
    return None


def with_letterhead(folder: Folder, checked: Checked) -> Checked:
    """Add to what was found in a city what is wrong with its letterhead."""
    from lgdkit import pipeline
    from lgdkit.letterhead import read_letterhead

    faults = read_letterhead(folder.root, checked.city).faults
    if not faults:
        return checked
    found = [*checked.findings, *pipeline.located(faults, folder.texts)]
    return checked._replace(findings=tuple(sorted(found, key=lambda each: (each.file, each.span))))
