"""An action in a field of action that the city does not name."""

import difflib
from collections.abc import Iterator
from datetime import date
from typing import get_args

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import ANY, City
from lgdkit.vocab.field_of_action import FieldOfAction

_SHARED: tuple[str, ...] = get_args(FieldOfAction)


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.whole("city", "fields"):
        return
    own = city.declared.get("fields", {})
    known = list(own) or list(_SHARED)
    if ANY in known:
        return
    for action in city.actions:
        if action.field is None or action.field in known:
            continue
        match = difflib.get_close_matches(action.field, known, 1)
        yield Found(
            action.at("field"),
            f'The city has no field of action "{action.field}".',
            "one of " + ", ".join(known),
            f'Did you mean "{match[0]}"?' if match else "Name the field under city: fields:, or choose one of these.",
        )


RULE = Rule("field-not-named", Severity.ERROR, "An action in a field of action that the city does not name.", _look)
