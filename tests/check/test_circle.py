"""Circles in what refers to its like."""

import pytest

from lgdkit.check.circle import circles


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
    edges["n49999"] = ("n49998",)  # and one that ends in a circle
    assert [each.way for each in circles(edges)] == [("n49998", "n49999")]
