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
        keys, other = next(each for each in figures[1:] if each[1].per_person != given.per_person)
        said = "is per person" if given.per_person else "is not per person"
        yield Found(
            target.at(*keys),
            f"{quantity(other)} cannot be compared with {quantity(given)} in the same target: "
            f"{'only the first' if other.per_person else 'only the second'} is per person.",
            "all figures with /person, or none",
            "Look in the source what each figure is about; of two kinds of figures, make two targets.",
            (Related(target.at(*first), f"this one {said}"),),
        )


RULE = Rule("per-person-against-whole", Severity.WARNING, "A target per person and of all together.", _look)
