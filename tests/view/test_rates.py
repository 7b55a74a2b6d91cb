"""Sums over several currencies, beside which the same stands in one."""

from decimal import Decimal

import pytest

from lgdkit.model.city import City
from lgdkit.view.rates import converted
from lgdkit.view.values import Price
from status_city import read

EUR, SEK, USD = Price(Decimal(2), "EUR"), Price(Decimal("1000.50"), "SEK"), Price(Decimal(3), "USD")


def city(rates: str) -> City:
    return read(f"city: {{id: a, name: A, country: SE, languages: [sv], rates: {rates}}}\n")


@pytest.mark.parametrize(
    ("rates", "sums", "currency", "amount", "used"),
    [
        ("[{currency: EUR, to: SEK, rate: 11, date: 2024}]", (EUR, SEK), "SEK", "1023", ["EUR"]),
        ("[{currency: SEK, to: EUR, rate: 0.5, date: 2024}]", (EUR, SEK), "EUR", "502", ["SEK"]),
        # of two days the later one counts, and the other way round is the same rate
        (
            "[{currency: EUR, to: SEK, rate: 9, date: 2020}, {currency: SEK, to: EUR, rate: 0.1, date: 2024}]",
            (EUR, SEK),
            "SEK",
            "1021",
            ["SEK"],
        ),
        (
            "[{currency: EUR, to: SEK, rate: 10, date: 2024}, {currency: SEK, to: USD, rate: 0.1, date: 2024}]",
            (EUR, SEK, USD),
            "SEK",
            "1051",
            ["EUR", "SEK"],
        ),
    ],
)
def test_in_one_currency(
    rates: str, sums: tuple[Price, ...], currency: str, amount: str, used: list[str]
) -> None:
    found = converted(city(rates), sums)
    assert found is not None
    assert found.together == Price(Decimal(amount), currency)
    assert [each.one.currency for each in found.rates] == used


@pytest.mark.parametrize("sums", [(EUR,), (EUR, USD), (EUR, SEK, USD)])
def test_nothing_is_guessed(sums: tuple[Price, ...]) -> None:
    rates = "[{currency: EUR, to: SEK, rate: 11, date: 2024}, {currency: SEK, to: NOK, rate: 1, date: 2024}]"
    assert converted(city(rates), sums) is None
    assert converted(City(), sums) is None
