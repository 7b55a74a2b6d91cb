"""The actions of a city as every document shows them: in the order of its fields."""

from dataclasses import dataclass

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.view.speech import Speech, day, decision_of
from lgdkit.view.ties import Ties
from lgdkit.view.values import Day, Figure, Said


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in a table."""

    id: str
    title: Said
    lead: Said | None
    partners: tuple[Said, ...]
    start: Day | None
    end: Day | None
    status: str
    decision: str
    """decided, agreed, proposed, or none."""
    reduction: Figure
    per: str
    cost: Figure
    commitments: int
    deals: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class FieldActions:
    """A field of action and what is done in it; `code` where it is a shared one without an own name."""

    id: str
    name: Said | None
    code: str | None
    actions: tuple[ActionLine, ...]


def fields_of(city: City) -> tuple[str, ...]:
    """Return the ids of the city's fields in its own order, then those that actions use besides."""
    named = tuple(each.id for each in city.record.fields) if city.record else ()
    used = sorted({each.field for each in city.actions if each.field and each.field not in named})
    return (*named, *used)


def by_field(city: City, speech: Speech) -> tuple[FieldActions, ...]:
    """Return every field with its actions; actions without a field come last, under no field."""
    names = {each.id: each.name for each in city.record.fields} if city.record else {}
    ties = Ties(city)
    groups = [
        FieldActions(
            field,
            speech.say(names[field]) if field in names else None,
            None if field in names else field,
            tuple(line(ties, speech, each) for each in actions_in(city, field)),
        )
        for field in fields_of(city)
    ]
    others = tuple(line(ties, speech, each) for each in actions_in(city, None))
    return (*groups, FieldActions("", None, None, others)) if others else tuple(groups)


def actions_in(city: City, field: str | None) -> tuple[Action, ...]:
    """Return the actions of a field, or those without one."""
    return tuple(each for each in city.actions if each.field == field)


def line(ties: Ties, speech: Speech, action: Action) -> ActionLine:
    """Return an action as a line of a table."""
    return ActionLine(
        id=action.id,
        title=speech.say(action.title),
        lead=speech.name(action.lead) if action.lead else None,
        partners=tuple(speech.name(each) for each in action.partners),
        start=day(action.start),
        end=day(action.end),
        status=action.status,
        decision=decision_of(action),
        reduction=speech.reduction(action.impact.ghg, action.impact.per)
        if action.impact
        else Figure("missing"),
        per=action.impact.per if action.impact else "year",
        cost=speech.figure(action.cost.total if action.cost else None),
        commitments=len(ties.commitments_to(action.id)),
        deals=tuple(speech.say(each.title) for each in ties.deals_about(action.id)),
    )
