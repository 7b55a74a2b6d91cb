"""What is missing in a city's deal: fields and policy areas, leads, figures, commitments, deals."""

from dataclasses import dataclass
from typing import Any

from lgdkit.model.city import City
from lgdkit.view.portfolio import FieldActions
from lgdkit.view.questions import Asked, questions_about
from lgdkit.view.speech import ActionName, Speech
from lgdkit.view.ties import Ties
from lgdkit.view.values import Said
from lgdkit.vocab.deal import CLOSED
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS


@dataclass(frozen=True, slots=True)
class Coverage:
    """What serves one policy area of the European Green Deal."""

    area: str
    fields: tuple[Said, ...]
    actions: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing, each as the names of the records concerned; `any` says whether anything is."""

    any: bool
    fields_without_action: tuple[Said, ...]
    areas_without_action: tuple[str, ...]
    actions_without_lead: tuple[ActionName, ...]
    actions_without_commitment: tuple[ActionName, ...]
    actions_without_figures: tuple[ActionName, ...]
    stakeholders_without_commitment: tuple[Said, ...]
    stakeholders_without_deal: tuple[Said, ...]
    commitments_without_deal: tuple[Said, ...]
    roles_to_be_found: tuple[Said, ...]
    questions: tuple[Asked, ...]
    """Of what was taken over from other cities, what is still to be answered here."""


def coverage_of(city: City, speech: Speech) -> tuple[Coverage, ...]:
    """Return for each policy area of the European Green Deal what serves it; cancelled actions do not."""
    fields = city.record.fields if city.record else ()
    found = []
    for area in GREEN_DEAL_AREAS:
        serving = [each for each in fields if area in each.green_deal]
        ids = {each.id for each in serving}
        actions = sum(each.field in ids and each.status != "cancelled" for each in city.actions)
        found.append(Coverage(area, tuple(speech.say(each.name) for each in serving), actions))
    return tuple(found)


def gaps_of(
    city: City, speech: Speech, fields: tuple[FieldActions, ...], coverage: tuple[Coverage, ...]
) -> Gaps:
    """Return what is missing; a cancelled action lacks nothing, and fills nothing either."""
    ties = Ties(city)
    live = [each for each in city.actions if each.status != "cancelled"]
    lines = {line.id: line for group in fields for line in group.actions}
    committed = {each.by for each in city.commitments}
    in_deals = {party for deal in city.deals if deal.state not in CLOSED for party in deal.parties}
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found: dict[str, tuple[Any, ...]] = {
        "fields_without_action": tuple(
            each.name
            for each in fields
            if each.name and all(line.status == "cancelled" for line in each.actions)
        ),
        "areas_without_action": tuple(each.area for each in coverage if not each.actions),
        "actions_without_lead": tuple(speech.mention(each) for each in live if each.lead is None),
        "actions_without_commitment": tuple(
            speech.mention(each) for each in live if not ties.commitments_to(each.id)
        ),
        "actions_without_figures": tuple(
            speech.mention(each) for each in live if lines[each.id].reduction.state == "missing"
        ),
        "stakeholders_without_commitment": tuple(
            speech.called(each) for each in partners if each.id not in committed
        ),
        "stakeholders_without_deal": tuple(
            speech.called(each) for each in partners if each.id not in in_deals
        ),
        "commitments_without_deal": tuple(
            speech.say(each.text) for each in city.commitments if not ties.in_deal(each.id)
        ),
        "roles_to_be_found": tuple(speech.called(each) for each in city.stakeholders if each.to_be_found),
        "questions": questions_about(
            speech,
            (
                *(("deals", each) for each in city.deals if each.state not in CLOSED),
                *(("actions", each) for each in live),
                *(("commitments", each) for each in city.commitments),
            ),
        ),
    }
    return Gaps(any(found.values()), **found)
