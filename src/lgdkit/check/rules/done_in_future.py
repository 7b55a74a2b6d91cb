"""Something that is done on a day that has not come yet."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate

_Done = tuple[str, PartialDate | None, Place]


def _look(city: City, today: date) -> Iterator[Found]:
    for what, day, place in _dates(city):
        if day and day.first_day() > today:
            yield Found(
                place,
                f"This was {what} {when(day)}, which has not come yet.",
                f"a date up to {today.isoformat()}",
                "Only what has happened stands here; leave out what is planned until it has.",
            )


def _dates(city: City) -> Iterator[_Done]:
    yield from _of_the_city(city)
    for action in city.actions:
        for index, milestone in enumerate(action.milestones):
            yield "reached", milestone.done, action.at("milestones", index, "done")
        if action.decision and action.decision.status != "proposed":
            yield f"{action.decision.status}", action.decision.date, action.at("decision", "date")
    for commitment in city.commitments:
        yield "fulfilled", commitment.done, commitment.at("done")
    for deal in city.deals:
        if deal.signed:
            yield "signed", deal.signed.date, deal.at("signed", "date")
        if deal.adopted:
            yield "adopted", deal.adopted.date, deal.at("adopted", "date")
    for indicator in city.indicators:
        for index, value in enumerate(indicator.values):
            yield "measured", value.date, indicator.at("values", index, "date")
    for source in city.sources:
        if source.date:
            yield "published", source.date, source.at("date")
    for stakeholder in city.stakeholders:
        if stakeholder.employees and stakeholder.employees.year:
            year = PartialDate(stakeholder.employees.year)
            yield "counted", year, stakeholder.at("employees", "year")


def _of_the_city(city: City) -> Iterator[_Done]:
    record = city.record
    if record is None:
        return
    if record.population:
        yield "counted", PartialDate(record.population.year), record.at("population", "year")
    for strategy in record.strategies:
        yield "adopted", strategy.adopted, strategy.at("adopted")
    for target in record.targets:
        for key, emissions in (("baseline", target.baseline), ("latest", target.latest)):
            if emissions:
                yield "measured", PartialDate(emissions.year), target.at(key, "year")


RULE = Rule("done-in-future", Severity.ERROR, "Something that is done on a day that has not come yet.", _look)
