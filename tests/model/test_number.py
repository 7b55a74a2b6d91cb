from decimal import Decimal

import pytest

from lgdkit.model.fault import Fault
from lgdkit.model.number import number_advice, parse_number, parse_percent


def told(parse: object, raw: object) -> tuple[str, str, str]:
    assert callable(parse)
    with pytest.raises(Fault) as raised:
        parse(raw)
    context = dict(raised.value.context or {})
    return raised.value.type, context["message"], context["help"]


def test_numbers() -> None:
    assert parse_number(17.4) == Decimal("17.4")
    assert parse_number(-3) == -3
    assert parse_number(0.1) == Decimal("0.1")


@pytest.mark.parametrize(
    ("raw", "message", "advice"),
    [
        ("17,4", '"17,4" is no number.', "Write 17.4."),
        ("17.4", '"17.4" is no number.', "Write it without quotes: 17.4."),
        ("17.4 km", '"17.4 km" is no number.', "Write the number alone: 17.4."),
        ("1 060", '"1 060" is no number.', "Write 1060."),
        ("much", '"much" is no number.', ""),
        (True, "true is no number.", ""),
        (None, "nothing is no number.", ""),
        (float("inf"), "inf cannot be meant.", "Write a number that was counted or measured."),
        (float("nan"), "nan cannot be meant.", "Write a number that was counted or measured."),
        (1e15, "1000000000000000.0 cannot be meant.", "Write a number that was counted or measured."),
    ],
)
def test_no_number(raw: object, message: str, advice: str) -> None:
    assert told(parse_number, raw) == ("bad-number", message, advice)


def test_advice_for_whole_numbers() -> None:
    assert number_advice(4.0) == "Write 4."
    assert number_advice(4.5) == ""
    assert number_advice("133 000") == "Write 133000."


def test_percentages() -> None:
    assert parse_percent("80 %") == parse_percent("80%") == 80
    assert parse_percent("-2.5 %") == Decimal("-2.5")


@pytest.mark.parametrize(
    ("raw", "message", "advice"),
    [
        (80, "80 has no percent sign.", "Write 80 %."),
        (0.8, "0.8 has no percent sign.", "Write 80 %."),
        ("80", '"80" is no percentage.', "Write 80 %."),
        ("80,5 %", '"80,5 %" is no percentage.', "Write 80.5 %."),
        ("80 percent", '"80 percent" is no percentage.', "Write 80 %."),
        ("80 prosenttia", '"80 prosenttia" is no percentage.', "Write 80 %."),
        ("80 kt", '"80 kt" is no percentage.', ""),
        ("most", '"most" is no percentage.', ""),
        (True, "This is a boolean (true or false), not a percentage.", ""),
        ({}, "This is a mapping (key: value), not a percentage.", ""),
    ],
)
def test_no_percentage(raw: object, message: str, advice: str) -> None:
    assert told(parse_percent, raw) == ("bad-quantity", message, advice)
