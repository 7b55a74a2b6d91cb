"""A target that lets emissions rise."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        if target.mixed:
            continue  # per-person-against-whole says so
        goal = target.target
        if goal is None:
            continue
        if goal.reduction is not None and goal.reduction <= 0:
            rises = goal.reduction < 0
            yield Found(
                target.at("target", "reduction"),
                f"A reduction by {goal.reduction} % "
                f"{'means that emissions rise' if rises else 'leaves emissions as they are'}.",
                "a percentage above 0 %",
                f"Write the reduction without a minus sign: {-goal.reduction} %."
                if rises
                else "Write the percentage that was decided.",
            )
        elif goal.ghg and target.baseline and goal.ghg.tonnes() >= target.baseline.ghg.tonnes() > 0:
            yield Found(
                target.at("target", "ghg"),
                f"The emissions that may remain, {emissions(goal.ghg)}, are no less than in "
                f"{target.baseline.year}: {emissions(target.baseline.ghg)}.",
                f"less than {emissions(target.baseline.ghg)}",
                "Look at the unit. A reduction stands under reduction:; ghg: is what may remain.",
                (Related(target.at("baseline", "ghg"), "the baseline"),),
            )


RULE = Rule("target-above-baseline", Severity.WARNING, "A target that lets emissions rise.", _look)
