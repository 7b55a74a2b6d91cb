"""What `lgd check` does, once it is known what was asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lgdkit.cli.asked import asked_for
from lgdkit.cli.loading import Validators
from lgdkit.cli.look import Look, ToCheck
from lgdkit.cli.report import Reporter, looked_at_workspace
from lgdkit.cli.selection import selection
from lgdkit.cli.space import allowed
from lgdkit.cli.target import targets_of
from lgdkit.cli.terminal import say, stop, today

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from lgdkit.cli.change import Change
    from lgdkit.cli.fixing import Mender
    from lgdkit.cli.report import Looked
    from lgdkit.cli.selection import Selection

_MANY = 20
"""Of more cities, each is told as soon as it is checked."""


class Wish(NamedTuple):
    """What the options of the command say; see there."""

    date: str | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    severity: str = "warning"
    form: Sequence[str] | None = None
    output: str | None = None
    since: str | None = None
    cluster: str | None = None
    fix: bool = False
    diff: bool = False


def check_cities(paths: Sequence[str], wish: Wish) -> None:
    """Check the cities that the paths lead to, tell what was found, and end the command with its status."""
    validators = Validators()
    day = today(wish.date)
    chosen = selection(wish.select, wish.ignore, wish.severity)
    reporter = Reporter(targets_of(wish.form, wish.output), chosen)
    mender = _mender(day, only_show=wish.diff) if wish.fix or wish.diff else None
    change = _change(wish.since, day, chosen) if wish.since is not None else None
    asked = asked_for([Path(each) for each in paths])
    for each in asked.spaces:
        reporter.add(looked_at_workspace(each.root, each.findings, each.files, chosen))
    look = Look(
        day,
        chosen,
        {each.root: each.vocabularies for each in asked.spaces},
        reporter.with_names,
        mender,
        change,
        allowed(),
        os.urandom(8).hex(),
    )
    cities = [ToCheck(root, only, space.root if space else None) for root, only, space in asked.cities]
    reporter.streams = len(cities) > _MANY
    ids: dict[Path, dict[str, list[Path]]] = {}
    for city, found in _looked(cities, look, wish.cluster, diff=wish.diff):
        reporter.add(found)
        if city.space and found.id:
            ids.setdefault(city.space, {}).setdefault(found.id, []).append(city.root)
    for each in asked.spaces:
        from lgdkit.workspace import twice_the_same_city

        twice = twice_the_same_city(each, ids.get(each.root, {}))
        reporter.add(looked_at_workspace(each.root, twice, 0, chosen))
    validators.keep()
    if mender:
        mender.tell()
    if wish.diff:
        stop(int(bool(mender and mender.would_change)))
    reporter.tell()
    if change:
        change.tell()
    if reporter.fixable and reporter.explains and not mender:
        say(
            f"{reporter.fixable} of them {'has' if reporter.fixable == 1 else 'have'} one right answer: lgd check --fix"
        )
    if mender and mender.refused:
        stop(2)
    if reporter.count:
        stop(1)


def _looked(
    cities: Sequence[ToCheck], look: Look, cluster: str | None, *, diff: bool
) -> Iterator[tuple[ToCheck, Looked]]:
    """Check cities; what remembers from one city to the next what it did is done by one process alone."""
    if look.mender or look.change or (len(cities) == 1 and cluster is None):
        for city in cities:
            found = look(city, only_mend=diff)
            if found is not None:
                yield city, found
        return
    from lgdkit.cli.crew import over

    left = iter(cities)
    work: Callable[[ToCheck], Looked | None] = look.__call__
    for found in over(cities, work, lambda city: city.root.as_posix(), cluster):
        if found is not None:
            yield next(each for each in left if each.root == found.root), found


def _mender(day: datetime.date, *, only_show: bool) -> Mender:
    from lgdkit.cli.fixing import Mender

    return Mender(day, only_show=only_show)


def _change(revision: str, day: datetime.date, chosen: Selection) -> Change:
    from lgdkit.cli.change import Change

    return Change(revision, day, chosen)
