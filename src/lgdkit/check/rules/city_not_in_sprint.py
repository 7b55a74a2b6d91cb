"""A city that is named in a sprint and does not take part in it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lgdkit.check.known import unread
from lgdkit.check.near import Nearest, asked
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Key, Severity
from lgdkit.model.city import City

if TYPE_CHECKING:
    from lgdkit.model.sprint import Sprint


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None:
        return
    nearest = Nearest()
    for sprint in city.sprints:
        if unread(sprint, "cities", "participants"):
            continue
        there = {city.record.id, *sprint.cities}
        there.update(each.city for each in sprint.participants if each.city)
        for keys, name in _named(sprint):
            if name not in there:
                yield Found(
                    sprint.at(*keys),
                    f'The city "{name}" does not take part in this sprint.',
                    "one of " + ", ".join(sorted(there)),
                    asked(nearest.of(name, there), "Add it to the cities of the sprint, or mend the id."),
                    fault=f"{sprint.id}/{name}",
                )


def _named(sprint: "Sprint") -> Iterator[tuple[tuple[Key, ...], str]]:
    lists: dict[str, list[str | None]] = {
        "challenges": [each.city for each in sprint.challenges],
        "ideas": [each.city for each in sprint.ideas],
        "learnings": [each.city for each in sprint.learnings],
        "next_steps": [*(each.city for each in sprint.next_steps)],
    }
    for key, cities in lists.items():
        for index, city in enumerate(cities):
            if city:
                yield (key, index, "city"), city


RULE = Rule(
    "city-not-in-sprint",
    Severity.WARNING,
    "A city that is named in a sprint and does not take part in it.",
    _look,
)
