"""Newest emissions of the city that are more than four years old."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_YEARS = 4
"""The Covenant of Mayors asks its signatories for a new inventory at least every four years."""


def _look(city: City, today: date) -> Iterator[Found]:
    for target in city.record.targets if city.record else ():
        latest, goal = target.latest, target.target
        if latest is None or (goal and goal.year < today.year):
            continue  # of a target that is past, target-without-result speaks
        if latest.year < today.year - _YEARS:
            yield Found(
                target.at("latest", "year"),
                f"The newest emissions are of {latest.year}, {today.year - latest.year} years ago.",
                f"the emissions of {today.year - _YEARS} or later",
                "Write the newest inventory; ask the office that draws it up.",
                fault=str(latest.year),
            )


RULE = Rule("stale-inventory", Severity.INFO, "Newest emissions more than four years old.", _look)
