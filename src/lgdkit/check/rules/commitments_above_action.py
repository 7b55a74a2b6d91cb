"""Commitments that together reduce more than the action that they are parts of."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.figures import rounding
from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions, sum_of
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.quantity import BySector, Quantity

_Part = tuple[Commitment, Quantity | BySector]


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    parts: dict[str, list[_Part]] = {}
    for commitment in city.commitments:
        ghg = commitment.ghg
        if isinstance(ghg, Quantity | BySector) and commitment.action and commitment.status != "cancelled":
            parts.setdefault(commitment.action, []).append((commitment, ghg))
    for name, several in parts.items():
        action = city.action.get(name)
        impact = action.impact if action and not unread(action, "impact") else None
        if action is None or impact is None or not isinstance(impact.ghg, Quantity | BySector):
            continue
        whole = impact.ghg.tonnes()
        same = [(each, ghg) for each, ghg in several if each.per == impact.per]
        if len(same) < 2 or any(ghg.tonnes() > whole for _, ghg in same):
            continue  # of a single one, out-of-proportion speaks
        together = sum((ghg.tonnes() for _, ghg in same), Decimal(0))
        if together > whole and together > whole + rounding(impact.ghg, *(ghg for _, ghg in same)):
            like = impact.ghg if isinstance(impact.ghg, Quantity) else impact.ghg.sectors[0][1]
            yield Found(
                action.at("impact", "ghg"),
                f"The {len(same)} commitments to this action reduce {sum_of(together, like)} together, "
                f"and the action {emissions(impact.ghg)}.",
                f"at least {sum_of(together, like)}, or smaller commitments",
                "Look whether two partners count the same reduction, and whether the action's figure is newer.",
                tuple(Related(each.at("ghg"), "one of them") for each, _ in same[:10]),
            )


RULE = Rule("commitments-above-action", Severity.WARNING, "Commitments above their action.", _look)
