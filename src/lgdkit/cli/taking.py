"""`lgd new --from`: reads the city from which a new one takes its fields and actions over, and tells what was taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lgdkit.edit.taken_over import TakenOver
    from lgdkit.model.city import City
    from lgdkit.render.new_city import NewCity


def read_source(given: str) -> City:
    """Return the city to take over from; where there is none, or one with errors, the command ends."""
    from lgdkit import disk, pipeline
    from lgdkit.cli.terminal import fail, today
    from lgdkit.diagnostics import Severity
    from lgdkit.render.plain import visible

    path, shown = Path(given), visible(given)
    roots = disk.find_cities(path) if path.is_dir() else ()
    if len(roots) != 1:
        several = ", ".join(visible(each.as_posix()) for each in roots)
        fail(
            f"--from {shown}: " + (f"name one of these cities: {several}" if roots else "no folder of a city")
        )
    folder = disk.read_folder(roots[0])
    checked = pipeline.check(folder.texts, today(None), folder.faults, kept=folder.kept, advice=False)
    errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
    if errors or checked.city.record is None:
        fail(f"--from {shown}: its data has errors, so nothing is taken over; see  lgd check {shown}")
    return checked.city


def taken_from(source: City, city: NewCity, templates: Mapping[str, bytes]) -> TakenOver:
    """Return what the new city takes over; the command ends where both have the same id."""
    from lgdkit.cli.terminal import fail
    from lgdkit.edit.taken_over import taken_over
    from lgdkit.render.new_city import reason_taken_over

    if source.record is None or source.record.id == city.id:
        fail(f'--from: the new city has the same id, "{city.id}"; name another city')
    first = source.languages[0]
    other = source.record.name.best(city.languages[0], first)[1].text
    reason = reason_taken_over(city, other, templates)
    return taken_over(source, city.languages, f"{city.id}-city", reason)


def tell_taken(taken: TakenOver, source: City) -> None:
    """Tell what was taken over, and what was left behind."""
    from lgdkit.cli.terminal import say

    name = source.record.id if source.record else ""
    say(
        f"taken over from {name}: {len(taken.fields)} fields, {len(taken.actions)} actions, none of their figures"
    )
    if taken.with_figures:
        say(
            f"left behind, since they name figures of {name}: the descriptions of {', '.join(taken.with_figures)}"
        )
    if taken.untranslated:
        say(f"texts are missing in {', '.join(taken.untranslated)}: translate them; lgd check names each")
