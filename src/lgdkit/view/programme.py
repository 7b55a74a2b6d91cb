"""The programme of a sprint, day by day, as its invitation, its agenda and its report show it."""

from dataclasses import dataclass

from lgdkit.model.date import PartialDate
from lgdkit.model.sprint import Presented
from lgdkit.view.speech import day
from lgdkit.view.sprint import Group, SprintHead, sprint_head
from lgdkit.view.values import Day, Link, Said


@dataclass(frozen=True, slots=True)
class PresentedLine:
    """A practice that is presented; `city` is the one whose data holds it."""

    title: Said
    by: Said | None
    day: Day | None
    website: Link | None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the programme; `begins` and `ends` are times of day as they were written."""

    id: str
    title: Said
    kind: str
    begins: str | None
    ends: str | None
    question: Said | None
    practices: tuple[Said, ...]
    note: Said | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A place that is visited."""

    title: Said
    organisation: Said | None
    text: Said | None


@dataclass(frozen=True, slots=True)
class DayProgramme:
    """What is done on one day; the day is None for what has none yet."""

    day: Day | None
    sessions: tuple[SessionLine, ...]
    visits: tuple[VisitLine, ...]
    presented: tuple[PresentedLine, ...]
    timed: bool
    """Whether the time of any session is known."""
    asked: bool
    """Whether any session has a question."""


def presented(group: Group, each: Presented) -> PresentedLine:
    """Return a practice that is presented, from the data of any of the cities where it is there."""
    by = group.speech.proper(each.by) if each.by else None
    title = group.speech.say(each.title) if each.title else None
    if each.practice:
        title = title or group.practice(each.practice)
        where = each.practice.rpartition("/")[0] or group.cities[0]
        by = by or group.city_name(where)
    website = Link(each.website) if each.website else None
    return PresentedLine(title or Said("", group.language), by, day(each.day), website)


def programme(group: Group) -> tuple[DayProgramme, ...]:
    """Return the programme day by day; what has no day yet comes last."""
    sprint = group.sprint
    dates = {each.day for part in (sprint.sessions, sprint.site_visits) for each in part}
    dates |= {each.day for each in sprint.practices if each.day}
    ordered = sorted(dates, key=lambda each: (each is None, each.first_day() if each else None, str(each)))
    return tuple(_day(group, date) for date in ordered)


def _day(group: Group, date: PartialDate | None) -> DayProgramme:
    sprint, speech = group.sprint, group.speech
    sessions = [each for each in sprint.sessions if each.day == date]
    return DayProgramme(
        day(date),
        tuple(
            SessionLine(
                each.id,
                speech.say(each.title),
                each.kind,
                each.start,
                each.end,
                speech.say(each.question),
                tuple(group.practice(one) for one in each.practices),
                speech.say(each.note),
            )
            for each in sessions
        ),
        tuple(
            VisitLine(
                speech.say(each.title),
                group.stakeholder(each.organisation) if each.organisation else None,
                speech.say(each.text),
            )
            for each in sprint.site_visits
            if each.day == date
        ),
        tuple(presented(group, each) for each in sprint.practices if each.day == date and date),
        timed=any(each.start or each.end for each in sessions),
        asked=any(each.question for each in sessions),
    )


@dataclass(frozen=True, slots=True)
class Invitation:
    """The invitation and the agenda; `invited` are the kinds of participant that are asked for something."""

    sprint: SprintHead
    focus: tuple[str, ...]
    invited: tuple[str, ...]
    days: tuple[DayProgramme, ...]


_ALWAYS = ("city", "observer", "sme", "social-economy")


def invitation(group: Group) -> Invitation:
    """Draw up the invitation; where nobody is listed yet, those are asked who belong to every sprint."""
    head = sprint_head(group)
    invited = tuple(each.kind for each in head.counts) or _ALWAYS
    return Invitation(head, head.focus, invited, programme(group))
