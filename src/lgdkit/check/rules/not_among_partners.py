"""A commitment to an action that does not name the stakeholder."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, is_the_city, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    outside = list(_outside(city))
    if not outside:
        return
    meant, elsewhere = Meant(city), _of_another_deal(city)
    for commitment, action in outside:
        if commitment.id in elsewhere or commitment.by in meant.by(_named(action)):
            continue
        yield Found(
            commitment.at("action"),
            f'"{commitment.by}" commits itself to the action "{action.id}", which names other partners only.',
            f"{commitment.by} among the partners of {action.id}, or another action",
            "Name the stakeholder under partners: of the action, or mend the id.",
        )


def _outside(city: City) -> Iterator[tuple[Commitment, Action]]:
    """Give the commitments to actions that name their stakeholder nowhere."""
    for commitment in city.commitments:
        action = city.action.get(commitment.action or "")
        if action is None or not action.partners or not action.lead:
            continue  # an action without lead or partners does not speak of all
        if commitment.by not in city.stakeholder or _takes_part(city, action, commitment.by):
            continue
        if not unread(action, "lead", "partners") and not is_the_city(city, commitment.by):
            yield commitment, action


def _of_another_deal(city: City) -> frozenset[str]:
    """Return the commitments that a deal names and that are of no party: commitment-of-no-party says so."""
    return frozenset(
        name
        for deal in city.deals
        for name in deal.commitments
        if name in city.commitment and city.commitment[name].by not in deal.parties
    )


def _named(action: Action) -> tuple[str, ...]:
    return tuple(filter(None, (*action.partners, action.lead)))


def _takes_part(city: City, action: Action, name: str) -> bool:
    """Say whether a stakeholder takes part itself, through its group, or through a part of it."""
    named = _named(action)
    if name in named or city.stakeholder[name].part_of in named:
        return True
    return any(each in city.stakeholder and city.stakeholder[each].part_of == name for each in named)


RULE = Rule("not-among-partners", Severity.INFO, "A commitment to an action of other partners.", _look)
