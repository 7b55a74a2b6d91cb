"""A party of a deal that commits itself to nothing."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Meant, is_the_city, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED

_READ = ("state", "level", "commitments", "parties")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("commitments"):
        return
    committed_at_all = {each.by for each in city.commitments}
    meant = Meant(city)
    perhaps_at_all = meant.by(sorted(committed_at_all))
    for deal in city.deals:
        if deal.state in CLOSED or deal.level == "declaration" or unread(deal, *_READ):
            continue
        committed, perhaps = committed_at_all, perhaps_at_all
        if deal.commitments:
            named = [city.commitment[each] for each in deal.commitments if each in city.commitment]
            if len(named) < len(deal.commitments):
                continue  # one of them is unknown: nobody knows whose it is
            committed = {each.by for each in named}
            if any(each in city.stakeholder and each not in deal.parties for each in committed):
                continue  # commitment-of-no-party says so
            perhaps = meant.by(sorted(committed))
        for index, party in enumerate(deal.parties):
            if party in committed or party in perhaps or party not in city.stakeholder:
                continue
            if is_the_city(city, party):
                continue
            yield Found(
                deal.at("parties", index),
                f'"{party}" is a party of this deal, but commits itself to nothing in it.',
                f"a commitment with by: {party}",
                "Write its commitment; one without figures says why with not_quantified.",
            )


RULE = Rule(
    "party-without-commitment", Severity.WARNING, "A party of a deal that commits itself to nothing.", _look
)
