"""Which records belong together: the commitments to an action, and the deals that hold them."""

from functools import cached_property

from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal


class Ties:
    """Finds what belongs to an action, without going through every record for each of them."""

    def __init__(self, city: City) -> None:
        """Take the city whose records are looked at."""
        self._city = city

    def commitments_to(self, action: str) -> tuple[Commitment, ...]:
        """Return the commitments to an action."""
        return tuple(self._commitments.get(action, ()))

    def deals_about(self, action: str) -> tuple[Deal, ...]:
        """Return the deals that hold a commitment to an action."""
        found = {deal for each in self.commitments_to(action) for deal in self._deals_of.get(each.id, ())}
        return tuple(self._city.deals[number] for number in sorted(found))

    def in_deal(self, commitment: str) -> bool:
        """Say whether a deal holds this commitment."""
        return commitment in self._deals_of

    @cached_property
    def _commitments(self) -> dict[str, list[Commitment]]:
        found: dict[str, list[Commitment]] = {}
        for each in self._city.commitments:
            if each.action is not None:
                found.setdefault(each.action, []).append(each)
        return found

    @cached_property
    def _deals_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, deal in enumerate(self._city.deals):
            for each in self._city.commitments_of(deal):
                found.setdefault(each.id, []).append(number)
        return found
