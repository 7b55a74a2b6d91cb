"""A target with emissions per person in one place, and of all together in another."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import quantity
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        if not target.mixed:
            continue
        figures = list(target.figures)
        first, given = figures[0]
        for keys, other in figures[1:]:
            if other.per_person != given.per_person:
                one, two = (
                    ("per person", "of all together")
                    if other.per_person
                    else ("of all together", "per person")
                )
                yield Found(
                    target.at(*keys),
                    f"{quantity(other)} is {one}, and {quantity(given)} in the same target is {two}.",
                    f"both {two}",
                    "Write all figures of a target in one way, or make two targets of it.",
                    (Related(target.at(*first), f"{two} here"),),
                )
                break


RULE = Rule("per-person-against-whole", Severity.WARNING, "A target per person and of all together.", _look)
