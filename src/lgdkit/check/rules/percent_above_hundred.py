"""A share of more than a hundred per cent."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City
from lgdkit.model.indicator import Indicator

_ALL = 100


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for target in city.record.targets if city.record else ():
        reduction = target.target.reduction if target.target else None
        if reduction is not None and reduction > _ALL:
            yield Found(
                target.at("target", "reduction"),
                f"A reduction by {reduction} % is more than all there is.",
                "a percentage up to 100 %",
                "Mend the figure; what sinks take up beyond zero stands in the note.",
            )
    for indicator in city.indicators:
        if indicator.unit == "%":
            for place, value in _values(indicator):
                if value > _ALL:
                    yield Found(
                        place,
                        f"{value} % is more than the whole.",
                        "a share up to 100",
                        'Mend the figure. If it is no share, let the unit say of what: "% of 2015".',
                    )


def _values(indicator: Indicator) -> Iterator[tuple[Place, Decimal]]:
    if indicator.baseline:
        yield indicator.at("baseline", "value"), indicator.baseline.value
    for index, target in enumerate(indicator.targets):
        yield indicator.at("targets", index, "value"), target.value
    for index, value in enumerate(indicator.values):
        yield indicator.at("values", index, "value"), value.value


RULE = Rule("percent-above-hundred", Severity.WARNING, "A share of more than a hundred per cent.", _look)
