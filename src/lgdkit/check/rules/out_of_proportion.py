"""A reduction larger than what it is a part of: the kiloton that should be a ton."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt
from lgdkit.model.quantity import BySector, Quantity


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    yield from _commitments(city)
    emissions = _largest(city)
    if emissions is None:
        return
    for action in city.actions:
        impact = action.impact
        if impact is None or impact.per != "year":
            continue
        ghg = impact.ghg
        if isinstance(ghg, Quantity) and ghg.tonnes() > emissions.ghg.tonnes():
            yield Found(
                action.at("impact", "ghg"),
                f"This reduces more than the whole city emits: {_said(emissions.ghg)} in {emissions.year}.",
                f"at most {_said(emissions.ghg)}",
                "Look at the unit: t, kt or Mt.",
            )
        elif isinstance(ghg, BySector):
            for sector, part in ghg.sectors:
                whole = emissions.sectors.get(sector, emissions.ghg)  # type: ignore[call-overload]
                if part.tonnes() > whole.tonnes():
                    yield Found(
                        action.at("impact", "ghg", sector),
                        f"This reduces more than the sector {sector} emits: {_said(whole)} in {emissions.year}.",
                        f"at most {_said(whole)}",
                        "Look at the unit: t, kt or Mt.",
                    )


def _commitments(city: City) -> Iterator[Found]:
    for commitment in city.commitments:
        action = city.action.get(commitment.action or "")
        if action is None or action.impact is None or action.impact.per != commitment.per:
            continue
        own, whole = _tonnes(commitment.ghg), _tonnes(action.impact.ghg)
        if own is not None and whole is not None and own > whole:
            yield Found(
                commitment.at("ghg"),
                f'This commitment reduces more than its whole action "{action.id}".',
                f"at most {_plain(whole)} t",
                "Look at the unit: t, kt or Mt.",
            )


def _tonnes(ghg: object) -> Decimal | None:
    return ghg.tonnes() if isinstance(ghg, Quantity | BySector) else None


def _largest(city: City) -> EmissionsAt | None:
    """Return the largest emissions that any target of the city names, so that no boundary is taken too narrow."""
    targets = city.record.targets if city.record else ()
    known = [each for target in targets for each in (target.baseline, target.latest) if each]
    return max(known, key=lambda each: (each.ghg.tonnes(), bool(each.sectors)), default=None)


def _said(quantity: Quantity) -> str:
    return f"{quantity.value} {quantity.unit}{'/year' if quantity.per_year else ''}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


RULE = Rule("out-of-proportion", Severity.WARNING, "A reduction larger than what it is a part of.", _look)
