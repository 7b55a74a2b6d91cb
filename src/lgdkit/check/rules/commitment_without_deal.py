"""A commitment by a stakeholder that is no party to any deal."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("deals", "city") or any("parties" in deal.broken for deal in city.deals):
        return
    parties = {party for deal in city.deals for party in deal.parties}
    for commitment in city.commitments:
        by = commitment.by
        if by in parties or by == city.organisation or by not in city.stakeholder:
            continue
        yield Found(
            commitment.at("by"),
            f'"{by}" commits itself here, but is no party to any deal.',
            f"a deal with {by} among its parties",
            "Write the deal; state: requested is enough to begin with.",
        )


RULE = Rule("commitment-without-deal", Severity.WARNING, "A commitment by a stakeholder without a deal.", _look)
