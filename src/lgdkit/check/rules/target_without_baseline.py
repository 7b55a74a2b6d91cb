"""A reduction target that does not say what it is measured from."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        goal = target.target
        if goal is None or goal.reduction is None:
            continue
        needed = "latest" if goal.of == "latest" else "baseline"
        if lacks(target, needed):
            yield Found(
                target.at("target", "reduction"),
                f"This is a percentage of the {needed}, and the target has no {needed}.",
                f"{needed}: {{year: …, ghg: …}}",
                "Write the year and its emissions, with the source.",
            )


RULE = Rule(
    "target-without-baseline",
    Severity.WARNING,
    "A percentage of nothing: a target without its baseline.",
    _look,
)
