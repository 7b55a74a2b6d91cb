"""What rules work out from dates, and how they say when."""

from datetime import date

import pytest

from lgdkit.check.said import when
from lgdkit.check.timing import after, months_after, overdue, reversed_
from lgdkit.model.action import Action
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration
from lgdkit.model.text import parse_text


@pytest.mark.parametrize(
    ("length", "day"),
    [
        (Duration(10, "day"), date(2026, 2, 10)),
        (Duration(2, "week"), date(2026, 2, 14)),
        (Duration(1, "month"), date(2026, 2, 28)),
        (Duration(13, "month"), date(2027, 2, 28)),
        (Duration(2, "year"), date(2028, 1, 31)),
        (Duration(9999, "year"), date.max),
        (Duration(9999, "week"), date(2217, 9, 20)),
    ],
)
def test_a_day_after_a_length_of_time(length: Duration, day: date) -> None:
    assert after(date(2026, 1, 31), length) == day


def test_a_day_that_no_calendar_has() -> None:
    assert after(date(9999, 12, 31), Duration(1, "day")) == date.max
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_what_is_reversed_and_overdue() -> None:
    assert reversed_(PartialDate(2026), PartialDate(2025, 12))
    assert not reversed_(PartialDate(2026), PartialDate(2026, 1))
    assert not reversed_(None, PartialDate(2025))
    today = date(2026, 6, 30)
    title = parse_text("T")
    for end, start, status, late in (
        (2025, None, "ongoing", True),
        (None, 2025, "not-started", True),
        (None, 2025, "ongoing", False),
        (2026, 2025, "ongoing", False),
    ):
        action = Action.model_construct(
            id="a",
            title=title,
            status=status,  # type: ignore[arg-type]
            start=PartialDate(start) if start else None,
            end=PartialDate(end) if end else None,
        )
        assert overdue(action, today) is late


@pytest.mark.parametrize(
    ("day", "words_of_it"),
    [
        (PartialDate(2026), "in 2026"),
        (PartialDate(2026, 5), "in 2026-05"),
        (PartialDate(2026, 5, 3), "on 2026-05-03"),
    ],
)
def test_a_day_is_on_and_a_month_in(day: PartialDate, words_of_it: str) -> None:
    assert when(day) == words_of_it
