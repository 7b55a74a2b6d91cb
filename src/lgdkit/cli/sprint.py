"""`lgd sprint`: the papers of a sprint of several cities, before and after."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import (
    Check,
    Cities,
    Diff,
    Force,
    How,
    Lang,
    Out,
    To,
    forms,
    languages,
    put_down,
    read_cities,
)
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lgdkit.model.city import City
    from lgdkit.model.sprint import Sprint


def sprint(
    which: Annotated[str, typer.Argument(metavar="HOST/ID", show_default=False)] = "",
    folder: Annotated[str, typer.Argument(metavar="FOLDER", hidden=True)] = ".",
    before: Annotated[
        bool, typer.Option("--before", help="Only what is sent out before: invitation, agenda, worksheets.")
    ] = False,
    after: Annotated[
        bool, typer.Option("--after", help="Only what is written after: report, follow-up of next steps.")
    ] = False,
    lang: Lang = None,
    out: Out = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Draft the papers of a sprint: invitation, agenda, worksheets; afterwards report and follow-up.

    HOST is the id of the city whose data holds the sprint, ID that of the sprint. FOLDER is a workspace or a
    folder of cities; without it, it is the folder you are in. Without HOST/ID, the sprints are listed.

    Example: lgd sprint espoo/espoo-2023 examples

    Writes drafts/sprints/<id>/ in the folder of the host, in the languages of the sprint. The worksheets are
    filled in from the data of the cities that take part; one that cannot be read is named and left out.
    """
    how, wanted = How(out, check, diff, force, forms(to)), languages(lang, ())
    if not which or ("/" not in which and Path(which).is_dir()):
        _list(read_cities(Path(which or folder)))
        return
    host_id, _, name = which.rpartition("/")
    if not host_id:
        fail(f"{which}: name the city and the sprint, such as espoo/{which}; lgd sprint alone lists them")
    cities = read_cities(Path(folder))
    found = _found(cities, host_id, name)
    if found is None:
        stop(1)
    root, host, one = found
    well = _draft(cities, root, host, one, wanted, how, before=before, after=after)
    if cities.broken or not well:
        stop(1)


def _draft(
    cities: Cities,
    root: Path,
    host: City,
    one: Sprint,
    wanted: Iterable[str],
    how: How,
    *,
    before: bool,
    after: bool,
) -> bool:
    from lgdkit.cli.desk import Desk
    from lgdkit.sprinting import Papers, papers

    desk = Desk()
    drafter = desk.drafter(root)
    if drafter is None:
        return False
    found = Papers(host, one, _others(cities, root, one), tuple(wanted))
    drafts = []
    if before or not after:
        drafts += papers(drafter, one.id, found.before())
    if after or (not before and found.is_over):
        drafts += papers(drafter, one.id, found.after())
    if not desk.is_fit(root, drafter):
        return False
    whole = not (wanted or before or after)
    mine = rf"sprints/{one.id}/.*" if whole else ""
    return put_down(root, drafts, how, mine, None if how.out in (None, "-") else Path(how.out), city=host)


def _found(cities: Cities, host_id: str, name: str) -> tuple[Path, City, Sprint] | None:
    """Return the host and its sprint; None where a city that cannot be read may be the host."""
    from lgdkit.render.plain import visible

    known: dict[str, tuple[str, ...]] = {}
    for root, city in _likely_first(cities, (host_id,)):
        own = city.record.id if city.record else ""
        known[own] = tuple(each.id for each in city.sprints)
        if own == host_id:
            one = next((each for each in city.sprints if each.id == name), None)
            if one is not None:
                return root, city, one
            near = difflib.get_close_matches(name[:100], known[own], 1)
            advice = (
                f"; did you mean {own}/{near[0]}?" if near else f"; it has {', '.join(known[own]) or 'none'}"
            )
            fail(f'{own} has no sprint "{visible(name[:100])}"{advice}')
    if cities.broken:
        return None
    near = difflib.get_close_matches(host_id[:100], known, 1)
    advice = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(known)) or 'none'}"
    return fail(f'{cities.path} has no city "{visible(host_id[:100])}"{advice}')


def _others(cities: Cities, root: Path, one: Sprint) -> dict[str, City]:
    """Return the other cities of the sprint by id, as far as they are there and can be read."""
    wanted = {*one.cities, *(each.city for each in one.participants if each.city)}
    wanted.update(each.rpartition("/")[0] for each in _references(one) if "/" in each)
    found: dict[str, City] = {}
    for where, city in _likely_first(cities, tuple(sorted(wanted))):
        if where != root and city.record and city.record.id in wanted:
            found[city.record.id] = city
        if wanted <= {*found}:
            break
    for each in one.cities:
        if each not in found and not cities.broken:
            say(f"{each}: its data is not in {cities.path.as_posix()}, so it gets no worksheet of its own")
    return found


def _references(one: Sprint) -> list[str]:
    from lgdkit.model.walk import references

    return [each.id for each in references(one)]


def _likely_first(cities: Cities, ids: tuple[str, ...]) -> Cities:
    """Put the folders that bear the names of cities first: most often no other has to be read."""
    cities.roots = sorted(cities.roots, key=lambda root: root.name not in ids)
    return cities


def _list(cities: Cities) -> None:
    from lgdkit.render.plain import visible

    for _, city in cities:
        own, first = (city.record.id if city.record else ""), city.languages[0]
        for each in city.sprints:
            title = each.title.best(first, first)[1].text
            typer.echo(f"{own}/{each.id}  {each.start or '-'}  {visible(title)}")
    if cities.broken:
        stop(1)
