"""Data with fixes made: what a mended text has to say."""

from typing import Any

import pytest

from lgdkit.diagnostics import Fix, Fixed, Key, Place, Span
from lgdkit.read.altered import altered, without_hidden


def fix(keys: tuple[Key, ...], to: Fixed | None, *, on_key: bool = False) -> Fix:
    return Fix(Place("a.yaml", keys, on_key=on_key), to)


@pytest.mark.parametrize(
    ("keys", "to", "on_key", "after"),
    [
        (("a",), 2, False, {"a": 2, "b": [1, 2]}),
        (("a",), "c", True, {"c": 1, "b": [1, 2]}),
        (("b", 1), 5, False, {"a": 1, "b": [1, 5]}),
        (("b", 0), None, False, {"a": 1, "b": [2]}),
        (("a",), (1,), False, {"a": [1], "b": [1, 2]}),
        (("x",), 2, False, {"a": 1, "b": [1, 2]}),
        (("b", 7), 2, False, {"a": 1, "b": [1, 2]}),
        (("a", "x"), 2, False, {"a": 1, "b": [1, 2]}),
    ],
)
def test_one_fix(keys: tuple[Key, ...], to: Fixed | None, on_key: bool, after: Any) -> None:
    before = {"a": 1, "b": [1, 2]}
    assert list(altered(before, [fix(keys, to, on_key=on_key)]).items()) == list(after.items())
    assert before == {"a": 1, "b": [1, 2]}


def test_several_in_any_order() -> None:
    fixes = [fix(("b", 0), None), fix(("b", 1), None), fix(("b",), "c", on_key=True), fix(("b", 2), 9)]
    for order in (fixes, fixes[::-1]):
        assert altered({"b": [1, 2, 3]}, order) == {"c": [9]}


def test_with_the_last_entry_goes_the_key() -> None:
    assert altered({"a": 1, "b": [1]}, [fix(("b", 0), None)]) == {"a": 1}


def test_a_cited_source() -> None:
    assert altered({"s": ["oen"]}, [fix(("s", 0, "id"), "one")]) == {"s": ["one"]}


def test_hidden_characters_change_no_data() -> None:
    assert altered({"a": 1}, [Fix(Place("a.yaml", span=Span(1, 1, 2)), "")]) == {"a": 1}
    assert without_hidden({"a\u200e": ["x y\u2028", 1]}) == {"a": ["xy", 1]}
