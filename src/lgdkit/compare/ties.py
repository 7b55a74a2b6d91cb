"""Which deals and stakeholders a record has to do with, on one side of a comparison."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from lgdkit.model.deal import Deal


class Tied:
    """The ties of one side."""

    def __init__(self, lists: Mapping[str, tuple[Any, ...]], organisation: str | None) -> None:
        """Take the records by kind, and the stakeholder that signs for the city."""
        self._lists = lists
        self._organisation = organisation
        self._records = {kind: {each.id: each for each in records} for kind, records in lists.items()}

    def members(self, deal: Deal) -> tuple[str, ...]:
        """Return the commitments of a deal: those it names, else all by its parties other than the city."""
        if deal.commitments:
            return deal.commitments
        partners = set(deal.parties) - {self._organisation}
        return tuple(each.id for each in self._lists["commitments"] if each.by in partners)

    def deals(self, kind: str, id_: str) -> tuple[str, ...]:
        """Return the deals that hold a commitment; of a deal, itself."""
        if kind == "deals":
            return (id_,) if id_ in self._records["deals"] else ()
        return tuple(self._deals.get(id_, ())) if kind == "commitments" else ()

    @cached_property
    def _deals(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for deal in self._lists["deals"]:
            for each in self.members(deal):
                found.setdefault(each, []).append(deal.id)
        return found

    def stakeholders(self, kind: str, id_: str) -> frozenset[str]:
        """Return the stakeholders that a record is about: who commits itself, is a party, leads or takes part."""
        record = self._records[kind].get(id_)
        if kind == "stakeholders":
            return frozenset((id_,))
        if record is None:
            return frozenset()
        if kind == "commitments":
            return frozenset((record.by,))
        if kind == "deals":
            return frozenset(record.parties)
        if kind == "actions":
            paying = (each.by for each in record.funding)
            return frozenset(
                filter(None, (record.lead, *record.partners, *paying, *self._committed.get(id_, ())))
            )
        return frozenset()

    @cached_property
    def _committed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in self._lists["commitments"]:
            found.setdefault(each.action, []).append(each.by)
        return found
