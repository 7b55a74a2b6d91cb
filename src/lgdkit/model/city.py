"""A whole city: every record of its folder, in an order that no file decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from lgdkit.diagnostics import Place
from lgdkit.model.action import Action
from lgdkit.model.allowance import Allowance
from lgdkit.model.base import Record
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.indicator import Indicator
from lgdkit.model.kinds import Kinds
from lgdkit.model.person import Person
from lgdkit.model.signing import Signing
from lgdkit.model.source import Source
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.model.walk import Told, Walked, told, vocabulary, walk

if TYPE_CHECKING:
    from lgdkit.model.practice import Practice
    from lgdkit.model.sprint import Sprint
    from lgdkit.model.workspace import Vocabulary

LISTS: Kinds = Kinds(
    {
        "stakeholders": Stakeholder,
        "actions": Action,
        "commitments": Commitment,
        "deals": Deal,
        "indicators": Indicator,
        "persons": Person,
        "sources": Source,
    },
    seldom={
        "practices": "lgdkit.model.practice:Practice",
        "sprints": "lgdkit.model.sprint:Sprint",
    },
)
"""The keys of a file that hold lists of records with ids."""

INNER_LISTS = ("fields", "targets", "strategies")
"""Lists inside the city's own record whose entries have ids that other records refer to."""


ANY = "*"
"""As a kind: ids of unreadable files, whose kind nobody knows. As an id: a record without a readable one."""


class _Ranks(NamedTuple):
    """At which places in the list of commitments those of an id and of a party stand."""

    by_id: Mapping[str, int]
    by_party: Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class City:
    """What was read of one city.

    `declared` holds every id that was written, also of records that could not be read; `unread` names the
    kinds of which a record could not be read, so that nobody takes it for missing.
    """

    record: CityRecord | None = None
    stakeholders: tuple[Stakeholder, ...] = ()
    actions: tuple[Action, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    deals: tuple[Deal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    persons: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    practices: "tuple[Practice, ...]" = ()
    sprints: "tuple[Sprint, ...]" = ()
    allow: tuple[Allowance, ...] = ()
    declared: Mapping[str, Mapping[str, tuple[Place, ...]]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    signings: tuple[Signing, ...] = ()
    """Of each deal that was signed with `lgd sign`, what was agreed on the last day of signing."""
    shared: "Mapping[str, Vocabulary]" = field(default_factory=dict)
    """The vocabularies that the cities of its workspace share, by id."""
    originals: Mapping[str, str | None] = field(default_factory=dict)
    """Of what was taken over from cities that are at hand, the digest that the original has now."""
    others: "Mapping[str, City]" = field(default_factory=dict)
    """The cities that this one names and that are at hand, by id."""

    def records(self) -> "tuple[Record, ...]":
        """Return every record that has an id."""
        own: tuple[Record, ...] = (self.record,) if self.record else ()
        return (
            *own,
            *self.stakeholders,
            *self.actions,
            *self.commitments,
            *self.deals,
            *self.indicators,
            *self.persons,
            *self.sources,
            *self.practices,
            *self.sprints,
        )

    @cached_property
    def walked(self) -> "tuple[tuple[Record, Walked], ...]":
        """Every record with the references, texts and plain strings that it holds."""
        return tuple((record, walk(record)) for record in self.records())

    @cached_property
    def abroad(self) -> frozenset[str]:
        """The ids of other cities, of which a record is named or was taken over."""
        named = [each[2] for _, walked in self.walked for each in walked.references if "/" in each[2]]
        for records in (self.actions, self.commitments, self.deals):
            named += [each.replicates.source for each in records if each.replicates]
        own = self.record.id if self.record else ""
        return frozenset(each.partition("/")[0] for each in named) - {own}

    @cached_property
    def spoken(self) -> "tuple[tuple[Record, Walked], ...]":
        """What `walked` holds, less the persons, who are kept apart."""
        return tuple(each for each in self.walked if type(each[0]) is not Person)

    @cached_property
    def told(self) -> Told:
        """What these records say in words."""
        return told(walked for _, walked in self.spoken)

    @cached_property
    def vocabulary(self) -> str:
        """Every different word of the texts in small letters: far less to search than the texts."""
        return vocabulary(self.told.texts)

    def whole(self, *kinds: str) -> bool:
        """Say whether every record of these kinds could be read: what is not there is then truly missing."""
        return not self.unread.intersection(kinds)

    @cached_property
    def stakeholder(self) -> Mapping[str, Stakeholder]:
        """Stakeholders by id."""
        return {each.id: each for each in self.stakeholders}

    @cached_property
    def action(self) -> Mapping[str, Action]:
        """Actions by id."""
        return {each.id: each for each in self.actions}

    @cached_property
    def commitment(self) -> Mapping[str, Commitment]:
        """Commitments by id."""
        return {each.id: each for each in self.commitments}

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {each.id: each for each in self.indicators}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {each.id: each for each in self.sources}

    @cached_property
    def organisation(self) -> str | None:
        """The id of the stakeholder that signs for the city."""
        return self.record.organisation if self.record else None

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages of the documents, the city's own first; English where the record could not be read."""
        return self.record.languages if self.record else ("en",)

    @property
    def kind(self) -> str:
        """What the municipality calls itself; empty where it does not say."""
        return (self.record.kind if self.record else None) or ""

    def commitments_of(self, deal: Deal) -> tuple[Commitment, ...]:
        """Return the commitments of a deal: those it names, else all by its parties other than the city."""
        ranks = self._commitment_ranks
        if deal.commitments:
            found = {ranks.by_id[each] for each in deal.commitments if each in ranks.by_id}
        else:
            partners = set(deal.parties) - {self.organisation}
            found = {rank for each in partners for rank in ranks.by_party.get(each, ())}
        return tuple(self.commitments[rank] for rank in sorted(found))

    def commitments_by(self, party: str) -> tuple[Commitment, ...]:
        """Return all commitments of a stakeholder."""
        return tuple(self.commitments[rank] for rank in self._commitment_ranks.by_party.get(party, ()))

    def deals_of(self, stakeholder: str) -> Sequence[Deal]:
        """Return the deals that a stakeholder is a party to."""
        return self._deals_by_party.get(stakeholder, ())

    @cached_property
    def _deals_by_party(self) -> Mapping[str, Sequence[Deal]]:
        found: dict[str, list[Deal]] = {}
        for deal in self.deals:
            for party in dict.fromkeys(deal.parties):
                found.setdefault(party, []).append(deal)
        return found

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What views have worked out of the city, to use it again; only they know what it is."""
        return {}

    @cached_property
    def _commitment_ranks(self) -> "_Ranks":
        by_party: dict[str, list[int]] = {}
        for rank, each in enumerate(self.commitments):
            by_party.setdefault(each.by, []).append(rank)
        return _Ranks({each.id: rank for rank, each in enumerate(self.commitments)}, by_party)
