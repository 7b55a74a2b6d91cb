"""A party of a deal whom nobody knows how to reach."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import is_the_city, lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    parties = {
        party
        for deal in city.deals
        if deal.state not in CLOSED and deal.state != "requested"
        for party in deal.parties
    }
    for stakeholder in city.stakeholders:
        if (
            stakeholder.id in parties
            and lacks(stakeholder, "contact")
            and not is_the_city(city, stakeholder.id)
        ):
            yield Found(
                stakeholder.place,
                f'"{stakeholder.id}" is a party of a deal, and nothing says whom to talk to there.',
                "contact: {role: …}",
                "Write the role; a name belongs under persons: and is named here by its id.",
            )


RULE = Rule("party-without-contact", Severity.INFO, "A party of a deal without a contact.", _look)
