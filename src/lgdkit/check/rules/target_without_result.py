"""A target whose year is past, and no figure that shows whether it was reached."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for target in city.record.targets if city.record else ():
        goal, latest = target.target, target.latest
        if goal is None or goal.year >= today.year or target.note or unread(target, "latest", "note"):
            continue
        if target.baseline and goal.year < target.baseline.year:
            continue  # end-before-start says so
        if latest is None or latest.year < goal.year:
            yield Found(
                target.at("target", "year"),
                f"The target year {goal.year} is past, and no emissions of that year are given.",
                f"latest: with the year {goal.year} or a later one",
                "Write the emissions of that year, or say in a note why they are not known.",
            )
    for indicator in city.indicators:
        start = indicator.baseline.year if indicator.baseline else 0
        past = [index for index, each in enumerate(indicator.targets) if start < each.year < today.year]
        if not past or indicator.note or unread(indicator, "values", "note"):
            continue
        last = max(past, key=lambda index: indicator.targets[index].year)
        year = indicator.targets[last].year
        if all(value.date.last_day().year < year for value in indicator.values):
            yield Found(
                indicator.at("targets", last, "year"),
                f"The target year {year} is past, and no value of that year is given.",
                f"values: with a date in {year} or later",
                "Write what was measured, or say in a note why nothing was.",
            )


RULE = Rule("target-without-result", Severity.INFO, "A target year that is past, without a result.", _look)
