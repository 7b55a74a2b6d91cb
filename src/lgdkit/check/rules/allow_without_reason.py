"""A finding accepted without a reason."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for allowance in city.allow:
        if not unread(allowance, "reason") and not (allowance.reason and allowance.reason.strip()):
            yield Found(
                allowance.place,
                "This entry accepts a finding and does not say why.",
                "reason: a sentence that the next reader understands",
                "Write the reason, or take the entry out to see the finding itself.",
            )


RULE = Rule("allow-without-reason", Severity.ERROR, "A finding accepted without a reason.", _look)
