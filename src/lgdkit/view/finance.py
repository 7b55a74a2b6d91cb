"""What the portfolio costs and who pays, per currency."""

from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.money import Money
from lgdkit.view.portfolio import FieldActions, actions_in
from lgdkit.view.rates import Converted, converted
from lgdkit.view.sheets import FundingLine, funding_line
from lgdkit.view.speech import Speech, decision_of
from lgdkit.view.totals import Costs, costs, prices
from lgdkit.view.values import Price, Said


@dataclass(frozen=True, slots=True)
class FieldCosts:
    """What the actions of a field cost; `without` counts those that have no figure."""

    name: Said | None
    code: str | None
    decided: tuple[Price, ...]
    undecided: tuple[Price, ...]
    without: int


@dataclass(frozen=True, slots=True)
class SourceMoney:
    """What comes from one source to all actions together, as far as it is known and equally certain."""

    source: Said
    by: Said | None
    status: str | None
    amount: Price


@dataclass(frozen=True, slots=True)
class Finance:
    """Costs and funding; cancelled actions are left out."""

    costs: Costs
    by_field: tuple[FieldCosts, ...]
    own: tuple[Price, ...]
    """The city's own share, as far as actions state it."""
    own_converted: Converted | None
    own_counted: int
    funding: tuple[FundingLine, ...]
    by_source: tuple[SourceMoney, ...]


def finance(city: City, speech: Speech, fields: tuple[FieldActions, ...]) -> Finance:
    """Add up what the actions cost, and list what pays for them."""
    live = [each for each in city.actions if each.status != "cancelled"]
    own = [each.cost.own for each in live if each.cost and isinstance(each.cost.own, Money)]
    shares = _sum(own)
    funding = tuple(funding_line(speech, each, line) for each in live for line in each.funding)
    return Finance(
        costs=costs(city, speech),
        by_field=tuple(_field(city, each) for each in fields if each.actions),
        own=shares,
        own_converted=converted(city, shares),
        own_counted=len(own),
        funding=funding,
        by_source=_by_source(funding),
    )


def _by_source(funding: tuple[FundingLine, ...]) -> tuple[SourceMoney, ...]:
    sums: dict[tuple[Said, Said | None, str | None, str], Decimal] = {}
    for each in funding:
        if isinstance(each.amount.amount, Price):
            key = each.source, each.by, each.status, each.amount.amount.currency
            sums[key] = sums.get(key, Decimal(0)) + each.amount.amount.amount
    return tuple(
        SourceMoney(source, by, status, Price(total, currency))
        for (source, by, status, currency), total in sums.items()
    )


def _field(city: City, field: FieldActions) -> FieldCosts:
    live = [each for each in actions_in(city, field.id or None) if each.status != "cancelled"]
    stated = [(each, total) for each in live if (total := _total(each)) is not None]
    return FieldCosts(
        name=field.name,
        code=field.code,
        decided=_sum([total for each, total in stated if decision_of(each) == "decided"]),
        undecided=_sum([total for each, total in stated if decision_of(each) != "decided"]),
        without=len(live) - len(stated),
    )


def _total(action: Action) -> Money | None:
    total = action.cost.total if action.cost else None
    return total if isinstance(total, Money) else None


def _sum(amounts: list[Money]) -> tuple[Price, ...]:
    sums: dict[str, Decimal] = {}
    for each in amounts:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
    return prices(sums)
