"""A signature of which nobody knows in what position it is given."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.vocab.deal import SETTLED


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state not in SETTLED or unread(deal, "signatories"):
            continue
        for index, each in enumerate(deal.signatories):
            party = city.stakeholder.get(each.party)
            if each.position is None and party is not None and not _has_role(party):
                yield Found(
                    deal.at("signatories", index),
                    f'Nothing says in what position somebody signs for "{each.party}".',
                    f"{{party: {each.party}, position: …}}",
                    "Write the position, such as managing director; the name stays out.",
                )


def _has_role(party: Stakeholder) -> bool:
    """Say whether the stakeholder itself names the position of who signs for it."""
    signatory = party.signatory
    return bool(signatory and signatory.role) or unread(party, "signatory")


RULE = Rule("signatory-without-position", Severity.WARNING, "A signatory without a position.", _look)
