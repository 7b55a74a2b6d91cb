"""The partners of a deal: who they are and what they take part in."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.extras import ExtraLine, extras
from lgdkit.view.parties import kind_of
from lgdkit.view.speech import Speech
from lgdkit.view.values import Said
from lgdkit.vocab.deal import CLOSED


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A stakeholder in numbers and in its own words; `explained` where there are words."""

    name: Said
    kind: str
    legal_form: str | None
    leads: int
    takes_part: int
    commitments: int
    deals: int
    """In force or in preparation."""
    part_of: Said | None
    operations: Said | None
    collaboration: Said | None
    extra: tuple[ExtraLine, ...]
    note: Said | None
    sources: tuple[tuple[Said, str], ...]
    explained: bool


def partners(city: City, speech: Speech) -> tuple[PartnerLine, ...]:
    """Return every stakeholder of the city."""
    counts = _Counts(city)
    return tuple(_partner(speech, counts, each) for each in city.stakeholders)


class _Counts:
    def __init__(self, city: City) -> None:
        self.leads: dict[str, int] = {}
        self.takes_part: dict[str, int] = {}
        self.commitments: dict[str, int] = {}
        self.deals: dict[str, int] = {}
        for action in city.actions:
            if action.status != "cancelled":
                _add(self.leads, {action.lead} if action.lead else set())
                _add(self.takes_part, set(action.partners))
        for commitment in city.commitments:
            _add(self.commitments, {commitment.by})
        for deal in city.deals:
            if deal.state not in CLOSED:
                _add(self.deals, set(deal.parties))


def _add(counts: dict[str, int], ids: set[str]) -> None:
    for each in ids:
        counts[each] = counts.get(each, 0) + 1


def _partner(speech: Speech, counts: _Counts, partner: Stakeholder) -> PartnerLine:
    extra = extras(speech, partner.extra)
    return PartnerLine(
        name=speech.called(partner),
        kind=kind_of(speech.city, partner),
        legal_form=partner.legal_form,
        leads=counts.leads.get(partner.id, 0),
        takes_part=counts.takes_part.get(partner.id, 0),
        commitments=counts.commitments.get(partner.id, 0),
        deals=counts.deals.get(partner.id, 0),
        part_of=speech.name(partner.part_of) if partner.part_of else None,
        operations=speech.say(partner.operations),
        collaboration=speech.say(partner.collaboration),
        extra=extra,
        note=speech.say(partner.note),
        sources=speech.cited(partner.sources),
        explained=any((partner.part_of, partner.operations, partner.collaboration, extra, partner.note)),
    )
