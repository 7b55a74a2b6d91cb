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
    for commitment in city.commitments:
        action = city.action.get(commitment.action or "")
        if action is None or commitment.by not in city.stakeholder:
            continue
        if not action.partners or not action.lead or _takes_part(city, action, commitment.by):
            continue  # an action without lead or partners does not speak of all
        if unread(action, "lead", "partners") or is_the_city(city, commitment.by):
            continue
        if commitment.by in Meant(city).by(_named(action)) or _of_another_deal(city, commitment):
            continue
        yield Found(
            commitment.at("action"),
            f'"{commitment.by}" commits itself to the action "{action.id}", which names other partners only.',
            f"{commitment.by} among the partners of {action.id}, or another action",
            "Name the stakeholder under partners: of the action, or mend the id.",
        )


def _of_another_deal(city: City, commitment: Commitment) -> bool:
    """Say whether a deal names the commitment that is not the stakeholder's: commitment-of-no-party says so."""
    return any(commitment.id in deal.commitments and commitment.by not in deal.parties for deal in city.deals)


def _named(action: Action) -> tuple[str, ...]:
    return (*action.partners, action.lead) if action.lead else action.partners


def _takes_part(city: City, action: Action, name: str) -> bool:
    """Say whether a stakeholder takes part itself, through its group, or through a part of it."""
    named = _named(action)
    if name in named or city.stakeholder[name].part_of in named:
        return True
    return any(each in city.stakeholder and city.stakeholder[each].part_of == name for each in named)


RULE = Rule("not-among-partners", Severity.INFO, "A commitment to an action of other partners.", _look)
