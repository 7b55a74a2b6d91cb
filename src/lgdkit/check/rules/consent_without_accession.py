"""A deal that nobody may join, and that says whose consent it takes to join."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.accession and not deal.accession.open and deal.accession.consent is not None:
            yield Found(
                deal.at("accession", "consent"),
                "Nobody may join this deal, and yet it says whose consent that takes.",
                "open: true with a consent, or open: false alone",
                "If others may join, set open: true. If not, take the consent out.",
            )


RULE = Rule(
    "consent-without-accession", Severity.WARNING, "A consent to join a deal that nobody may join.", _look
)
