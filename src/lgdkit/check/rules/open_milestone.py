"""A completed action with a milestone that nobody marked as reached."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        if action.status != "completed" or unread(action, "milestones"):
            continue
        still = [index for index, milestone in enumerate(action.milestones) if milestone.done is None]
        if still:
            first, *others = (action.at("milestones", index) for index in still)
            yield Found(
                first,
                "This action is completed, but this milestone is not marked as reached.",
                "done: with its date",
                "Write when it was reached; if it never was, take it out or say so in a note.",
                tuple(Related(place, "nor is this one") for place in others),
            )


RULE = Rule("open-milestone", Severity.WARNING, "A completed action with an open milestone.", _look)
