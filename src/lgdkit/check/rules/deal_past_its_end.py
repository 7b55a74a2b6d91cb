"""A deal that is said to be in force after its term has ended."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import IN_FORCE


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        until = deal.term.until if deal.term else None
        if until is None or deal.state not in IN_FORCE:
            continue
        start = deal.term.start if deal.term else None
        reversed_term = start is not None and until.last_day() < start.first_day()
        if until.last_day() < today and not reversed_term:
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state}, but its term ended {when(until)}.",
                "expired, or a later end under term: until:",
                "If it was renewed, write the new end; if not, set state: expired.",
            )


RULE = Rule("deal-past-its-end", Severity.WARNING, "A deal in force after its term has ended.", _look)
