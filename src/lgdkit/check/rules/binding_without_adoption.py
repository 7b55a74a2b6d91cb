"""A binding agreement without the city's decision on it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.deal import Adoption
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state not in SETTLED or deal.legal_status == "non-binding":
            continue
        if not _found(deal.adopted) and not unread(deal, "adopted", "legal_status", "state"):
            yield Found(
                deal.at("legal_status"),
                f"This deal is {deal.legal_status}, and nothing says by what decision the city adopted it.",
                "adopted: {body: …, reference: …, date: …}",
                "Write the number of the decision, or the body and the day. If nothing was decided, the deal "
                "does not bind the city yet.",
            )


def _found(adopted: Adoption | None) -> bool:
    """Say whether a reader could find the decision: by its number, or by who took it and when."""
    return adopted is not None and bool(adopted.reference or (adopted.body and adopted.date))


RULE = Rule(
    "binding-without-adoption", Severity.WARNING, "A binding deal without the city's decision.", _look
)
