"""A sprint as its papers tell it: what and when, who is in the room, the programme, what is presented."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lgdkit.model.city import City
from lgdkit.model.sprint import Participant, Sprint
from lgdkit.view.speech import Speech, day
from lgdkit.view.values import Day, Said, Span
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
class SprintHead:
    """What every paper of a sprint says at its beginning, and who takes part."""

    id: str
    title: Said
    host: Said
    organisation: Said
    office: Said | None
    office_role: Said | None
    period: Span | Day | None
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
        period=_period(sprint),
        venue=speech.say(sprint.venue),
        theme=speech.say(sprint.theme),
        question=speech.say(sprint.question),
        focus=sprint.focus,
        cities=tuple(group.city_name(each) for each in group.cities),
        counts=_counts(sprint.participants),
        participants=tuple(_participant(group, each) for each in sprint.participants),
        note=speech.say(sprint.note),
    )


def _period(sprint: Sprint) -> Span | Day | None:
    start, end = day(sprint.start), day(sprint.end)
    return Span(start, end) if start and end and start != end else start


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
