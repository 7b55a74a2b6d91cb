"""Actions that count each other's reduction in a circle, so that no total is right."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    reported: set[str] = set()
    for action in city.actions:
        counted_in = action.impact.counted_in if action.impact else ()
        for index, other in enumerate(counted_in):
            place = action.at("impact", "counted_in", index)
            if other == action.id:
                yield Found(place, "This action is said to be counted in itself.", "the id of another action",
                            "Take the entry out.")
            elif other not in reported and action.id in _reach(city, other):
                reported.add(action.id)
                yield Found(
                    place,
                    f'"{action.id}" is counted in "{other}", and "{other}" in "{action.id}": neither would be added.',
                    "a chain that ends at an action whose reduction is added",
                    "Take out the entry at the action that holds the figure.",
                )
                break


def _reach(city: City, start: str) -> set[str]:
    """Return the actions in which one is counted, directly or through others."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        action = city.action.get(waiting.pop())
        if action is None or action.impact is None:
            continue
        new = set(action.impact.counted_in) - reached
        reached |= new
        waiting.extend(new - {action.id})
    return reached


RULE = Rule("reduction-counted-twice", Severity.ERROR, "Actions counted in themselves or in a circle.", _look)
