"""The indicators of a city: where they stand and where they should go."""

from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.city import City
from lgdkit.model.indicator import Indicator
from lgdkit.view.extras import ExtraLine, extras
from lgdkit.view.speech import Speech, times
from lgdkit.view.values import Day, Said, Times


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, and the time that it is of."""

    value: Decimal
    date: Day


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator; `explained` says whether there is more to it than fits in the table."""

    name: Said
    unit: str
    per_year: bool
    """Whether its unit was written with `/year`, which `unit` does not hold."""
    baseline: Reading | None
    values: tuple[Reading, ...]
    """Values measured, the oldest first."""
    latest: Reading | None
    targets: tuple[Reading, ...]
    direction: str | None
    definition: Said | None
    calculation: Said | None
    source: Said | None
    collected: Times | None
    level: str | None
    extra: tuple[ExtraLine, ...]
    note: Said | None
    sources: tuple[tuple[Said, str], ...]
    explained: bool


def indicators(city: City, speech: Speech) -> tuple[IndicatorLine, ...]:
    """Return every indicator of the city."""
    return tuple(_indicator(speech, each) for each in city.indicators)


def _indicator(speech: Speech, indicator: Indicator) -> IndicatorLine:
    values = sorted(indicator.values, key=lambda each: (each.date.last_day(), each.date.first_day()))
    readings = tuple(Reading(each.value, Day(*each.date)) for each in values)
    targets = sorted(indicator.targets, key=lambda each: each.year)
    data = indicator.source
    baseline = indicator.baseline
    extra = extras(speech, indicator.extra)
    unit, per_year = speech.unit(indicator.unit)
    return IndicatorLine(
        name=speech.say(indicator.name),
        unit=unit,
        per_year=per_year,
        baseline=Reading(baseline.value, Day(baseline.year)) if baseline else None,
        values=readings,
        latest=readings[-1] if readings else None,
        targets=tuple(Reading(each.value, Day(each.year)) for each in targets),
        direction=indicator.direction,
        definition=speech.say(indicator.definition),
        calculation=speech.say(indicator.calculation),
        source=speech.say(data.text) if data else None,
        collected=times(data.collected) if data else None,
        level=data.level if data else None,
        extra=extra,
        note=speech.say(indicator.note),
        sources=speech.cited(indicator.sources),
        explained=any((indicator.definition, indicator.calculation, data, extra))
        or any((indicator.note, indicator.sources, readings[1:])),
    )
