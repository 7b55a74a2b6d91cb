"""Something that ends before it starts."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Key, Severity
from lgdkit.model.base import Placed
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate


def _periods(
    city: City,
) -> Iterator[tuple[str, PartialDate | None, PartialDate | None, Placed, tuple[Key, ...]]]:
    for action in city.actions:
        yield "The action", action.start, action.end, action, ("end",)
    for deal in city.deals:
        if deal.term:
            yield "The deal's term", deal.term.start, deal.term.until, deal, ("term", "until")
    for practice in city.practices:
        yield "The practice", practice.start, practice.end, practice, ("end",)
    for sprint in city.sprints:
        yield "The sprint", sprint.start, sprint.end, sprint, ("end",)
    if city.record:
        for strategy in city.record.strategies:
            yield "The strategy", strategy.adopted, strategy.until, strategy, ("until",)
        for target in city.record.targets:
            if target.baseline and target.target:
                start, end = PartialDate(target.baseline.year), PartialDate(target.target.year)
                yield "The target", start, end, target, ("target", "year")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for what, start, end, record, keys in _periods(city):
        if start and end and reversed_(start, end):
            yield Found(
                record.at(*keys),
                f"{what} ends {when(end)}, before it starts {when(start)}.",
                f"a date from {start} on",
                "Look whether the two are exchanged.",
            )


RULE = Rule("end-before-start", Severity.ERROR, "Something that ends before it starts.", _look)
