"""A deal that names a commitment of a stakeholder that is no party to it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if not deal.commitments or unread(deal, "parties", "commitments"):
            continue
        for index, name in enumerate(deal.commitments):
            commitment = city.commitment.get(name)
            if commitment is None or commitment.by in deal.parties or commitment.by not in city.stakeholder:
                continue
            if commitment.by in Meant(city).by(deal.parties):
                continue
            yield Found(
                deal.at("commitments", index),
                f'This is a commitment of "{commitment.by}", which is no party to this deal.',
                f"a commitment of one of the parties, or {commitment.by} among them",
                "Write the commitment that was meant, or name the stakeholder under parties:.",
                (Related(commitment.at("by"), "who commits itself"),),
                fault=name,
            )


RULE = Rule("commitment-of-no-party", Severity.ERROR, "A deal with a commitment of somebody else.", _look)
