"""A group of partners with which there is no deal."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED
from lgdkit.vocab.stakeholder import GROUPS


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.deals or not city.whole("stakeholders", "deals"):
        return
    parties = {party for deal in city.deals if deal.state not in CLOSED for party in deal.parties}
    if not parties <= city.stakeholder.keys():
        return  # one that nobody knows may be of any group
    others = {each.id: each.kind for each in city.stakeholders if each.id != city.organisation}
    there = set(others.values())
    bound = {kind for name, kind in others.items() if name in parties}
    missing = [group for group, kinds in GROUPS.items() if there & kinds and not bound & kinds]
    if missing:
        yield Found(
            city.record.place,
            f"There is no deal with anybody of these groups: {', '.join(missing)}.",
            "a deal with one of them among its parties",
            "Write the deal that you would like to have; state: requested is enough to begin with.",
        )


RULE = Rule("partner-group-without-deal", Severity.INFO, "A group of partners without a deal.", _look)
