"""A stakeholder that takes part in nothing."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.unread or not city.stakeholders:
        return
    named: set[str] = set()
    for record, walked in city.walked:
        if record.broken:
            return  # it may be what names them
        named.update([name for _, kind, name in walked.references if kind == "stakeholders"])
    if not city.declared["stakeholders"].keys() >= {name for name in named if "/" not in name}:
        return  # a name that nobody knows may be the one
    for stakeholder in city.stakeholders:
        if stakeholder.id in named or stakeholder.note or stakeholder.collaboration:
            continue
        if stakeholder.influence and stakeholder.interest:
            continue  # rated in the stakeholder map, it is there to be won
        yield Found(
            stakeholder.place,
            f'"{stakeholder.id}" leads nothing, takes part in nothing and commits itself to nothing.',
            "an action, a commitment or a deal that names it; or its influence and interest, or a note",
            "Name it where it takes part, rate it for the stakeholder map, or say in a note why it is here.",
        )


RULE = Rule("stakeholder-in-nothing", Severity.INFO, "A stakeholder that takes part in nothing.", _look)
