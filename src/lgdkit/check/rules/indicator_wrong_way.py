"""An indicator whose newest value is worse than where it started."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.figures import out_of_scale
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City

_BELOW = {"up": "below", "down": "above"}


def _look(city: City, today: date) -> Iterator[Found]:
    for indicator in city.indicators:
        base, direction = indicator.baseline, indicator.direction
        if base is None or direction not in _BELOW or not indicator.values:
            continue
        last, newest = max(enumerate(indicator.values), key=lambda each: each[1].date.last_day())
        if newest.date.first_day() > today or newest.date.last_day().year <= base.year:
            continue
        wrong = newest.value < base.value if direction == "up" else newest.value > base.value
        if not wrong or out_of_scale(newest.value, base.value):
            continue
        if indicator.unit == "%" and max(newest.value, base.value) > 100:
            continue  # percent-above-hundred says so
        yield Found(
            indicator.at("values", last, "value"),
            f"This indicator should go {direction}, but {when(newest.date)} it is {newest.value}, "
            f"{_BELOW[direction]} its baseline {base.value}.",
            f"a value {'above' if direction == 'up' else 'below'} {base.value}, if the action works",
            "Look whether the figure is right. If it is, ask what the actions behind it need.",
            (Related(indicator.at("baseline", "value"), "the baseline"),),
        )


RULE = Rule("indicator-wrong-way", Severity.INFO, "An indicator that moves the wrong way.", _look)
