"""The action inventory as data: a row an action, with ids and codes that programs can rely on."""

from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.city import City
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.view.speech import speech_of
from lgdkit.view.totals import decision_of


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action; amounts are plain numbers, and `..._state` says why there is none."""

    city: str
    field: str
    id: str
    title: str
    lead: str
    partners: tuple[str, ...]
    start: str
    end: str
    status: str
    decision: str
    reduction_tonnes: Decimal | None
    reduction_per: str
    reduction_state: str
    reduction_reason: str
    counted_in: tuple[str, ...]
    enables: tuple[str, ...]
    cost: Decimal | None
    currency: str
    cost_state: str
    cost_reason: str
    commitments: tuple[str, ...]
    deals: tuple[str, ...]


def inventory_rows(city: City, language: str) -> tuple[ActionRow, ...]:
    """Return a row for each action, titles and reasons in one language."""
    speech = speech_of(city, language)
    rows = []
    for action in city.actions:
        impact = action.impact
        ghg = impact.ghg if impact else None
        reduction = speech.figure(ghg, co2=True)
        total = action.cost.total if action.cost else None
        cost = speech.figure(total)
        own = tuple(each.id for each in city.commitments if each.action == action.id)
        rows.append(
            ActionRow(
                city=city.record.id if city.record else "",
                field=action.field or "",
                id=action.id,
                title=speech.say(action.title).text,
                lead=action.lead or "",
                partners=action.partners,
                start=str(action.start or ""),
                end=str(action.end or ""),
                status=action.status,
                decision=decision_of(action),
                reduction_tonnes=ghg.tonnes() if isinstance(ghg, Quantity | BySector) else None,
                reduction_per=impact.per if impact else "year",
                reduction_state=reduction.state,
                reduction_reason=reduction.reason.text if reduction.reason else "",
                counted_in=impact.counted_in if impact else (),
                enables=impact.enables if impact else (),
                cost=total.amount if isinstance(total, Money) else None,
                currency=total.currency if isinstance(total, Money) else "",
                cost_state=cost.state,
                cost_reason=cost.reason.text if cost.reason else "",
                commitments=own,
                deals=tuple(
                    deal.id
                    for deal in city.deals
                    if any(each.id in own for each in city.commitments_of(deal))
                ),
            )
        )
    return tuple(rows)
