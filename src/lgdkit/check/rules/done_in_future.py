"""Something that is done on a day that has not come yet."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Key, Severity
from lgdkit.model.base import Placed
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate

_Done = tuple[str, PartialDate | None, Placed, tuple[Key, ...]]


def _look(city: City, today: date) -> Iterator[Found]:
    for what, day, record, keys in _dates(city):
        if day and day.year >= today.year and day.first_day() > today:
            yield Found(
                record.at(*keys),
                f"This was {what} {when(day)}, which has not come yet.",
                f"a date up to {today.isoformat()}",
                "Only what has happened stands here; leave out what is planned until it has.",
            )


def _dates(city: City) -> Iterator[_Done]:
    yield from _of_the_city(city)
    for action in city.actions:
        for index, milestone in enumerate(action.milestones):
            yield "reached", milestone.done, action, ("milestones", index, "done")
        if action.decision and action.decision.status != "proposed":
            yield f"{action.decision.status}", action.decision.date, action, ("decision", "date")
    for commitment in city.commitments:
        yield "fulfilled", commitment.done, commitment, ("done",)
    for deal in city.deals:
        if deal.signed:
            yield "signed", deal.signed.date, deal, ("signed", "date")
        if deal.adopted:
            yield "adopted", deal.adopted.date, deal, ("adopted", "date")
    for indicator in city.indicators:
        for index, value in enumerate(indicator.values):
            yield "measured", value.date, indicator, ("values", index, "date")
    for source in city.sources:
        if source.date:
            yield "published", source.date, source, ("date",)
    for practice in city.practices:
        for index, result in enumerate(practice.results):
            yield "counted", result.date, practice, ("results", index, "date")
    for sprint in city.sprints:
        for index, step in enumerate(sprint.next_steps):
            yield "done", step.done, sprint, ("next_steps", index, "done")
    for stakeholder in city.stakeholders:
        if stakeholder.employees and stakeholder.employees.year:
            yield "counted", PartialDate(stakeholder.employees.year), stakeholder, ("employees", "year")


def _of_the_city(city: City) -> Iterator[_Done]:
    record = city.record
    if record is None:
        return
    if record.population:
        yield "counted", PartialDate(record.population.year), record, ("population", "year")
    for strategy in record.strategies:
        yield "adopted", strategy.adopted, strategy, ("adopted",)
    for target in record.targets:
        for key, emissions in (("baseline", target.baseline), ("latest", target.latest)):
            if emissions:
                yield "measured", PartialDate(emissions.year), target, (key, "year")


RULE = Rule("done-in-future", Severity.ERROR, "Something that is done on a day that has not come yet.", _look)
