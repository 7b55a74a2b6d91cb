"""A reduction per year that is said to be a total, or a commitment that counts otherwise than its action."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.figures import tonnes
from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions
from lgdkit.diagnostics import Place, Related, Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.quantity import BySector, Quantity

_IN_WORDS = {"year": "per year", "total": "in total"}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        impact = action.impact
        if impact and impact.per == "total":
            yield from _yearly(impact.ghg, action.at("impact", "ghg"), action.at("impact", "per"))
    for commitment in city.commitments:
        if tonnes(commitment.ghg) is None or unread(commitment, "per", "action"):
            continue
        if commitment.per == "total":
            found = list(_yearly(commitment.ghg, commitment.at("ghg"), commitment.at("per")))
            yield from found
            if found:
                continue
        yield from _otherwise(city, commitment)


def _yearly(ghg: object, place: Place, per: Place) -> Iterator[Found]:
    parts: tuple[Quantity, ...] = ()
    if isinstance(ghg, Quantity):
        parts = (ghg,)
    elif isinstance(ghg, BySector):
        parts = tuple(part for _, part in ghg.sectors)
    if isinstance(ghg, Quantity | BySector) and any(part.per_year for part in parts):
        yield Found(
            place,
            f"{emissions(ghg)} is a figure per year, and per: total says that it is none.",
            "per: year, or a figure without /year",
            "Look in the source what the figure is: what one year brings, or all years together.",
            (Related(per, "it says so here"),),
        )


def _otherwise(city: City, commitment: Commitment) -> Iterator[Found]:
    action = city.action.get(commitment.action or "")
    impact = action.impact if action and not unread(action, "impact") else None
    if action is None or impact is None or impact.per == commitment.per:
        return
    if isinstance(impact.ghg, Quantity | BySector) and not _contradicts(impact.ghg, impact.per):
        yield Found(
            commitment.at("ghg"),
            f'This commitment gives its reduction {_IN_WORDS[commitment.per]}, its action "{action.id}" '
            f"{_IN_WORDS[impact.per]}.",
            f"both {_IN_WORDS[impact.per]}",
            "Convert one of the two; until then nobody can hold them side by side.",
            (Related(action.at("impact", "ghg"), "the figure of the action"),),
        )


def _contradicts(ghg: Quantity | BySector, per: str) -> bool:
    return per == "total" and any(True for _ in _yearly(ghg, Place(""), Place("")))


RULE = Rule("per-year-against-total", Severity.WARNING, "A figure per year against one in total.", _look)
