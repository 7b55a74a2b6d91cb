"""A review that was due, of a deal that nobody has looked at since its signature."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.timing import months_after
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.deal import Review
from lgdkit.vocab.period import MONTHS


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        review = deal.term.review if deal.term else None
        signed = deal.signed.date if deal.signed else None
        if deal.state != "signed" or review is None or signed is None or signed.first_day() > today:
            continue
        until = deal.term.until if deal.term else None
        due = _first(signed, review)
        if due.last_day() < today and (until is None or today <= until.last_day()):
            yield Found(
                deal.at("state"),
                f"The first review of this deal was due by {due}, and its state is still signed.",
                "reporting, once the parties have looked at the deal for the first time",
                "If the review took place, write state: reporting. If not, call the parties together.",
            )


def _first(signed: PartialDate, review: Review) -> PartialDate:
    """Return the month of the first review: one period after the signature, in the month that is agreed."""
    day = months_after(signed.last_day(), max(1, MONTHS[review.every.per] // review.every.times))
    if review.month is not None:
        return PartialDate(day.year + (review.month < day.month), review.month)
    return PartialDate(day.year, day.month)


RULE = Rule("review-due", Severity.INFO, "A review that was due, of a deal still only signed.", _look)
