"""A practice as others read it before they take it over."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.model.practice import Practice, Result
from lgdkit.model.text import Text
from lgdkit.view.speech import day
from lgdkit.view.sprint import Group
from lgdkit.view.values import Day, Figure, Said


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result of a practice."""

    text: Said
    amount: Figure
    day: Day | None


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """A practice as others read it before they take it over."""

    title: Said
    city: Said
    challenge: Said | None
    approach: Said | None
    strong_points: tuple[Said, ...]
    results: tuple[ResultLine, ...]
    enabling_conditions: tuple[Said, ...]
    did_not_work: tuple[Said, ...]
    transfer_tips: tuple[Said, ...]
    note: Said | None


def practice_sheet(group: Group, reference: str) -> PracticeSheet | None:
    """Return a practice of any of the cities; None where its data is not at hand."""
    city, name = group.holding(reference)
    found = next((each for each in city.practices if each.id == name), None) if city else None
    return practice_of(group, city, found) if city and found else None


def practice_of(group: Group, city: City, practice: Practice) -> PracticeSheet:
    """Return a practice of a city."""
    speech = group.speech_of(city)

    def said(texts: tuple[Text, ...]) -> tuple[Said, ...]:
        return tuple(speech.say(each) for each in texts)

    def result(each: Result) -> ResultLine:
        return ResultLine(speech.say(each.text), speech.figure(each.amount), day(each.date))

    return PracticeSheet(
        title=speech.say(practice.title),
        city=group.city_name(city.record.id if city.record else ""),
        challenge=speech.say(practice.challenge),
        approach=speech.say(practice.approach),
        strong_points=said(practice.strong_points),
        results=tuple(result(each) for each in practice.results),
        enabling_conditions=said(practice.enabling_conditions),
        did_not_work=said(practice.did_not_work),
        transfer_tips=said(practice.transfer_tips),
        note=speech.say(practice.note),
    )
