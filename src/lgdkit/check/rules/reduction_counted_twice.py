"""Actions that count each other's reduction in a circle, so that no total is right."""

from collections.abc import Iterator, Mapping
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City

_CountedIn = Mapping[str, tuple[str, ...]]


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    counted_in = {
        each.id: each.impact.counted_in for each in city.actions if each.impact and each.impact.counted_in
    }
    reported: set[str] = set()
    for name, others in counted_in.items():
        for index, other in enumerate(others):
            place = city.action[name].at("impact", "counted_in", index)
            if other == name:
                message, expected = "This action is said to be counted in itself.", "the id of another action"
                yield Found(place, message, expected, "Take the entry out.")
                continue
            way = _way(counted_in, other, name)
            if not way or reported.issuperset(way):
                continue
            reported.update(way)
            yield Found(
                place,
                f"{_chain(way)}: none of them would be added.",
                "a chain that ends at an action whose reduction is added",
                "Take out the entry at the action that holds the figure.",
                tuple(
                    Related(city.action[each].at("impact", "counted_in"), "part of the circle")
                    for each in way[:-1]
                ),
            )


def _way(counted_in: _CountedIn, start: str, goal: str) -> list[str]:
    """Return the shortest way along `counted_in` from one action to another, with both; or nothing."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    for name in waiting:
        if name == goal:
            way = [name]
            while came[way[-1]]:
                way.append(came[way[-1]])
            return way[::-1]
        for other in counted_in.get(name, ()):
            if other not in came:
                came[other] = name
                waiting.append(other)
    return []


def _chain(way: list[str]) -> str:
    """Write a circle: "a" is counted in "b", "b" in "a"."""
    first, *others = (f'"{one}" in "{other}"' for one, other in zip([way[-1], *way], way, strict=False))
    return ", ".join([first.replace('" in "', '" is counted in "', 1), *others])


RULE = Rule("reduction-counted-twice", Severity.ERROR, "Actions counted in themselves or in a circle.", _look)
