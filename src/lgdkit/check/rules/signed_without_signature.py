"""A signed deal that does not say when it was signed, or by whom."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import IN_FORCE


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state not in IN_FORCE or deal.broken.intersection(("state", "signed", "signatories")):
            continue
        if deal.signed is None or deal.signed.date is None:
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state}, but its date of signature is missing.",
                "signed: {date: …}",
                "Write the day of the last signature, or an earlier state.",
            )
        signing = {each.party for each in deal.signatories}
        missing = [party for party in deal.parties if party not in signing and party in city.stakeholder]
        if missing:
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state}, but it does not say who signed for {', '.join(missing)}.",
                "signatories: with an entry {party: …, position: …} for each party",
                "Write the position of the person who signed; the name stays out.",
            )


RULE = Rule("signed-without-signature", Severity.ERROR, "A signed deal without date or signatory.", _look)
