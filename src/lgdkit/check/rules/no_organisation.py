"""A city that does not say which stakeholder signs for it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.record or not lacks(city.record, "organisation") or not (city.stakeholders or city.deals):
        return
    municipal = [each.id for each in city.stakeholders if each.kind == "municipality"]
    yield Found(
        city.record.place,
        "The city does not say which stakeholder signs for it.",
        f"organisation: {municipal[0] if len(municipal) == 1 else 'with the id of the municipality'}",
        "Name it here." if municipal else "Write the municipality under stakeholders: and name it here.",
    )


RULE = Rule("no-organisation", Severity.WARNING, "A city that does not say who signs for it.", _look)
