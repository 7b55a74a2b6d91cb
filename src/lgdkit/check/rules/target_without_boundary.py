"""A target that does not say what area or organisation it is about."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        if lacks(target, "boundary"):
            yield Found(
                target.place,
                "This target does not say what area or organisation it is about.",
                "boundary: the city, the urban area, the municipal group …",
                "Name the boundary: figures of different boundaries must not be compared.",
            )


RULE = Rule(
    "target-without-boundary", Severity.WARNING, "A target that does not say what it is about.", _look
)
