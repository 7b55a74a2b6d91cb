"""A signed deal that does not say when it was signed, or by whom."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import IN_FORCE


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    meant = Meant(city)
    for deal in city.deals:
        if deal.state not in IN_FORCE:
            continue
        lacks: list[str] = []
        expected: list[str] = []
        if not unread(deal, "signed") and (deal.signed is None or deal.signed.date is None):
            lacks.append("the date of the signature is missing")
            expected.append("signed: {date: …}")
        missing = [] if unread(deal, "signatories", "parties") else _unsigned(city, deal, meant)
        if missing:
            lacks.append(f"it does not say who signed for {', '.join(missing)}")
            expected += [f"signatories: {{party: {party}, position: …}}" for party in missing]
        if lacks:
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state}, but {' and '.join(lacks)}.",
                "; ".join(expected),
                "Write what is missing, or an earlier state. A position is enough; the name stays out.",
            )


def _unsigned(city: City, deal: Deal, meant: Meant) -> list[str]:
    signing = {each.party for each in deal.signatories}
    missing = [party for party in deal.parties if party not in signing and party in city.stakeholder]
    perhaps = meant.by(sorted(signing)) if missing else frozenset()
    return [party for party in missing if party not in perhaps]


RULE = Rule("signed-without-signature", Severity.ERROR, "A signed deal without date or signatory.", _look)
