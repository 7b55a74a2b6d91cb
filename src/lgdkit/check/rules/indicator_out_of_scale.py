"""A value of an indicator a thousand times as large, or as small, as its baseline."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import out_of_scale
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.indicator import Indicator
from lgdkit.model.walk import Keys


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for indicator in city.indicators:
        if indicator.baseline is None:
            continue
        base = indicator.baseline.value
        wrong = [(keys, value) for keys, value in _others(indicator) if out_of_scale(value, base)]
        if not wrong:
            continue
        keys, value = wrong[0]
        place = indicator.at(*keys)
        others = sum(1 for _ in _others(indicator))
        related: tuple[Related, ...] = (Related(indicator.at("baseline", "value"), "the baseline"),)
        if len(wrong) == others > 1:  # all of them: then it is the baseline that is wrong
            place, related = indicator.at("baseline", "value"), (Related(place, "a value that differs"),)
        yield Found(
            place,
            f"{value} and the baseline of {base} {indicator.unit} are more than a thousand times apart.",
            f"values of one size, all in {indicator.unit}",
            "Look at the unit and at the decimal point.",
            related,
        )


def _others(indicator: Indicator) -> Iterator[tuple[Keys, Decimal]]:
    for index, target in enumerate(indicator.targets):
        if indicator.unit != "%" or target.value <= 100:  # else percent-above-hundred says so
            yield ("targets", index, "value"), target.value
    for number, value in enumerate(indicator.values):
        if indicator.unit != "%" or value.value <= 100:
            yield ("values", number, "value"), value.value


RULE = Rule("indicator-out-of-scale", Severity.WARNING, "A value that does not fit its baseline.", _look)
