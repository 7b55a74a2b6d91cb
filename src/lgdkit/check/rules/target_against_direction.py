"""An indicator whose target lies on the wrong side of its baseline."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.figures import out_of_scale
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City

_BELOW = {"up": "below", "down": "above"}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for indicator in city.indicators:
        base, direction = indicator.baseline, indicator.direction
        if base is None or direction not in _BELOW:
            continue
        for index, target in enumerate(indicator.targets):
            wrong = target.value < base.value if direction == "up" else target.value > base.value
            if not wrong or target.year <= base.year or out_of_scale(target.value, base.value):
                continue
            if indicator.unit == "%" and max(target.value, base.value) > 100:
                continue  # percent-above-hundred says so
            yield Found(
                indicator.at("targets", index, "value"),
                f"This indicator should go {direction}, but its target {target.value} is {_BELOW[direction]} "
                f"its baseline {base.value}.",
                f"a value {'above' if direction == 'up' else 'below'} {base.value}",
                "Mend the figure, or the direction.",
                (
                    Related(indicator.at("baseline", "value"), "the baseline"),
                    Related(indicator.at("direction"), "the direction"),
                ),
                fault=f"{indicator.id}",
            )


RULE = Rule(
    "target-against-direction", Severity.WARNING, "A target on the wrong side of its baseline.", _look
)
