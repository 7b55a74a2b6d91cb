"""A commitment that should have been fulfilled by now."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_OPEN = ("not-started", "ongoing")


def _look(city: City, today: date) -> Iterator[Found]:
    for commitment in city.commitments:
        due = commitment.due
        if due is None or commitment.status not in _OPEN or commitment.done or due.last_day() >= today:
            continue
        action = city.action.get(commitment.action or "")
        if unread(commitment, "status", "done") or (action and reversed_(action.start, due)):
            continue  # commitment-outside-period says so
        status = (
            f"is {commitment.status}"
            if "status" in commitment.model_fields_set
            else "has no status and so counts as not-started"
        )
        yield Found(
            commitment.at("due"),
            f"This commitment was due {when(due)}, but {status}.",
            "status: completed with done: and its date; or a later due:",
            "If it is late, leave it, and ask the partner. If not, mend the status or the date.",
        )


RULE = Rule("commitment-overdue", Severity.INFO, "A commitment that should have been fulfilled.", _look)
