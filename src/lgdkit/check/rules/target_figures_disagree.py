"""A target whose percentage and whose remaining emissions are not the same."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions, plain, sum_of
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City

_NEAR = Decimal("0.02")
"""Of the baseline: published percentages are rounded."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        if target.mixed:
            continue  # per-person-against-whole says so
        goal = target.target
        if goal is None or goal.ghg is None or goal.reduction is None or not 0 < goal.reduction <= 100:
            continue
        base = target.latest if goal.of == "latest" else target.baseline
        if base is None or goal.ghg.tonnes() >= base.ghg.tonnes():
            continue
        left = base.ghg.tonnes() * (100 - goal.reduction) / 100
        if abs(left - goal.ghg.tonnes()) > base.ghg.tonnes() * _NEAR:
            remaining = sum_of(left.quantize(Decimal("0.1")), goal.ghg)
            yield Found(
                target.at("target", "ghg"),
                f"{plain(goal.reduction)} % less than {emissions(base.ghg)} leaves {remaining}, "
                f"not {emissions(goal.ghg)}.",
                f"{remaining}, or another percentage",
                "Mend the figure that is wrong, or leave one of the two out.",
                (Related(target.at("target", "reduction"), "the percentage"),),
            )


RULE = Rule(
    "target-figures-disagree", Severity.WARNING, "A percentage that does not fit what may remain.", _look
)
