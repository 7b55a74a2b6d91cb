"""Something that is done on a day that has not come yet."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate


def _dates(city: City) -> Iterator[tuple[str, PartialDate | None, Place]]:
    for action in city.actions:
        for index, milestone in enumerate(action.milestones):
            yield "reached", milestone.done, action.at("milestones", index, "done")
        if action.decision:
            yield "decided", action.decision.date, action.at("decision", "date")
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


def _look(city: City, today: date) -> Iterator[Found]:
    for what, when, place in _dates(city):
        if when and when.first_day() > today:
            yield Found(
                place,
                f"This was {what} in {when}, which has not come yet.",
                f"a date up to {today.isoformat()}",
                "Write here what has happened; what is planned belongs under due, or at another state.",
            )


RULE = Rule("done-in-future", Severity.ERROR, "Something that is done on a day that has not come yet.", _look)
