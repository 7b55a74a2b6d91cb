"""What several rules share: circles, dates, sums, words without their spelling."""

from datetime import date
from decimal import Decimal

import pytest

from lgdkit.check.circle import circles
from lgdkit.check.figures import half_step, out_of_scale, rounding, tonnes
from lgdkit.check.names import wordings, words
from lgdkit.check.said import emissions, money, plain, sum_of, when
from lgdkit.check.timing import after, months_after, overdue, reversed_
from lgdkit.model.action import Action
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration
from lgdkit.model.money import parse_money
from lgdkit.model.quantity import BySector, parse_quantity
from lgdkit.model.text import parse_text

# --- circles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, []),
        ({"a": ("b",)}, []),
        ({"a": ("b",), "b": ("c",)}, []),
        ({"a": ("a",)}, []),  # of one record another rule speaks
        ({"a": ("b",), "b": ("a",)}, [("a", 0, ("a", "b"))]),
        ({"x": ("a",), "a": ("z", "b"), "b": ("a",)}, [("a", 1, ("a", "b"))]),
        ({"a": ("b", "e"), "b": ("a",), "e": ("f",)}, [("a", 0, ("a", "b"))]),
        ({"a": ("b", "b"), "b": ("a",)}, [("a", 0, ("a", "b"))]),
        ({"a": ("a", "b"), "b": ("a",)}, [("a", 1, ("a", "b"))]),
        (
            {"a": ("b",), "b": ("c", "d"), "c": ("a",), "d": ("a",)},
            [("a", 0, ("a", "b", "c")), ("b", 1, ("b", "d", "a"))],
        ),
        (  # a bridge between two circles is in none
            {"a": ("b",), "b": ("a", "c"), "c": ("d",), "d": ("c",)},
            [("a", 0, ("a", "b")), ("c", 0, ("c", "d"))],
        ),
    ],
)
def test_circles_are_found_once(
    edges: dict[str, tuple[str, ...]], expected: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    assert [tuple(each) for each in circles(edges)] == expected


def test_a_long_circle_is_cut() -> None:
    names = [f"n{number}" for number in range(9)]
    edges = {name: (names[(number + 1) % 9],) for number, name in enumerate(names)}
    (circle,) = circles(edges)
    assert circle.said("depends", "on") == (
        '"n0" depends on "n1", "n1" on "n2", "n2" on "n3", "n3" on "n4", "n4" on "n5", and so on, back to "n0"'
    )


def test_a_long_chain_is_looked_through_at_once() -> None:
    edges = {f"n{number}": (f"n{number + 1}",) for number in range(50_000)}
    assert list(circles(edges)) == []


# --- dates --------------------------------------------------------------------------------------------------


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


# --- figures ------------------------------------------------------------------------------------------------


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


# --- words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stadtwerke München", "STADTWERKE MUENCHEN"),
        ("Ørsted A/S", "Orsted AS"),
        ("Straße", "strasse"),
        ("Łódź", "Lodz"),
        ("Roche-Diagnostics", "Roche  Diagnostics"),
        ("S.A.", "SA"),
    ],
)
def test_spelling_does_not_tell_words_apart(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_wordings_come_with_their_language() -> None:
    assert list(wordings(parse_text("Heat"), "en")) == [("en", "Heat")]
    both = wordings(parse_text({"fi": "Lämpö", "sv": "Värme"}), "fi")
    assert list(both) == [("fi", "Lämpö"), ("sv", "Värme")]
