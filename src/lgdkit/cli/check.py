"""`lgd check`: every fault of a city's files, at its line."""

import os
from pathlib import Path
from typing import Annotated

import typer


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DAY", help="The day that late and past are measured from: 2026-01-31."
        ),
    ] = None,
) -> None:
    """Find every fault in a city's files, at file, line and column, with the way out.

    Each PATH is a city's folder, a folder of cities, or a file; without one, it is the folder you are in.

    Example: lgd check examples/espoo

    Exit status 1 where there are errors or warnings, 0 where there are none.
    """
    from lgdkit import disk, pipeline
    from lgdkit.cli.asked import cities_asked_for
    from lgdkit.cli.terminal import colours, fail, stop, today
    from lgdkit.diagnostics import Severity
    from lgdkit.render.findings import Tally, finding_text

    day = today(date)
    tally = Tally()
    paint = colours()
    for root, only in cities_asked_for([Path(each) for each in paths or ["."]]):
        folder = disk.read_folder(root)
        known = {*folder.texts, *(fault.place.file for fault in folder.faults)}
        for file in sorted((only or known) - known):
            fail(f"{root / file} is no data of a city: drafts, templates and what is hidden are not read")
        checked = pipeline.check(folder.texts, day, folder.faults)
        findings = [each for each in checked.findings if only is None or each.file in only]
        for each in findings:
            name = (root / each.file).as_posix()
            if only is not None and name.startswith("../"):
                name = os.path.relpath(name)  # a file asked for by its name is shown by it
            typer.echo(finding_text(each, name, paint, root.as_posix()))
        tally.add(len(checked.city.records()), len(folder.texts), findings)
    typer.echo(tally.line())
    if tally.count(Severity.ERROR) or tally.count(Severity.WARNING):
        stop(1)
