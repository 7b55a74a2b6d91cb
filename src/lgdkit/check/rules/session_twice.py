"""Two sessions of a sprint with one id: their worksheets would have one name."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        first: dict[str, int] = {}
        for index, session in enumerate(sprint.sessions):
            if first.setdefault(session.id, index) != index:
                yield Found(
                    sprint.at("sessions", index, "id"),
                    f'Another session of this sprint has the id "{session.id}".',
                    "an id of its own for each session",
                    "Add a word or a number to one of the two.",
                    (Related(sprint.at("sessions", first[session.id], "id"), "the first one"),),
                )


RULE = Rule("session-twice", Severity.ERROR, "Two sessions of a sprint with the same id.", _look)
