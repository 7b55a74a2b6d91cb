"""An action of more than a year without a milestone."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.vocab.action import OPEN

_SHORT = 366
"""An action of at most so many days is its own milestone."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        if action.status in OPEN and lacks(action, "milestones") and not _short(action):
            yield Found(
                action.place,
                "This action has no milestones.",
                "milestones: [{title: …, due: …}]",
                "Write the steps that can be seen to be reached, one a year or so.",
            )


def _short(action: Action) -> bool:
    """Say whether an action is known to be short; one whose dates cannot be read may be."""
    if action.start and action.end:
        return (action.end.last_day() - action.start.first_day()).days <= _SHORT
    return unread(action, "start", "end", "status")


RULE = Rule("no-milestones", Severity.INFO, "An action of more than a year without a milestone.", _look)
