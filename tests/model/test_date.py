import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.model.date import PartialDate, parse_date
from lgdkit.model.fault import Fault

FIRST = "Write the year first, then month and day, joined by hyphens."


def told(raw: object) -> tuple[str, str]:
    with pytest.raises(Fault) as raised:
        parse_date(raw)
    context = dict(raised.value.context or {})
    assert raised.value.type == "bad-date"
    assert context["expected"]
    return context["message"], context["help"]


def test_precision_is_kept() -> None:
    assert [str(parse_date(raw)) for raw in (2024, "2024", "2024-05", "2024-05-31")] == [
        "2024",
        "2024",
        "2024-05",
        "2024-05-31",
    ]


def test_first_and_last_day() -> None:
    assert parse_date(2024).first_day() == date(2024, 1, 1)
    assert parse_date(2024).last_day() == date(2024, 12, 31)
    assert parse_date("2024-02").last_day() == date(2024, 2, 29)
    assert parse_date("2023-02").first_day() == date(2023, 2, 1)
    assert parse_date("2024-05-31").first_day() == parse_date("2024-05-31").last_day() == date(2024, 5, 31)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_day_is_read_as_written(day: date) -> None:
    found = parse_date(day.isoformat())
    assert found == PartialDate(day.year, day.month, day.day)
    assert str(found) == day.isoformat()
    month = parse_date(day.isoformat()[:7])
    assert month.first_day() <= day <= month.last_day()
    assert (month.last_day() + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("31.5.2024", "Write 2024-05-31."),
        ("31. 5. 2024", "Write 2024-05-31."),
        ("31/5/2024", "Write 2024-05-31."),
        ("31-05-2024", "Write 2024-05-31."),
        ("5/31/2024", "Write 2024-05-31."),
        ("4/5/2024", "Write the year first, then month and day: which of the two numbers is the month?"),
        ("2024/05", "Write 2024-05."),
        ("5/2024", "Write 2024-05."),
        ("05.2024", "Write 2024-05."),
        ("2024.05", "Write 2024-05."),
        (2024.05, "Write 2024-05."),
        ("2024-5-1", "Write 2024-05-01."),
        ("20240531", "Write 2024-05-31."),
        (20240531, "Write 2024-05-31."),
        (202405, "Write 2024-05."),
        ("2024 ", "Write 2024."),
        ("2024-05-31T12:00:00", "Write 2024-05-31."),
        ("2024-05-31 12:00", "Write 2024-05-31."),
        ("2024-2026", "Write one date; a period has one for its start and one for its end."),
        ("2024–2026", "Write one date; a period has one for its start and one for its end."),
        ("May 2024", FIRST),
        ("soon", FIRST),
        (24, FIRST),
        (-5, FIRST),
        ("x" * 100_000, FIRST),
    ],
)
def test_way_out(raw: object, advice: str) -> None:
    assert told(raw)[1] == advice


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("2024-02-30", '"2024-02-30" is no date: 2024-02 has 29 days.'),
        ("2024-00", '"2024-00" is no date: there is no month 0.'),
        ("2024-13-01", '"2024-13-01" is no date: there is no month 13.'),
        ("1850", "The year 1850 cannot be meant."),
        ("2200-01", "The year 2200 cannot be meant."),
        ("soon", '"soon" is no date.'),
        (True, "This is a boolean (true or false), not a date."),
        ([], "This is a list, not a date."),
        (None, "This is nothing, not a date."),
    ],
)
def test_what_is_wrong(raw: object, message: str) -> None:
    assert told(raw)[0] == message


@given(st.text(st.sampled_from("0123456789-./ T:"), max_size=12))
def test_advice_is_right(text: str) -> None:
    """What the way out says to write has the form of a date; the calendar may still not have the day."""
    try:
        parse_date(text)
    except Fault as error:
        advice = (error.context or {})["help"]
        if advice.startswith("Write ") and advice[6:10].isdigit():
            assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", advice[6:].rstrip("."))
