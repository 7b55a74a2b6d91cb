"""What has a day by which it is to be done, as long as it is not done, and the reviews of deals.

Knows no today: what is late and what is near is for the reader of this list to say.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.deal import Deal
from lgdkit.model.text import Text

if TYPE_CHECKING:
    from lgdkit.model.sprint import NextStep
from lgdkit.view.speech import Speech, times
from lgdkit.view.values import Day, Said, Times
from lgdkit.vocab.deal import CLOSED, IN_FORCE
from lgdkit.vocab.period import MONTHS

What = Literal[
    "action-start",
    "action-end",
    "milestone",
    "commitment",
    "contribution",
    "benefit",
    "term-start",
    "term-end",
    "review",
    "next-step",
]
OPEN = ("not-started", "ongoing")
"""States of actions and commitments in which something is still expected; what is postponed has no day."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something to be done by a day.

    `record` and `key` together name it and stay the same when its day or its place in a file changes.
    """

    what: What
    record: str
    key: str
    title: Said
    detail: Said | None
    """Of a milestone, a promise or a next step, what it is; `title` is then that of its action, deal or sprint."""
    who: Said | None
    written: Day
    last: date
    """The last day that the date as written can mean."""


@dataclass(frozen=True, slots=True)
class Review:
    """When the parties of a deal in force look at it again: in one month, each year or every few years."""

    record: str
    title: Said
    every: Times
    month: int
    since: date | None
    """From when the deal holds, as far as the data says."""
    until: date | None
    years: int = 1
    """From one review to the next."""

    def of_year(self, year: int) -> Deadline | None:
        """Return the review of a year; None where the deal does not hold then, or another year has it."""
        if self.years > 1 and (self.since is None or (year - self._first(self.since)) % self.years):
            return None
        first = date(year, self.month, 1)
        last = date(year, self.month, calendar.monthrange(year, self.month)[1])
        if (self.since and last < self.since) or (self.until and first > self.until):
            return None
        return Deadline("review", self.record, "review", self.title, None, None, Day(year, self.month), last)

    def _first(self, since: date) -> int:
        """Return the year of the first review: the last one in which the period is not over yet."""
        return since.year + (since.month > self.month) + self.years - 1


def deadlines(city: City, speech: Speech) -> tuple[Deadline, ...]:
    """Return what is to be done, in the order of the days and then of the records."""
    found = [*_of_actions(city, speech), *_of_commitments(city, speech), *_of_deals(city, speech)]
    found += _of_sprints(city, speech)
    return tuple(sorted(_told_apart(found), key=lambda each: (each.last, each.record, each.key)))


def reviews(city: City, speech: Speech) -> tuple[Review, ...]:
    """Return the reviews of deals in force of which the month is known."""
    return tuple(each for deal in city.deals for each in _review(deal, speech))


def _of_actions(city: City, speech: Speech) -> Iterator[Deadline]:
    for action in city.actions:
        if action.status not in OPEN:
            continue
        record, title = f"actions/{action.id}", speech.say(action.title)
        who = speech.name(action.lead) if action.lead else None
        if action.start and action.status == "not-started":
            yield _deadline("action-start", record, "start", title, action.start, who=who)
        if action.end:
            yield _deadline("action-end", record, "end", title, action.end, who=who)
        for each in action.milestones:
            if each.due and not each.done:
                key, detail = f"milestones/{_sign(each.title)}", speech.say(each.title)
                yield _deadline("milestone", record, key, title, each.due, who=who, detail=detail)


def _of_commitments(city: City, speech: Speech) -> Iterator[Deadline]:
    for each in city.commitments:
        if each.due and not each.done and each.status in OPEN:
            record, who = f"commitments/{each.id}", speech.name(each.by)
            yield _deadline("commitment", record, "due", speech.say(each.text), each.due, who=who)


def _of_deals(city: City, speech: Speech) -> Iterator[Deadline]:
    for deal in city.deals:
        if deal.state in CLOSED:
            continue
        record, title = f"deals/{deal.id}", speech.say(deal.title)
        if deal.term and deal.state in IN_FORCE and deal.term.until:
            yield _deadline("term-end", record, "term/until", title, deal.term.until)
        if deal.term and deal.state not in IN_FORCE and deal.term.start:
            yield _deadline("term-start", record, "term/from", title, deal.term.start)
        who = speech.name(city.organisation) if city.organisation else None
        for each in deal.city_contributions:
            if each.due:
                key, detail = f"city_contributions/{_sign(each.text)}", speech.say(each.text)
                yield _deadline("contribution", record, key, title, each.due, who=who, detail=detail)
        for each in deal.partner_benefits:
            if each.due:
                key, detail = f"partner_benefits/{_sign(each.text)}", speech.say(each.text)
                yield _deadline("benefit", record, key, title, each.due, who=who, detail=detail)


def _of_sprints(city: City, speech: Speech) -> Iterator[Deadline]:
    for sprint in city.sprints:
        for each in sprint.next_steps:
            if each.due and not each.done:
                record, key = f"sprints/{sprint.id}", f"next_steps/{_sign(each.text)}"
                title, detail, who = speech.say(sprint.title), speech.say(each.text), _whose(each, speech)
                yield _deadline("next-step", record, key, title, each.due, who=who, detail=detail)


def _whose(step: "NextStep", speech: Speech) -> Said:
    """Say who takes a next step; a role alone might be that of any of the cities."""
    if step.by:
        return speech.name(step.by)
    return Said(
        ": ".join(filter(None, (step.city, step.role and speech.say(step.role).text))), speech.language
    )


def _deadline(
    what: What,
    record: str,
    key: str,
    title: Said,
    date: PartialDate,
    *,
    who: Said | None = None,
    detail: Said | None = None,
) -> Deadline:
    return Deadline(what, record, key, title, detail, who, Day(*date), date.last_day())


def _review(deal: Deal, speech: Speech) -> Iterator[Review]:
    review = deal.term.review if deal.term else None
    every = times(review.every) if review else None
    if deal.term is None or review is None or every is None or review.month is None:
        return
    if deal.state in IN_FORCE:
        signed = deal.signed.date if deal.signed else None
        since = deal.term.start or signed
        until = deal.term.until
        yield Review(
            f"deals/{deal.id}",
            speech.say(deal.title),
            every,
            review.month,
            since.first_day() if since else None,
            until.last_day() if until else None,
            max(1, MONTHS[review.every.per] // 12),
        )


def _sign(text: Text) -> str:
    """Return a short name for an entry of a list, which has no id: it stays while its text does."""
    wording = text.plain if text.plain is not None else text.wordings[0][1].text
    return sha256(" ".join(wording.split()).encode()).hexdigest()[:12]


def _told_apart(found: list[Deadline]) -> Iterator[Deadline]:
    """Number what would have the same name: two milestones of an action with one title."""
    seen: dict[tuple[str, str], int] = {}
    for each in found:
        number = seen.get((each.record, each.key), 0) + 1
        seen[each.record, each.key] = number
        yield each if number == 1 else replace(each, key=f"{each.key}/{number}")
