from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.model.fault import Fault
from lgdkit.model.money import Money, parse_money
from lgdkit.vocab.currency import CURRENCIES, MULTIPLES, SIGNS


def told(raw: object) -> tuple[str, str]:
    with pytest.raises(Fault) as raised:
        parse_money(raw)
    context = dict(raised.value.context or {})
    assert raised.value.type == "bad-money"
    assert context["expected"]
    return context["message"], context["help"]


def test_money_is_read_with_its_decimals_and_multiple() -> None:
    assert parse_money("12500 EUR") == Money(Decimal(12500), "EUR", "")
    assert parse_money("229.674 MEUR") == Money(Decimal("229674000"), "EUR", "M")
    assert parse_money("10 MSEK").amount == 10_000_000
    assert parse_money("-1 kDKK").amount == -1000
    assert parse_money("2 GEUR").amount == 2_000_000_000


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("5 M€", "Write 5 MEUR."),
        ("5M€", "Write 5 MEUR."),
        ("€5M", "Write 5 MEUR."),
        ("€ 5", "Write 5 EUR."),
        ("9 380 €", "Write 9380 EUR."),
        ("9,380 k€", "Write 9380 kEUR if the comma parts thousands, 9.380 kEUR if it parts decimals."),
        ("10 MSEK ", "Write 10 MSEK."),
        ("MSEK 10", "Write 10 MSEK."),
        ("-5 M€", "Write -5 MEUR."),
        ("5 meur", "Write 5 MEUR."),
        ("5 Euro", "Write 5 EUR."),
        ("5 milj. euroa", "Write 5 MEUR."),
        ("5 Mio. €", "Write 5 MEUR."),
        ("5 Mrd. €", "Write 5 GEUR."),
        ("50 mnkr", "Write 50 MSEK. Or is it another country's crown?"),
        ("50 tkr", "Write 50 kSEK. Or is it another country's crown?"),
        ("12.500,50 EUR", "Write 12500.50 EUR."),
        ("5", "Write the currency after it, such as 5 EUR or 5 kEUR."),
        (5, "Write the currency after it, such as 5 EUR or 5 kEUR."),
        ("ca 5 MEUR", "Write one figure, such as 12500 EUR, and say in a note how sure it is."),
        ("5-10 MEUR", "Write one figure, such as 12500 EUR, and say in a note how sure it is."),
        (
            "5 EUR/year",
            "Write the currency by its code, such as EUR, with k, M or G before it if needed: 5 MEUR.",
        ),
        (
            "5 qEUR",
            "Write the currency by its code, such as EUR, with k, M or G before it if needed: 5 MEUR.",
        ),
        ("5 XYZ", "Write the currency by its code, such as EUR, with k, M or G before it if needed: 5 MEUR."),
        ("k€", ""),
        ("12 34 EUR", ""),
        ("tbd", ""),
        (True, ""),
        (None, ""),
    ],
)
def test_way_out(raw: object, advice: str) -> None:
    assert told(raw)[1] == advice


def test_what_is_wrong() -> None:
    assert told("5 XYZ")[0] == '"XYZ" is no currency code.'
    assert told("5 M€")[0] == '"5 M€" is no amount of money.'
    assert told(5)[0] == "5 has no currency."
    assert told([])[0] == "This is a list, not an amount of money."


@given(
    st.integers(-(10**12), 10**12), st.sampled_from(sorted(MULTIPLES)), st.sampled_from(sorted(CURRENCIES))
)
def test_what_is_written_our_way_is_read(number: int, multiple: str, code: str) -> None:
    found = parse_money(f"{number} {multiple}{code}")
    assert found == Money(Decimal(number).scaleb(MULTIPLES[multiple]), code, multiple)


PIECES = (*"0123456789 ,.'-kMG€$£", "kr", "EUR", "SEK", "milj.", "Mio")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_advice_is_right(text: str) -> None:
    """What the way out says to write can be read."""
    try:
        parse_money(text)
    except Fault as error:
        advice = (error.context or {})["help"].split(". Or is")[0]
        if advice.startswith("Write ") and " such as " not in advice:
            ways = advice[6:].rstrip(".").removesuffix(" if it parts decimals")
            for each in ways.split(" if the comma parts thousands, "):
                parse_money(each)


def test_signs_stand_for_codes() -> None:
    assert set(SIGNS.values()) <= CURRENCIES
    assert all(sign == sign.casefold() for sign in SIGNS)
