"""The deadlines and reviews of a city as entries of a calendar: they depend on the data alone, not on the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lgdkit.model.city import City
from lgdkit.view.deadlines import Deadline, Review, deadlines, reviews
from lgdkit.view.speech import speech_of
from lgdkit.view.values import Said


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a whole day; it comes again after so many `years`, up to `until` if that is known."""

    uid: str
    """Names the entry for good: it stays the same when its day changes."""
    city: Said
    deadline: Deadline
    first: date
    years: int = 0
    """After how many years it comes again; 0 where it comes once."""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a city, and the deals whose reviews have no place in a calendar."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()
    """Deals of which the data does not say since when they hold."""


def entries(city: City, language: str, only: Sequence[Deadline] | None = None) -> Entries:
    """Return the entries of a city.

    Args:
        city: the city.
        language: the language of titles and names.
        only: the deadlines to take; None for all of them, and then reviews come again each year.
    """
    speech = speech_of(city, language)
    place = city.record.id if city.record else ""
    name = speech.proper(city.record.name) if city.record else Said("", language)
    taken = deadlines(city, speech) if only is None else only
    found = [Entry(_uid(place, each), name, each, _day(each)) for each in taken]
    left_out: list[str] = []
    for each in reviews(city, speech) if only is None else ():
        first = _first(each)
        if first is None:
            left_out.append(each.record)
        else:
            uid = _uid(place, first, yearly=True)
            found.append(Entry(uid, name, first, _day(first), years=each.years, until=each.until))
    return Entries(tuple(found), tuple(left_out))


def _first(review: Review) -> Deadline | None:
    """Return the first review of a deal; None where nobody knows since when it holds, or there is none."""
    if review.since is None:
        return None
    year = review.since.year
    found = (review.of_year(each) for each in range(year, year + review.years + 1))
    return next((each for each in found if each), None)


def _day(deadline: Deadline) -> date:
    """Return the day of an entry: of what is due the last one, of a review the first of its month."""
    return deadline.last.replace(day=1) if deadline.what == "review" else deadline.last


def _uid(city: str, deadline: Deadline, *, yearly: bool = False) -> str:
    year = f"/{deadline.written.year}" if deadline.what == "review" and not yearly else ""
    return f"{city}/{deadline.record}/{deadline.key}{year}@lgdkit"
