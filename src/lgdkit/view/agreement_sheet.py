"""The sheet on which a city and a partner work on their agreement."""

from dataclasses import dataclass
from typing import NamedTuple

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.city_gaps import MOST, gaps_now
from lgdkit.view.commitment_sheet import CommitmentLine, commitment_line
from lgdkit.view.request import request, speaks
from lgdkit.view.speech import ActionName, Speech
from lgdkit.view.sprint import Group, SprintHead, sprint_head
from lgdkit.view.values import Said
from lgdkit.vocab.deal import SETTLED

_NO_PARTNERS = ("municipality", "citizens")
"""Kinds of stakeholder with whom nobody sits down over an agreement: the city itself, and everybody."""


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner with whom an agreement is being made; `state` is None where there is no deal yet."""

    name: Said
    deal: Said | None
    state: str | None


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """The sheet on which a city and a partner work on their agreement."""

    sprint: SprintHead
    city: Said
    partner: Said
    kind: str
    deals: tuple[PartnerLine, ...]
    commitments: tuple[CommitmentLine, ...]
    asked: tuple[str, ...]
    """Codes of what the data does not say about the partner."""
    open_actions: tuple[ActionName, ...]
    """Actions of the city to which nobody is committed yet."""
    undecided: bool
    """Whether one of them is not decided yet, so that the disclaimer is printed."""


class Partner(NamedTuple):
    """A partner, and the city that it is one of."""

    where: str
    city: City
    stakeholder: Stakeholder

    @property
    def language(self) -> str:
        """The language in which it works on its agreement."""
        return speaks(self.city, self.stakeholder)


def partners_in(group: Group) -> tuple[Partner, ...]:
    """Return the partners for whom an agreement worksheet is drafted.

    These are the host's partners in deals that are not settled yet, and those of any of the cities that take
    part in the sprint.
    """
    found: dict[tuple[str, str], None] = {}
    for each in group.sprint.participants:
        if each.organisation:
            where, _, name = each.organisation.rpartition("/")
            found[where or group.cities[0], name] = None
    for deal in group.host.deals:
        if _is_open(deal):
            found.update(dict.fromkeys((group.cities[0], party) for party in deal.parties))
    chosen = []
    for where, name in found:
        city = group.city(where)
        known = city.stakeholder.get(name) if city else None
        if city and known and name != city.organisation and known.kind not in _NO_PARTNERS:
            chosen.append(Partner(where, city, known))
    return tuple(chosen)


def agreement_sheet(group: Group, partner: Partner) -> AgreementSheet:
    """Return the sheet of a partner."""
    where, city, stakeholder = partner
    speech = group.speech_of(city)
    asked = request(city, group.language, stakeholder)
    open_actions = gaps_now(city, speech).actions_without_commitment[:MOST]
    own = tuple(each for each in city.commitments if each.by == stakeholder.id)
    return AgreementSheet(
        sprint=sprint_head(group),
        city=group.city_name(where),
        partner=speech.proper(stakeholder.name),
        kind=stakeholder.kind,
        deals=tuple(_deal_lines(speech, city, stakeholder)),
        commitments=tuple(commitment_line(city, speech, each) for each in own),
        asked=asked.asked if asked else (),
        open_actions=open_actions,
        undecided=any(each.decision != "decided" for each in open_actions),
    )


def partner_lines(group: Group) -> list[PartnerLine]:
    """Return the partners of the sprint with what is being agreed with each."""
    found = []
    for _, city, stakeholder in partners_in(group):
        speech = group.speech_of(city)
        lines = [each for each in _deal_lines(speech, city, stakeholder) if each.state not in SETTLED]
        found += lines or [PartnerLine(speech.proper(stakeholder.name), None, None)]
    return found


def _is_open(deal: Deal) -> bool:
    return deal.state in ("requested", "negotiating")


def _deal_lines(speech: Speech, city: City, stakeholder: Stakeholder) -> list[PartnerLine]:
    name = speech.proper(stakeholder.name)
    return [
        PartnerLine(name, speech.say(deal.title), deal.state)
        for deal in city.deals
        if stakeholder.id in deal.parties and (_is_open(deal) or deal.state in SETTLED)
    ]
