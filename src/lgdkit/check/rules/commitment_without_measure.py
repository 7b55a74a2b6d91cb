"""A commitment of which nobody can say whether it was kept."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.quantity import NotApplicable
from lgdkit.vocab.action import OPEN

_MEASURES = ("amount", "deliverable", "ghg", "investment", "indicator")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for commitment in city.commitments:
        if commitment.status not in OPEN or commitment.done is not None:
            continue
        if not any(_is_measure(commitment, field) for field in _MEASURES):
            yield Found(
                commitment.at("text"),
                "Nobody can see whether this commitment is kept: it has no figure and no result.",
                "deliverable: what the commitment delivers; or amount, ghg or investment with a figure",
                "Ask the partner what will be there. If no figure is known, say why with not_quantified.",
            )


def _is_measure(commitment: Commitment, field: str) -> bool:
    """Say whether a field holds a figure, a result or a reason; that it does not apply is none of these."""
    return not lacks(commitment, field) and not isinstance(getattr(commitment, field), NotApplicable)


RULE = Rule(
    "commitment-without-measure", Severity.WARNING, "A commitment with no figure and no result.", _look
)
