"""Two figures of one indicator for the same time."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.indicator import Indicator


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for indicator in city.indicators:
        if len(indicator.targets) > 1:
            years = [PartialDate(each.year) for each in indicator.targets]
            yield from _twice(indicator, years, "targets", "year", "target")
        if len(indicator.values) > 1:
            yield from _twice(indicator, [each.date for each in indicator.values], "values", "date", "value")


def _twice(
    indicator: Indicator, dates: list[PartialDate], field: str, key: str, what: str
) -> Iterator[Found]:
    first: dict[PartialDate, int] = {}
    for index, each in enumerate(dates):
        if each in first:
            yield Found(
                indicator.at(field, index, key),
                f"There is another {what} {when(each)}.",
                f"one {what} for each time",
                "Mend the date, or keep the one that is right.",
                (Related(indicator.at(field, first[each], key), "the first one"),),
            )
        first.setdefault(each, index)


RULE = Rule("year-given-twice", Severity.WARNING, "Two figures of an indicator for the same time.", _look)
