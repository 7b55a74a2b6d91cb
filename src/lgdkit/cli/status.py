"""`lgd status`: how the deals of a city stand."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import Cities, City, languages, read_cities
from lgdkit.cli.terminal import say, stop, today, width

if TYPE_CHECKING:
    import datetime

    from lgdkit.model.city import City as Data
    from lgdkit.view.calendar import Entry
    from lgdkit.view.status import Span, Status

_WITHOUT_TERMINAL = 120


class Format(StrEnum):
    """What `lgd status` prints."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    ICS = "ics"


def status(
    city: City = ".",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The day that counts as today: 2026-01-31."),
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within", metavar="DAYS", min=0, max=36500, help="What is due in so many days; default: 90."
        ),
    ] = None,
    untouched: Annotated[
        int,
        typer.Option(
            "--untouched", metavar="DAYS", min=0, max=36500, help="What nobody changed for so many days."
        ),
    ] = 365,
    form: Annotated[
        Format,
        typer.Option(
            "--format", help="ics is a calendar of all deadlines and reviews; with --within, of those alone."
        ),
    ] = Format.TEXT,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="The language of titles and names.")
    ] = None,
) -> None:
    """Say how the deals of a city stand: signatures, what is late, what is due, what nobody touches.

    CITY is a city's folder or a folder of cities; without it, it is the folder you are in.

    Example: lgd status examples/umea --within 30

    Writes nothing. What nobody has touched is known in a git repository alone.
    """
    from lgdkit.view.status import Span

    spoken = languages([lang], ())[0] if lang else None
    cities = read_cities(Path(city))
    span = Span(today(date), 90 if within is None else within, untouched)
    if form is Format.ICS:
        _print_calendar(cities, spoken, None if within is None else span)
    else:
        found = [_status(root, data, spoken, span) for root, data in cities]
        sys.stdout.write(_written(form, found))
    if cities.broken:
        stop(1)


def _status(root: Path, data: "Data", spoken: str | None, span: "Span") -> "Status":
    from lgdkit.view.status import status

    return status(data, spoken or data.languages[0], span, _touched(root, data))


def _touched(root: Path, data: "Data") -> "dict[str, datetime.date] | None":
    """Return when each record was last changed, or None where there is no history that says so."""
    from lgdkit import disk, git
    from lgdkit.read.lines import newest
    from lgdkit.view.status import watched

    places = watched(data)
    try:
        days = git.line_days(root, sorted({each.file for each in places.values()}))
    except git.NoRevision:
        return None
    return newest(places, disk.read_folder(root).texts, days)


def _print_calendar(cities: Cities, spoken: str | None, span: "Span | None") -> None:
    from lgdkit.render.plain import visible
    from lgdkit.render.status_calendar import status_calendar
    from lgdkit.view.calendar import entries
    from lgdkit.view.status import status

    found: list[Entry] = []
    for root, data in cities:
        language = spoken or data.languages[0]
        due = status(data, language, span, None).due if span else None
        held = entries(data, language, None if due is None else [each.deadline for each in due])
        found += held.entries
        for deal in held.left_out:
            say(f"{visible(root.as_posix())}: no review of {deal}: the data does not say since when it holds")
    sys.stdout.write(status_calendar(found))


def _written(form: Format, found: "list[Status]") -> str:
    if form is Format.JSON:
        from lgdkit.render.status_json import status_json

        return status_json(found)
    if form is Format.MARKDOWN:
        from lgdkit.render.status_markdown import status_markdown

        return status_markdown(found)
    from lgdkit.render.status_text import status_text

    return status_text(found, width() if sys.stdout.isatty() else _WITHOUT_TERMINAL)
