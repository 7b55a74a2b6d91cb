"""A deal that others may join, without a word on who agrees to that."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state in CLOSED or deal.accession is None or unread(deal, "accession"):
            continue
        if deal.accession.open and deal.accession.consent is None:
            yield Found(
                deal.at("accession"),
                "Others may join this deal, and nothing says whose consent that takes.",
                "accession: {open: true, consent: …} with none, city or all",
                "Look at what was agreed, or ask the parties.",
            )


RULE = Rule(
    "accession-without-consent",
    Severity.INFO,
    "A deal that others may join, without a word on consent.",
    _look,
)
