"""A deal whose term has begun, or is over, before anybody has signed it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED, IN_FORCE

_BEGUN = "Agree on new dates, or leave from: out: the term then begins with the signature."
_OVER = "Agree on new dates; if the deal will not come about, write state: withdrawn."


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        term = deal.term
        if term is None or deal.state in IN_FORCE or deal.state in CLOSED:
            continue
        if reversed_(term.start, term.until) or unread(deal, "state", "term"):
            continue
        if term.until and term.until.last_day() < today:
            key, what, way_out = "until", f"The term of this deal ended {when(term.until)}", _OVER
        elif term.start and term.start.last_day() < today:
            key, what, way_out = "from", f"The term of this deal began {when(term.start)}", _BEGUN
        else:
            continue
        state = f"is {deal.state}" if "state" in deal.model_fields_set else "counts as requested"
        yield Found(
            deal.at("term", key),
            f"{what}, but the deal {state}: nobody has signed it.",
            "a term that is still to come, or the state that was reached",
            way_out,
        )


RULE = Rule("term-begun-unsigned", Severity.WARNING, "A term that began before the signature.", _look)
