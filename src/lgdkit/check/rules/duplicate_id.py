"""Two records of a kind with the same id."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import ANY, City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for kind, ids in city.declared.items():
        if kind == ANY:
            continue
        for name, places in ids.items():
            if name == ANY:
                continue
            for place in places[1:]:
                yield Found(
                    place.at("id"),
                    f'The id "{name}" is taken by another record under "{kind}".',
                    "an id of its own for each record",
                    "Give one of the two another id, or join them if they are the same.",
                    (Related(places[0].at("id"), "the first one"),),
                )


RULE = Rule("duplicate-id", Severity.ERROR, "Two records of a kind with the same id.", _look)
