"""A deal that names a commitment of a stakeholder that is no party to it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    strange = list(_strange(city))
    meant = Meant(city) if strange else None
    for deal, index, commitment in strange:
        if meant and commitment.by not in meant.by(deal.parties):
            yield Found(
                deal.at("commitments", index),
                f'This is a commitment of "{commitment.by}", which is no party to this deal.',
                f"a commitment of one of the parties, or {commitment.by} among them",
                "Write the commitment that was meant, or name the stakeholder under parties:.",
                (Related(commitment.at("by"), "who commits itself"),),
                fault=commitment.id,
            )


def _strange(city: City) -> Iterator[tuple[Deal, int, Commitment]]:
    """Give the commitments that a deal names, and that are of none of its parties."""
    for deal in city.deals:
        if not deal.commitments or unread(deal, "parties", "commitments"):
            continue
        parties = frozenset(deal.parties)
        for index, name in enumerate(deal.commitments):
            commitment = city.commitment.get(name)
            if commitment and commitment.by not in parties and commitment.by in city.stakeholder:
                yield deal, index, commitment


RULE = Rule("commitment-of-no-party", Severity.ERROR, "A deal with a commitment of somebody else.", _look)
