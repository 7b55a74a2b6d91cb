"""More participants in the list than came in total."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        total = sprint.attendance.persons if sprint.attendance else None
        if total is None or unread(sprint, "participants"):
            continue
        listed = sum(each.persons or each.organisations for each in sprint.participants)
        if listed > total and not (sprint.attendance and sprint.attendance.about and listed <= total * 1.2):
            yield Found(
                sprint.at("attendance", "persons"),
                f"The participants add up to {listed}, and {total} came in total.",
                f"at least {listed}",
                "Mend one of the two; each organisation counts as one person where it does not say how many it sent.",
            )


RULE = Rule(
    "participants-above-attendance",
    Severity.WARNING,
    "More participants in the list than came in total.",
    _look,
)
