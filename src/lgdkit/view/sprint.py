"""A sprint as its papers tell it: what and when, who is in the room, the programme, what is presented."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lgdkit.model.city import City
from lgdkit.model.sprint import Participant, Presented, Sprint
from lgdkit.view.speech import Speech, day
from lgdkit.view.values import Day, Link, Said
from lgdkit.vocab.sprint import PARTICIPANT_KINDS


@dataclass(frozen=True, slots=True)
class Counted:
    """How many organisations and persons of one kind take part; `persons` where all of the kind say so."""

    kind: str
    organisations: int
    persons: int | None


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """An organisation that takes part, or several."""

    name: Said | None
    kind: str
    city: Said | None
    organisations: int
    persons: int | None
    note: Said | None


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


@dataclass(frozen=True, slots=True)
class SprintHead:
    """What every paper of a sprint says at its beginning, and who takes part."""

    id: str
    title: Said
    host: Said
    organisation: Said
    office: Said | None
    office_role: Said | None
    start: Day | None
    end: Day | None
    venue: Said | None
    theme: Said | None
    question: Said | None
    focus: tuple[str, ...]
    cities: tuple[Said, ...]
    """The host first."""
    counts: tuple[Counted, ...]
    participants: tuple[ParticipantLine, ...]
    note: Said | None


@dataclass(frozen=True)
class Group:
    """The cities of a sprint: the host, and those of the others whose data is at hand."""

    host: City
    sprint: Sprint
    others: Mapping[str, City]
    language: str

    @cached_property
    def cities(self) -> tuple[str, ...]:
        """The ids of the cities that take part, the host first."""
        return tuple(dict.fromkeys((self._own, *self.sprint.cities)))

    @property
    def _own(self) -> str:
        return self.host.record.id if self.host.record else ""

    @cached_property
    def speech(self) -> Speech:
        """What the host's data says, in the language of the paper or else in the sprint's first one."""
        return self.speech_of(self.host)

    def speech_of(self, city: City) -> Speech:
        """Return what the data of a city says; what the paper's language lacks is said in the sprint's first one."""
        working = (self.sprint.languages or self.host.languages)[0]
        return Speech(city, self.language, leading=working if working != self.language else "en")

    def city(self, name: str) -> City | None:
        """Return a city whose data is at hand."""
        return self.host if name == self._own else self.others.get(name)

    def city_name(self, name: str) -> Said:
        """Return the name of a city; of one whose data is not at hand, its id."""
        found = self.city(name)
        if found is None or found.record is None:
            return Said(name, self.language)
        return self.speech_of(found).proper(found.record.name)

    def holding(self, reference: str) -> tuple[City | None, str]:
        """Return the city that a reference leads to, and the id in it."""
        where, _, name = reference.rpartition("/")
        return (self.city(where) if where else self.host), name

    def stakeholder(self, reference: str) -> Said:
        """Return the name of a stakeholder of any of the cities; of one that is not at hand, its id."""
        city, name = self.holding(reference)
        return self.speech_of(city).name(name) if city else Said(reference, self.language)

    def practice(self, reference: str) -> Said:
        """Return the title of a practice of any of the cities; of one that is not at hand, its id."""
        city, name = self.holding(reference)
        found = next((each for each in city.practices if each.id == name), None) if city else None
        return self.speech_of(city).say(found.title) if city and found else Said(reference, self.language)


def sprint_head(group: Group) -> SprintHead:
    """Say what the sprint is, and who takes part."""
    sprint, speech, record = group.sprint, group.speech, group.host.record
    office = record.coordinator if record else None
    host = group.city_name(group.cities[0])
    return SprintHead(
        id=sprint.id,
        title=speech.say(sprint.title),
        host=host,
        organisation=speech.name(group.host.organisation) if group.host.organisation else host,
        office=speech.say(office.unit) if office else None,
        office_role=speech.say(office.role) if office else None,
        start=day(sprint.start),
        end=day(sprint.end) if sprint.end != sprint.start else None,
        venue=speech.say(sprint.venue),
        theme=speech.say(sprint.theme),
        question=speech.say(sprint.question),
        focus=sprint.focus,
        cities=tuple(group.city_name(each) for each in group.cities),
        counts=_counts(sprint.participants),
        participants=tuple(_participant(group, each) for each in sprint.participants),
        note=speech.say(sprint.note),
    )


def _counts(participants: tuple[Participant, ...]) -> tuple[Counted, ...]:
    counted = []
    for kind in PARTICIPANT_KINDS:
        own = [each for each in participants if each.kind == kind]
        known = [each.persons for each in own if each.persons is not None]
        if own:
            persons = sum(known) if len(known) == len(own) else None
            counted.append(Counted(kind, sum(each.organisations for each in own), persons))
    return tuple(counted)


def _participant(group: Group, each: Participant) -> ParticipantLine:
    name = None
    if each.organisation:
        name = group.stakeholder(each.organisation)
    elif each.name:
        name = group.speech.proper(each.name)
    city = group.city_name(each.city) if each.city else None
    note = group.speech.say(each.note)
    return ParticipantLine(name, each.kind, city, each.organisations, each.persons, note)


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
    sprint, speech = group.sprint, group.speech
    dates = {each.day for part in (sprint.sessions, sprint.site_visits) for each in part}
    dates |= {each.day for each in sprint.practices if each.day}
    ordered = sorted(dates, key=lambda each: (each is None, each.first_day() if each else None, str(each)))
    return tuple(
        DayProgramme(
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
                for each in sprint.sessions
                if each.day == date
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
        )
        for date in ordered
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
