"""How the deals of a city stand on a day: signatures, what is late, what is due, what nobody has touched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, get_args

from lgdkit.diagnostics import Key, Place
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.deal import Deal
from lgdkit.view.deadlines import OPEN, Deadline, Review, deadlines, reviews
from lgdkit.view.since_signed import changes, signing_of
from lgdkit.view.speech import Speech, day
from lgdkit.view.values import Day, Said
from lgdkit.vocab.deal import CLOSED, IN_FORCE, DealState

Since = Literal["adopted", "term", "written"]
STATES: tuple[str, ...] = get_args(DealState)


@dataclass(frozen=True, slots=True)
class Standing:
    """A deal and its state."""

    id: str
    title: Said
    state: str
    parties: int
    commitments: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A deal that waits for signatures: whose, and since when as far as that is known.

    `source` says what the waiting is counted from: the city's decision, the start of the term, or the day on
    which the state was written into the data.
    """

    id: str
    title: Said
    state: str
    parties: tuple[Said, ...]
    since: Day | None
    source: Since | None
    days: int | None
    """Whole days, at least; None where the beginning is not known or is not over yet."""


@dataclass(frozen=True, slots=True)
class Late:
    """What should be done by now, and by how many days it is late."""

    deadline: Deadline
    days: int


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done soon, and in how many days at the latest."""

    deadline: Deadline
    days: int


@dataclass(frozen=True, slots=True)
class Untouched:
    """A record that is open and that nobody has changed for long."""

    record: str
    title: Said
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is not as it was when a deal was signed."""

    deal: str
    signed: date
    record: str
    keys: tuple[Key, ...]
    """The keys of the value in its record; none of a whole commitment that came or went."""
    old: Any
    new: Any
    """Plain values, as lgdkit.model.agreed makes them; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Status:
    """All of it, for one city and one day."""

    city: str
    name: Said
    today: date
    until: date
    """The last day of what counts as due soon."""
    quiet_since: date
    """What was last changed before this day counts as untouched."""
    deals: tuple[Standing, ...]
    signatures: tuple[Waiting, ...]
    late: tuple[Late, ...]
    due: tuple[Due, ...]
    untouched: tuple[Untouched, ...] | None
    """None where the history of the files is not known."""
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The day that counts as today, how many days ahead are soon, and how many without a change are long."""

    today: date
    within: int = 90
    untouched: int = 365


def status(city: City, language: str, span: Span, touched: Mapping[str, date] | None) -> Status:
    """Say how a city's deals stand.

    Args:
        city: the city.
        language: the language of titles and names.
        span: the day, and how far to look ahead and back.
        touched: when each record was last changed, by kind and id: deals/heat-deal. For a deal also
            deals/heat-deal/state. None where that is not known.
    """
    speech = Speech(city, language)
    known = deadlines(city, speech)
    until = span.today + timedelta(span.within)
    quiet_since = span.today - timedelta(span.untouched)
    return Status(
        city=city.record.id if city.record else "",
        name=speech.proper(city.record.name) if city.record else Said("", language),
        today=span.today,
        until=until,
        quiet_since=quiet_since,
        deals=_standings(city, speech),
        signatures=tuple(
            _waiting(deal, speech, span.today, touched or {})
            for deal in city.deals
            if deal.state not in CLOSED | IN_FORCE
        ),
        late=_late(known, span.today),
        due=_due(known, reviews(city, speech), span.today, until),
        untouched=None if touched is None else tuple(_untouched(city, speech, span, touched)),
        changed=tuple(_changed(city)),
    )


def watched(city: City) -> dict[str, Place]:
    """Return the places of which it matters when they were last changed, as `status` wants them named."""
    deals = [each for each in city.deals if each.state not in CLOSED]
    return {
        **{f"deals/{each.id}": each.place for each in deals},
        **{f"deals/{each.id}/state": each.at("state") for each in deals},
        **{f"actions/{each.id}": each.place for each in city.actions if each.status in OPEN},
        **{f"commitments/{each.id}": each.place for each in city.commitments if each.status in OPEN},
    }


def _standings(city: City, speech: Speech) -> tuple[Standing, ...]:
    """Return the deals by state, from the first to the last that a deal goes through."""
    ordered = sorted(city.deals, key=lambda deal: STATES.index(deal.state))
    return tuple(
        Standing(
            deal.id, speech.say(deal.title), deal.state, len(deal.parties), len(city.commitments_of(deal))
        )
        for deal in ordered
    )


def _waiting(deal: Deal, speech: Speech, today: date, touched: Mapping[str, date]) -> Waiting:
    parties = tuple(speech.name(each) for each in deal.parties)
    since, source = _since(deal, today, touched.get(f"deals/{deal.id}/state"))
    days = (today - since.last_day()).days if since and since.last_day() <= today else None
    return Waiting(deal.id, speech.say(deal.title), deal.state, parties, day(since), source, days)


def _since(deal: Deal, today: date, written: date | None) -> tuple[PartialDate | None, Since | None]:
    adopted = deal.adopted.date if deal.adopted else None
    start = deal.term.start if deal.term else None
    if adopted and adopted.first_day() <= today:
        return adopted, "adopted"
    if start and start.last_day() < today:
        return start, "term"
    if written and written <= today:
        return PartialDate(written.year, written.month, written.day), "written"
    return None, None


def _late(known: tuple[Deadline, ...], today: date) -> tuple[Late, ...]:
    """Return what is late, the longest first; an action whose end is past is not late in starting, too.

    Promises of a deal have no word for being kept, and a deal that waits for signatures is listed there.
    """
    past = [each for each in known if each.last < today]
    ended = {each.record for each in past if each.what == "action-end"}
    return tuple(
        Late(each, (today - each.last).days)
        for each in past
        if each.what not in ("contribution", "benefit", "term-start")
        and not (each.what == "action-start" and each.record in ended)
    )


def _due(known: tuple[Deadline, ...], held: tuple[Review, ...], today: date, until: date) -> tuple[Due, ...]:
    years = range(today.year, until.year + 1)
    coming = [found for each in held for year in years if (found := each.of_year(year))]
    near = [each for each in (*known, *coming) if today <= each.last <= until]
    near.sort(key=lambda each: (each.last, each.record, each.key))
    return tuple(Due(each, (each.last - today).days) for each in near)


def _untouched(city: City, speech: Speech, span: Span, touched: Mapping[str, date]) -> Iterator[Untouched]:
    """Give the open records that nobody has changed for long, the longest first."""
    titles = {
        **{f"deals/{each.id}": each.title for each in city.deals if each.state not in CLOSED},
        **{f"actions/{each.id}": each.title for each in city.actions if each.status in OPEN},
        **{f"commitments/{each.id}": each.text for each in city.commitments if each.status in OPEN},
    }
    found = [
        Untouched(record, speech.say(title), touched[record], (span.today - touched[record]).days)
        for record, title in titles.items()
        if record in touched and (span.today - touched[record]).days > span.untouched
    ]
    yield from sorted(found, key=lambda each: (each.last, each.record))


def _changed(city: City) -> Iterator[Changed]:
    for deal in city.deals:
        signing = signing_of(city, deal)
        if signing:
            for each in changes(city, deal):
                yield Changed(deal.id, signing.day, each.record, each.keys, each.old, each.new)
