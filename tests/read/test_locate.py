"""Places are found: keys, values, entries, and what a missing value belongs to."""

import pytest

from lgdkit.diagnostics import Key, Place, Span
from lgdkit.read.locate import Locator

TEXT = """\
# comment
actions:
  - id: a
    title: {fi: Puhdas lämpö, sv: Ren värme}
    partners: [x, "y"]
    cost:
      per_year: {2025: 5 MSEK, 012: 3 MEUR}
    note: >-
      one
      two
    empty:
  - title: without id
    milestones:
      - due: 2024
city: {id: x}
"""


def marked(*keys: Key, on_key: bool = False, text: str = TEXT) -> tuple[int, str]:
    locator = Locator({"a.yaml": text.encode()})
    span = locator.span(Place("a.yaml", keys, on_key))
    return span.line, locator.line("a.yaml", span.line)[span.column - 1 : span.end - 1]


def test_values_and_keys() -> None:
    assert marked("actions", 0, "title", "sv") == (4, "Ren värme")
    assert marked("actions", 0, "title", "sv", on_key=True) == (4, "sv")
    assert marked("actions", 0, "title") == (4, "{fi: Puhdas lämpö, sv: Ren värme}")
    assert marked("actions", 0, "partners", 1) == (5, '"y"')
    assert marked("actions", 0, "cost", "per_year", 2025) == (7, "5 MSEK")
    assert marked("actions", 0, "cost", "per_year", 12) == (7, "3 MEUR")
    assert marked("actions", 0, "cost", "per_year", 12, on_key=True) == (7, "012")
    assert marked("actions", on_key=True) == (2, "actions")


def test_records_are_marked_at_their_id_or_first_key() -> None:
    assert marked("actions", 0) == (3, "id: a")
    assert marked("actions", 1) == (12, "title: without id")
    assert marked("actions", 1, "milestones", 0) == (14, "due: 2024")
    assert marked("actions", 0, "cost") == (7, "per_year")
    assert marked() == (2, "actions")
    assert marked("city") == (15, "{id: x}")


def test_what_is_not_there_is_marked_at_what_it_belongs_to() -> None:
    assert marked("actions", 0, "lead") == (3, "id: a")
    assert marked("actions", 0, "partners", 7) == (5, '[x, "y"]')
    assert marked("actions", 0, "partners", 1, "x") == (5, '"y"')
    assert marked("actions", 9) == (3, "- id: a")
    assert marked("deals", 0) == (2, "actions")


def test_texts_of_several_lines_are_marked_at_the_first() -> None:
    assert marked("actions", 0, "note") == (8, ">-")
    assert marked("actions", 0, "empty") == (11, "empty")


def test_hidden_characters_in_keys() -> None:
    assert marked("name", text="na\u200eme: x\n") == (1, "x")


def test_keys_that_look_like_numbers() -> None:
    assert marked("12", text="'12': x\n12: y\n") == (1, "x")
    assert marked(12, text="'12': x\n12: y\n") == (2, "y")


def test_spans_are_fitted_to_the_text() -> None:
    locator = Locator({"a": b"ab\ncd  \n\n", "b": b""})
    assert locator.span(Place("a", span=Span(1, 2, 9))) == Span(1, 2, 3)
    assert locator.span(Place("a", span=Span(1, 9, 12))) == Span(1, 3, 4)
    assert locator.span(Place("a", span=Span(2, 1, 0))) == Span(2, 1, 3)
    assert locator.span(Place("a", span=Span(4, 1, 2))) == Span(2, 3, 4)
    assert locator.span(Place("a", span=Span(99, 5, 6))) == Span(2, 3, 4)
    assert locator.span(Place("b", span=Span(3, 5, 6))) == Span(1, 1, 2)


def test_files_that_are_not_there_or_not_yaml() -> None:
    locator = Locator({"a": b"[", "b": b"\xff"})
    assert [locator.span(Place(file, ("x",))) for file in ("a", "b", "c")] == [Span(1, 1, 2)] * 3
    assert locator.line("c", 1) == ""
    assert locator.line("a", 2) == locator.line("a", 0) == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_an_editor(end: str) -> None:
    text = f"\ufeffa: 1{end}b: x\u2028y{end}c: 2"
    locator = Locator({"a": text.encode()})
    assert locator.line("a", 2) == "b: x\u2028y"
    assert locator.span(Place("a", ("c",))) == Span(3, 4, 5)


def test_scalars_as_written() -> None:
    locator = Locator({"a": b"a: 049\nb: '049'\nc: [1]\nd: 1.50\n"})
    assert [locator.written(Place("a", (key,))) for key in "abcd"] == ["049", None, None, "1.50"]
    assert locator.written(Place("none", ("a",))) is None
    locator.keep("a", None)
    assert locator.written(Place("a", ("a",))) is None
