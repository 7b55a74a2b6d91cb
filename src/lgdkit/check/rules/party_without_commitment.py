"""A party of a deal that commits itself to nothing."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("commitments", "city"):
        return
    for deal in city.deals:
        if deal.state in CLOSED or deal.broken:
            continue
        committed = {each.by for each in city.commitments_of(deal)}
        for index, party in enumerate(deal.parties):
            if party in committed or party == city.organisation or party not in city.stakeholder:
                continue
            yield Found(
                deal.at("parties", index),
                f'"{party}" is a party of this deal, but commits itself to nothing in it.',
                f"a commitment with by: {party}",
                "Write its commitment; one without figures says why with not_quantified.",
            )


RULE = Rule("party-without-commitment", Severity.WARNING, "A party of a deal that commits itself to nothing.", _look)
