"""A group of partners of which the city has written down nobody."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.stakeholder import GROUPS


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.whole("stakeholders"):
        return
    others = [each for each in city.stakeholders if each.id != city.organisation]
    kinds = {each.kind for each in others}
    missing = [group for group, members in GROUPS.items() if kinds.isdisjoint(members)]
    if others and missing and not unread(city.record, "organisation"):
        kinds_of = "; ".join(f"{group}: {', '.join(sorted(GROUPS[group]))}" for group in missing)
        yield Found(
            city.record.place,
            f"The city names no stakeholder of these groups: {', '.join(missing)}.",
            f"a stakeholder of a kind that belongs there ({kinds_of})",
            "Ask who is missing at the table, and write them down even before they take part.",
        )


RULE = Rule("partner-group-missing", Severity.INFO, "A group of partners without a stakeholder.", _look)
