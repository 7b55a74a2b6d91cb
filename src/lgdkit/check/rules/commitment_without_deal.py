"""A commitment by a stakeholder that is no party to any deal."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, is_the_city
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("deals"):
        return
    parties = {party for deal in city.deals for party in deal.parties}
    named = {each for deal in city.deals for each in deal.commitments}
    without = [
        commitment
        for commitment in city.commitments
        if commitment.by not in parties
        and commitment.id not in named  # commitment-of-no-party says so
        and commitment.by in city.stakeholder
        and not is_the_city(city, commitment.by)
    ]
    perhaps = Meant(city).by(sorted(parties)) if without else frozenset()
    for commitment in without:
        if commitment.by not in perhaps:
            yield Found(
                commitment.at("by"),
                f'"{commitment.by}" commits itself here, but is no party to any deal.',
                f"a deal with {commitment.by} among its parties",
                "Write the deal; state: requested is enough to begin with.",
                fault=commitment.by,
            )


RULE = Rule(
    "commitment-without-deal", Severity.WARNING, "A commitment by a stakeholder without a deal.", _look
)
