"""A sprint at which a group is not in the room that deals are made with."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_WANTED = {"sme": "SMEs", "social-economy": "the social economy", "observer": "observer cities"}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        there = {each.kind for each in sprint.participants}
        if not there or sprint.note or unread(sprint, "participants", "note"):
            continue
        missing = [said for kind, said in _WANTED.items() if kind not in there]
        if missing:
            yield Found(
                sprint.at("participants"),
                f"Nobody of {' and '.join(missing)} takes part in this sprint.",
                "participants of the kinds " + ", ".join(_WANTED),
                "Invite some, or say in a note why they are not there.",
            )


RULE = Rule(
    "sprint-group-missing",
    Severity.INFO,
    "A sprint without SMEs, the social economy or observer cities.",
    _look,
)
