"""What of a city goes along when a deal or an action is taken over by another one."""

from dataclasses import dataclass

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.view.ties import Ties


@dataclass(frozen=True, slots=True)
class Taken:
    """A deal with its commitments and actions, or an action with its commitments and the one deal on them."""

    kind: str
    """deals or actions: which of the two was asked for."""
    deal: Deal | None
    actions: tuple[Action, ...]
    commitments: tuple[Commitment, ...]
    parts: tuple[str, ...]
    """The stakeholders that carry it, other than the city's own organisation: parties, who commits, who leads."""
    others: tuple[str, ...]
    """Stakeholders that take part in its actions beside them."""

    @property
    def main(self) -> Deal | Action:
        """The record that was asked for."""
        return self.deal if self.kind == "deals" and self.deal else self.actions[0]


def deals_about(city: City, action: Action) -> tuple[Deal, ...]:
    """Return the deals that hold a commitment to an action."""
    return Ties(city).deals_about(action.id)


def with_deal(city: City, deal: Deal) -> Taken:
    """Return what goes along with a deal."""
    commitments = city.commitments_of(deal)
    named = {each.action for each in commitments}
    actions = tuple(each for each in city.actions if each.id in named)
    return _taken(city, "deals", deal, actions, commitments, deal.parties)


def with_action(city: City, action: Action, deal: Deal | None) -> Taken:
    """Return what goes along with an action: of a deal, what is about this action alone."""
    commitments = Ties(city).commitments_to(action.id)
    if deal is not None:
        held = {each.id for each in city.commitments_of(deal)}
        commitments = tuple(each for each in commitments if each.id in held)
    return _taken(city, "actions", deal, (action,), commitments, ())


def _taken(
    city: City,
    kind: str,
    deal: Deal | None,
    actions: tuple[Action, ...],
    commitments: tuple[Commitment, ...],
    parties: tuple[str, ...],
) -> Taken:
    carrying = (*parties, *(each.by for each in commitments), *(each.lead for each in actions if each.lead))
    parts = tuple(dict.fromkeys(each for each in carrying if each != city.organisation))
    partners = dict.fromkeys(each for action in actions for each in action.partners)
    others = tuple(each for each in partners if each not in parts and each != city.organisation)
    return Taken(kind, deal, actions, commitments, parts, others)
