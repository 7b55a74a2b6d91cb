"""An action that says neither what it brings nor why that is not known."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.action import Impact
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        if (
            action.status == "cancelled"
            or _says_something(action.impact)
            or unread(action, "impact", "status")
        ):
            continue
        yield Found(
            action.place,
            "This action says neither what it reduces nor why that is not known.",
            "impact: {ghg: 24 kt/year}, or {ghg: {not_quantified: the reason}}",
            "If it makes another action possible, name that one: enables; if that one counts it: counted_in.",
        )


def _says_something(impact: Impact | None) -> bool:
    """Say whether there is a figure, a reason for its lack, or an action that holds the figure."""
    return impact is not None and bool(
        impact.ghg
        or impact.energy_saved
        or impact.renewable_energy
        or impact.sinks
        or impact.counted_in
        or impact.enables
    )


RULE = Rule(
    "action-without-impact", Severity.INFO, "An action without a reduction and without a reason.", _look
)
