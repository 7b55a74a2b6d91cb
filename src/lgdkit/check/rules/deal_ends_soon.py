"""A deal in force whose term ends within three months."""

from collections.abc import Iterator
from datetime import date, timedelta

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import IN_FORCE

_SOON = timedelta(days=92)


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        term = deal.term
        if term is None or term.until is None or deal.state not in IN_FORCE:
            continue
        until = term.until
        if reversed_(term.start, until):
            continue
        if today <= until.last_day() <= today + _SOON:
            yield Found(
                deal.at("term", "until"),
                f"The term of this deal ends {when(until)}.",
                "a later end, once the parties have agreed on it",
                "Ask the parties now whether they go on: a renewal needs decisions on both sides.",
            )


RULE = Rule("deal-ends-soon", Severity.INFO, "A deal in force that ends within three months.", _look)
