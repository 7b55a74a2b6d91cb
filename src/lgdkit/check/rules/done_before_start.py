"""A milestone that was reached before its action started."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for action in city.actions:
        start = action.start
        if start is None or start.first_day() > today or reversed_(start, action.end):
            continue
        for index, milestone in enumerate(action.milestones):
            if milestone.done is None or not reversed_(start, milestone.done):
                continue
            if milestone.due is None or not reversed_(start, milestone.due):
                yield Found(
                    action.at("milestones", index, "done"),
                    f"This milestone was reached {when(milestone.done)}, before the action starts {when(start)}.",
                    f"a date from {start} on",
                    "Mend the date, or the action's start.",
                    (Related(action.at("start"), "the start"),),
                )


RULE = Rule("done-before-start", Severity.WARNING, "A milestone reached before its action starts.", _look)
