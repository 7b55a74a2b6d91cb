"""What starts, what is due and what ends, year by year."""

from dataclasses import dataclass
from typing import Literal

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.view.portfolio import actions_in, fields_of
from lgdkit.view.speech import ActionName, Speech, day
from lgdkit.view.values import Day, Said

What = Literal["start", "milestone", "end"]
_ORDER: dict[What, int] = {"start": 0, "milestone": 1, "end": 2}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in an action; of a milestone, its title and whether it was reached."""

    date: Day
    what: What
    action: ActionName
    milestone: Said | None = None
    reached: bool = False
    done: Day | None = None
    """When it was reached, where that was on another date than it was due."""


@dataclass(frozen=True, slots=True)
class YearEvents:
    """What happens in one year: starts first, then milestones, then ends."""

    year: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """A milestone that nobody has set a date for."""

    action: ActionName
    milestone: Said


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, and what has no date in them; cancelled actions are left out."""

    years: tuple[YearEvents, ...]
    without_start: tuple[ActionName, ...]
    without_end: tuple[ActionName, ...]
    milestones_without_date: tuple[Undated, ...]
    cancelled: tuple[ActionName, ...]


def timeline(city: City, speech: Speech) -> Timeline:
    """Put the actions in the order of time."""
    ordered = [each for field in (*fields_of(city), None) for each in actions_in(city, field)]
    live = [each for each in ordered if each.status != "cancelled"]
    dated = [found for each in live for found in _events(speech, each)]
    years: dict[int, list[Event]] = {}
    for _, event in sorted(dated, key=lambda found: found[0]):
        years.setdefault(event.date.year, []).append(event)
    return Timeline(
        years=tuple(YearEvents(year, tuple(events)) for year, events in years.items()),
        without_start=tuple(speech.mention(each) for each in live if each.start is None),
        without_end=tuple(speech.mention(each) for each in live if each.end is None),
        milestones_without_date=tuple(
            Undated(speech.mention(each), speech.say(milestone.title))
            for each in live
            for milestone in each.milestones
            if milestone.due is None and milestone.done is None
        ),
        cancelled=tuple(speech.mention(each) for each in ordered if each.status == "cancelled"),
    )


def _events(speech: Speech, action: Action) -> list[tuple[tuple[int, ...], Event]]:
    """Return what happens in an action, each with where in the order of time it stands."""
    name = speech.mention(action)
    found: list[tuple[PartialDate | None, What, Said | None, PartialDate | None]] = [
        (action.start, "start", None, None),
        (action.end, "end", None, None),
        *(
            (each.due or each.done, "milestone", speech.say(each.title), each.done)
            for each in action.milestones
        ),
    ]
    events: list[tuple[tuple[int, ...], Event]] = []
    for date, what, milestone, done in found:
        if date is not None:
            place = (date.year, _ORDER[what], date.month or 0, date.day or 0)
            other = day(done) if done != date else None
            events.append((place, Event(Day(*date), what, name, milestone, done is not None, other)))
    return events
