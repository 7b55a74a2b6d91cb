"""An agreement in which the city promises nothing in return."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import is_the_city, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import SETTLED

_READ = ("state", "level", "parties", "commitments")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for deal in city.deals:
        if deal.state not in SETTLED or deal.level == "declaration" or unread(deal, *_READ):
            continue
        own = [each for each in deal.parties if each in city.stakeholder and is_the_city(city, each)]
        if deal.lacks("city_contributions") and own and not _committed(city, deal, own):
            yield Found(
                deal.at("state"),
                f"This deal is {deal.state}, and the city contributes nothing to it.",
                "city_contributions: [{text: …}]",
                "Write what the city does in return: data, advice, a permit on time, a meeting each year.",
            )


def _committed(city: City, deal: Deal, own: list[str]) -> bool:
    """Say whether the city itself, or somebody who cannot be known, has a commitment in the deal."""
    named = [city.commitment.get(each) for each in deal.commitments]
    return any(each is None or each.by in own or each.by not in city.stakeholder for each in named)


RULE = Rule(
    "city-contributes-nothing", Severity.WARNING, "A deal to which the city contributes nothing.", _look
)
