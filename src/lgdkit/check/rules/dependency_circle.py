"""Actions that wait for each other in a circle."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.circle import circles
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    edges = {action.id: action.depends_on for action in city.actions if action.depends_on}
    for circle in circles(edges):
        yield Found(
            city.action[circle.name].at("depends_on", circle.entry),
            f"{circle.said('depends', 'on')}: none of them can be the first.",
            "an order in which each action comes before those that wait for it",
            "Take out the entry where the action can begin without the other.",
            tuple(
                Related(city.action[each].at("depends_on"), "part of the circle") for each in circle.way[1:]
            ),
        )


RULE = Rule("dependency-circle", Severity.WARNING, "Actions that wait for each other in a circle.", _look)
