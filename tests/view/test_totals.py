from decimal import Decimal

import pytest

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.view.speech import Speech
from lgdkit.view.totals import Apart, Costs, Reductions, costs, reductions
from lgdkit.view.values import Amount, Price


def read(actions: str, city: str = "{id: a, name: A, country: SE, languages: [en]}") -> City:
    reading = read_city({"city.yaml": f"city: {city}\nactions:\n{actions}".encode()})
    assert not reading.findings
    return reading.city


def sums(actions: str, city: str = "{id: a, name: A, country: SE, languages: [en]}") -> Reductions:
    found = read(actions, city)
    return reductions(found, Speech(found, "en"))


def spent(actions: str) -> Costs:
    found = read(actions)
    return costs(found, Speech(found, "en"))


def ids(group: tuple[Apart, ...]) -> list[str]:
    return [each.action.id for each in group]


GROUPS = """
  - {id: added, title: Added, impact: {ghg: 5 t/year}, decision: {status: decided}}
  - {id: counted, title: Counted, impact: {ghg: 2 t/year, counted_in: [added]}}
  - {id: enabling, title: Enabling, impact: {ghg: not-applicable, enables: [added]}}
  - {id: unknown, title: Unknown, impact: {ghg: {not_quantified: nobody measured}}}
  - {id: none, title: None, impact: {ghg: not-applicable}}
  - {id: blank, title: Blank, impact: {co_benefits: [health]}}
  - {id: empty, title: Empty}
  - {id: gone, title: Gone, status: cancelled, impact: {ghg: 9 t/year}}
"""


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("added", ["added"]),
        ("counted_elsewhere", ["counted"]),
        ("only_enabling", ["enabling"]),
        ("not_quantified", ["unknown"]),
        ("not_applicable", ["none"]),
        ("missing", ["blank", "empty"]),
        ("cancelled", ["gone"]),
    ],
)
def test_every_action_is_in_one_group(group: str, expected: list[str]) -> None:
    assert ids(getattr(sums(GROUPS), group)) == expected


def test_what_is_counted_elsewhere_names_where_and_with_which_decision() -> None:
    (apart,) = sums(GROUPS).counted_elsewhere
    (other,) = apart.others
    assert (other.title.text, other.decision) == ("Added", "decided")
    assert apart.action.decision == "none"


def test_decided_and_undecided_reductions_are_kept_apart() -> None:
    found = sums("""
  - {id: x, title: X, impact: {ghg: 1.5 kt/year}, decision: {status: decided}}
  - {id: y, title: Y, impact: {ghg: {transport: 400 t/year, waste: 100 t/year}}, decision: {status: proposed}}
""")
    assert found.decided == Amount(Decimal("1.5"), "kt", per_year=True, co2=True)
    assert found.undecided == Amount(Decimal("0.5"), "kt", per_year=True, co2=True)
    assert found.together == Amount(Decimal(2), "kt", per_year=True, co2=True)
    assert found.in_total is None


def test_a_reduction_in_total_is_never_added_to_yearly_ones() -> None:
    found = sums("""
  - {id: x, title: X, impact: {ghg: 1 t/year}}
  - {id: y, title: Y, impact: {ghg: 7 t, per: total}}
""")
    assert found.together == Amount(Decimal(1), "t", per_year=True, co2=True)
    assert found.in_total == Amount(Decimal(7), "t", per_year=False, co2=True)
    assert [each.per for each in found.added] == ["year", "total"]


def test_no_figures_give_no_sum_rather_than_nought() -> None:
    found = sums("  - {id: x, title: X}")
    assert found.together is None
    assert found.decided is None


def test_without_a_city_record_figures_may_be_added() -> None:
    city = read_city({"a.yaml": b"actions: [{id: x, title: X, impact: {ghg: 1 t/year}}]"}).city
    assert reductions(city, Speech(city, "en")).together == Amount(Decimal(1), "t", per_year=True, co2=True)


def test_a_city_may_forbid_the_sum_and_says_why() -> None:
    city = "{id: a, name: A, country: SE, languages: [en], totals: {additive: false, reason: they overlap}}"
    found = sums(GROUPS, city)
    assert not found.additive
    assert found.together is None
    assert found.why_not is not None
    assert found.why_not.text == "they overlap"
    assert ids(found.added) == ["added"]


def test_a_city_that_allows_the_sum_needs_no_reason() -> None:
    city = "{id: a, name: A, country: SE, languages: [en], totals: {additive: true}}"
    found = sums(GROUPS, city)
    assert found.additive
    assert found.why_not is None
    assert found.together is not None


def test_costs_are_added_per_currency_and_never_converted() -> None:
    found = spent("""
  - {id: x, title: X, cost: {total: 2 MEUR}, decision: {status: decided}}
  - {id: y, title: Y, cost: {total: 1 MSEK}}
  - {id: z, title: Z, cost: {total: 1 MEUR}}
""")
    assert found.decided == (Price(Decimal(2000000), "EUR"),)
    assert found.undecided == (Price(Decimal(1000000), "EUR"), Price(Decimal(1000000), "SEK"))
    assert found.together == (Price(Decimal(3000000), "EUR"), Price(Decimal(1000000), "SEK"))
    assert found.counted == 3


def test_actions_without_a_cost_are_named_and_cancelled_ones_are_left_out() -> None:
    found = spent("""
  - {id: x, title: X, cost: {total: {not_quantified: too early}}}
  - {id: y, title: Y}
  - {id: z, title: Z, cost: {total: 1 MEUR}, status: cancelled}
""")
    assert [(each.action.id, each.figure.state) for each in found.without] == [
        ("x", "not-quantified"),
        ("y", "missing"),
    ]
    assert found.together == ()
    assert found.counted == 0
