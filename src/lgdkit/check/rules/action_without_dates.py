"""An action that does not say when it starts or ends."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.action import OPEN


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        missing = [field for field in ("start", "end") if lacks(action, field)]
        if missing and action.status in OPEN:
            yield Found(
                action.place,
                f"This action does not say when it {' or when it '.join(f'{each}s' for each in missing)}.",
                ", ".join(f"{each}: a year, a month or a day" for each in missing),
                "A year is enough; without it nobody sees that the action is late.",
            )


RULE = Rule(
    "action-without-dates", Severity.INFO, "An action that does not say when it starts or ends.", _look
)
