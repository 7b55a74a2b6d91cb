"""A field of action in which nothing is done."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.actions or not city.whole("actions", "fields"):
        return
    used = {each.field for each in city.actions if each.field}
    own = {each.id for each in city.record.fields}
    if not used <= own or any(unread(each, "field") for each in city.actions):
        return  # an unknown field may be any of these
    for field in city.record.fields:
        if field.id not in used:
            yield Found(
                field.place,
                f'No action stands in the field "{field.id}".',
                f"an action with field: {field.id}",
                "Look whether an action stands in another field that belongs here; if not, this is where to "
                "look for partners.",
            )


RULE = Rule("field-without-action", Severity.INFO, "A field of action without an action.", _look)
