"""A period of notice that is longer than what is left of the term."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import after
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED, IN_FORCE


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        until = deal.term.until if deal.term else None
        if deal.termination is None or deal.term is None or until is None or deal.state in CLOSED:
            continue
        start = deal.term.start.first_day() if deal.term.start else None
        if deal.state not in IN_FORCE:
            start = max(start, today) if start else today  # nobody can sign it earlier
        end = until.last_day()
        if start is None or end < start or unread(deal, "state"):
            continue
        notice = deal.termination.notice
        if after(start, notice) > end:
            length = f"{notice.count} {notice.unit}{'' if notice.count == 1 else 's'}"
            yield Found(
                deal.at("termination", "notice"),
                f"The term ends {when(until)}: with {length} of notice, no party can leave before.",
                f"a shorter notice, or a term longer than {length}",
                "Agree on a shorter notice, or leave it out: a deal with an end ends by itself.",
                (Related(deal.at("term", "until"), "the end of the term"),),
            )


RULE = Rule(
    "notice-longer-than-term", Severity.WARNING, "A notice longer than what is left of the term.", _look
)
