"""Figures that rules compare and add up, and how they say them."""

from decimal import Decimal

import pytest

from lgdkit.check.figures import half_step, out_of_scale, rounding, tonnes
from lgdkit.check.said import emissions, money, plain, sum_of
from lgdkit.model.money import parse_money
from lgdkit.model.quantity import BySector, parse_quantity


def _by(*amounts: str) -> BySector:
    return BySector(tuple(("waste", parse_quantity(each)) for each in amounts))


def test_sums_speak_in_the_unit_of_the_data() -> None:
    assert emissions(parse_quantity("319 kt/year")) == "319 kt/year"
    assert emissions(_by("319 kt/year")) == "319 kt/year"
    assert emissions(_by("1.5 kt", "200 t")) == "1.7 kt"
    assert sum_of(Decimal(1500), parse_quantity("1 t")) == "1500 t"
    assert money(Decimal(12_500_000), parse_money("1 MEUR")) == "12.5 MEUR"
    assert str(plain(Decimal("1E+3"))) == "1000"


def test_a_sum_of_rounded_figures_may_be_off() -> None:
    assert half_step(Decimal("22.9")) == Decimal("0.05")
    assert half_step(Decimal("Infinity")) == Decimal("0.5")
    assert rounding(parse_quantity("22.9 kt"), _by("3 t", "4 t")) == Decimal(51)


def test_figures_that_are_none() -> None:
    assert tonnes(None) is None
    assert tonnes(parse_quantity("2 kt")) == 2000


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1", "999", False),
        ("1", "1000", True),
        ("1000", "1", True),
        ("0", "5000", False),
        ("-2", "2000", True),
    ],
)
def test_a_thousandfold_is_a_slip(one: str, other: str, expected: bool) -> None:
    assert out_of_scale(Decimal(one), Decimal(other)) is expected
