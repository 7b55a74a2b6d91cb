"""`lgd check`: every fault of a city's files, at its line."""

from pathlib import Path
from typing import Annotated

import typer


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="A city's folder, a folder of cities, or a file; default: here.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="The day that late and past are measured from: 2026-01-31.")
    ] = None,
) -> None:
    """Find every fault in a city's files, at file, line and column, with the way out.

    Example: lgd check examples/espoo

    Exit status 1 where there are errors or warnings, 0 where there are none.
    """
    from lgdkit import disk, pipeline
    from lgdkit.cli.terminal import colours, fail, stop, today
    from lgdkit.diagnostics import Severity
    from lgdkit.render.findings import Tally, finding_text

    day = today(date)
    tally = Tally()
    paint = colours()
    for path in paths or [Path()]:
        if not path.exists():
            fail(f"there is no {path}")
        only = None
        if path.is_dir():
            roots = disk.find_cities(path)
        else:
            roots = [disk.city_of(path)]
            only = path.absolute()
        for root in roots:
            folder = disk.read_folder(root)
            checked = pipeline.check(folder.texts, day, folder.faults)
            shown = only.parent if only else root
            findings = [each for each in checked.findings if only is None or root / each.file == only]
            for each in findings:
                prefix = path.parent if only else shown
                name = path if only else prefix / each.file
                typer.echo(finding_text(each, name.as_posix(), paint, root.as_posix()))
            tally.add(len(checked.city.records()), len(folder.texts), findings)
    typer.echo(tally.line())
    if tally.count(Severity.ERROR) or tally.count(Severity.WARNING):
        stop(1)
