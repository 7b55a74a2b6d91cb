"""Stakeholders that are part of each other in a circle."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.circle import circles
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    edges = {each.id: (each.part_of,) for each in city.stakeholders if each.part_of}
    for circle in circles(edges):
        yield Found(
            city.stakeholder[circle.name].at("part_of"),
            f"{circle.said('is', 'part of')}: none of them is the whole.",
            "the group or parent, which is no part of this one",
            "Take the entry out at the group or parent.",
            tuple(
                Related(city.stakeholder[each].at("part_of"), "part of the circle") for each in circle.way[1:]
            ),
        )


RULE = Rule("part-of-circle", Severity.WARNING, "Stakeholders that are part of each other.", _look)
