"""What came out of a sprint: the report, and the follow-up of the next steps."""

from dataclasses import dataclass

from lgdkit.model.sprint import Sprint
from lgdkit.model.text import Text
from lgdkit.view.next_steps import CitySteps, steps
from lgdkit.view.programme import DayProgramme, PresentedLine, presented, programme
from lgdkit.view.speech import ActionName
from lgdkit.view.sprint import Group, SprintHead, sprint_head
from lgdkit.view.values import Said
from lgdkit.view.worksheets import IdeaLine, ideas


@dataclass(frozen=True, slots=True)
class Told:
    """A challenge or a learning, and whose it is; of all cities, where `city` is None."""

    text: Said
    city: Said | None


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A deal that came out of the sprint; `state` is None where its data is not at hand."""

    title: Said
    city: Said
    state: str | None


@dataclass(frozen=True, slots=True)
class ActionOutcome:
    """An action that came out of the sprint, with how far its decision has come."""

    action: ActionName
    city: Said


@dataclass(frozen=True, slots=True)
class CommitmentOutcome:
    """A commitment that came out of the sprint; `by` is None where its data is not at hand."""

    text: Said
    by: Said | None
    city: Said


@dataclass(frozen=True, slots=True)
class Report:
    """The report."""

    sprint: SprintHead
    persons: int | None
    about: bool
    countries: int | None
    days: tuple[DayProgramme, ...]
    practices: tuple[PresentedLine, ...]
    challenges: tuple[Told, ...]
    ideas: tuple[IdeaLine, ...]
    learnings: tuple[Told, ...]
    steps: tuple[CitySteps, ...]
    outcome: Said | None
    actions: tuple[ActionOutcome, ...]
    commitments: tuple[CommitmentOutcome, ...]
    deals: tuple[OutcomeLine, ...]
    any: bool
    """Whether anything came out of it."""
    undecided: bool
    sources: tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The next steps of each city, to be sent round until they are done."""

    sprint: SprintHead
    steps: tuple[CitySteps, ...]
    deals: tuple[OutcomeLine, ...]


def is_over(sprint: Sprint) -> bool:
    """Say whether anything is recorded of what happened, so that there is something to report."""
    return any(
        (
            sprint.attendance,
            sprint.site_visits,
            sprint.practices,
            sprint.challenges,
            sprint.ideas,
            sprint.learnings,
            sprint.next_steps,
            sprint.outcomes,
        )
    )


def report(group: Group) -> Report:
    """Draw up the report of a sprint."""
    sprint, speech, came = group.sprint, group.speech, group.sprint.attendance
    actions, commitments, deals = _actions(group), _commitments(group), _deals(group)
    outcome = speech.say(sprint.outcomes.text) if sprint.outcomes else None
    return Report(
        sprint=sprint_head(group),
        persons=came.persons if came else None,
        about=bool(came and came.about),
        countries=came.countries if came else None,
        days=programme(group),
        practices=tuple(presented(group, each) for each in sprint.practices),
        challenges=tuple(_told(group, each.text, each.city) for each in sprint.challenges),
        ideas=ideas(group),
        learnings=tuple(_told(group, each.text, each.city) for each in sprint.learnings),
        steps=steps(group),
        outcome=outcome,
        actions=actions,
        commitments=commitments,
        deals=deals,
        any=any((outcome, actions, commitments, deals)),
        undecided=any(each.action.decision != "decided" for each in actions),
        sources=speech.cited(sprint.sources),
    )


def follow_up(group: Group) -> FollowUp:
    """Draw up the follow-up of the next steps."""
    return FollowUp(sprint_head(group), steps(group), _deals(group))


def _told(group: Group, text: Text, city: str | None) -> Told:
    return Told(group.speech.say(text), group.city_name(city) if city else None)


def _where(group: Group, reference: str) -> Said:
    return group.city_name(reference.rpartition("/")[0] or group.cities[0])


def _actions(group: Group) -> tuple[ActionOutcome, ...]:
    found = []
    for each in group.sprint.outcomes.actions if group.sprint.outcomes else ():
        city, name = group.holding(each)
        mention = group.speech_of(city).action(name) if city else group.speech.action(each)
        found.append(ActionOutcome(mention, _where(group, each)))
    return tuple(found)


def _commitments(group: Group) -> tuple[CommitmentOutcome, ...]:
    found = []
    for each in group.sprint.outcomes.commitments if group.sprint.outcomes else ():
        city, name = group.holding(each)
        known = city.commitment.get(name) if city else None
        speech = group.speech_of(city) if city else group.speech
        text = speech.say(known.text) if known else Said(each, group.language)
        found.append(CommitmentOutcome(text, speech.name(known.by) if known else None, _where(group, each)))
    return tuple(found)


def _deals(group: Group) -> tuple[OutcomeLine, ...]:
    found = []
    for each in group.sprint.outcomes.deals if group.sprint.outcomes else ():
        city, name = group.holding(each)
        known = next((deal for deal in city.deals if deal.id == name), None) if city else None
        title = group.speech_of(city).say(known.title) if city and known else Said(each, group.language)
        found.append(OutcomeLine(title, _where(group, each), known.state if known else None))
    return tuple(found)
