"""Actions that count each other's reduction in a circle, so that no total is right."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.circle import circles
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    counted_in = {
        each.id: each.impact.counted_in for each in city.actions if each.impact and each.impact.counted_in
    }
    for name, others in counted_in.items():
        for index, other in enumerate(others):
            if other == name:
                place = city.action[name].at("impact", "counted_in", index)
                message, expected = "This action is said to be counted in itself.", "the id of another action"
                yield Found(place, message, expected, "Take the entry out.")
    for circle in circles(counted_in):
        yield Found(
            city.action[circle.name].at("impact", "counted_in", circle.entry),
            f"{circle.said('is counted', 'in')}: none of them would be added.",
            "a chain that ends at an action whose reduction is added",
            "Take out the entry at the action that holds the figure.",
            tuple(
                Related(city.action[each].at("impact", "counted_in"), "part of the circle")
                for each in circle.way[1:]
            ),
        )


RULE = Rule("reduction-counted-twice", Severity.ERROR, "Actions counted in themselves or in a circle.", _look)
