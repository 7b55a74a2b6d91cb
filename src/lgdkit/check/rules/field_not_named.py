"""An action in a field of action that the city does not name."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from lgdkit.check.known import unread
from lgdkit.check.near import Nearest, asked
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.meant import slip
from lgdkit.vocab.field_of_action import FieldOfAction

_SHARED: tuple[str, ...] = get_args(FieldOfAction)


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    own = city.declared.get("fields", {})
    known = list(own) or list(_SHARED)
    if city.record is None or unread(city.record, "fields"):
        return
    nearest = Nearest()
    of_actions = [(each, each.field) for each in city.actions]
    of_practices = [(each, each.field) for each in city.practices]
    for record, name in (*of_actions, *of_practices):
        if name is None or name in known:
            continue
        for_code = _own_name(city, name)
        meant = for_code or nearest.of(name, known)
        yield Found(
            record.at("field"),
            f'The city has no field of action "{name}".',
            "one of " + ", ".join(known),
            asked(meant, "Name the field under city: fields:, or choose one of these."),
            fault=name,
            fix=for_code or slip(name, known),
        )


def _own_name(city: City, code: str) -> str | None:
    """Return the city's own field for a shared code, where there is exactly one."""
    own = [field.id for field in city.record.fields if field.ccc == code] if city.record else []
    return own[0] if len(own) == 1 else None


RULE = Rule(
    "field-not-named", Severity.ERROR, "An action in a field of action that the city does not name.", _look
)
