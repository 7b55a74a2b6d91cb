"""A commitment that is due at no time."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.action import OPEN


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for commitment in city.commitments:
        if (
            commitment.status not in OPEN
            or commitment.done is not None
            or unread(commitment, "done", "every")
        ):
            continue
        year = commitment.investment.year if commitment.investment else None
        if year is None and commitment.every is None and lacks(commitment, "due"):
            yield Found(
                commitment.place,
                "This commitment does not say by when.",
                "due: 2028, or every: {times: 1, per: year}",
                "Ask the partner for a year at least.",
            )


RULE = Rule("commitment-without-date", Severity.INFO, "A commitment that does not say by when.", _look)
