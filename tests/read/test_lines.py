from datetime import date, timedelta

from lgdkit.diagnostics import Place
from lgdkit.read.lines import newest

TEXT = """\
deals:
  - id: a
    title: A

    goals:
      - One
      - {fi: Kaksi,
         en: Two}
    note: >-
      Long
      text
  # a remark on b
  - {id: b,
     title: B}
  - id: c
    goals: []
    'state': signed
"""
LINES = TEXT.count("\n")
START = date(2020, 1, 1)
NUMBERED = [START + timedelta(number) for number in range(1, LINES + 1)]
FILE = "deals.yaml"


def last_line(*keys: str | int, text: str = TEXT) -> int | None:
    found = newest({"x": Place(FILE, keys)}, {FILE: text.encode()}, {FILE: NUMBERED})
    return (found["x"] - START).days if found else None


def test_the_newest_line_of_a_record_is_its_day() -> None:
    assert last_line("deals", 0) == 11
    assert last_line("deals", 1) == 14
    assert last_line("deals", 2) == 17
    assert last_line("deals", 0, "goals") == 8
    assert last_line("deals", 0, "goals", 0) == 6
    assert last_line("deals", 2, "state") == 17
    assert last_line("deals") == 17


def test_any_line_of_a_record_counts() -> None:
    for line in (2, 3, 5, 6, 7, 8, 9, 10, 11):
        days = [START] * LINES
        days[line - 1] = date(2021, 1, 1)
        found = newest({"a": Place(FILE, ("deals", 0))}, {FILE: TEXT.encode()}, {FILE: days})
        assert found == {"a": date(2021, 1, 1)}, line


def test_what_is_not_there_has_no_day() -> None:
    assert last_line("deals", 3) is None
    assert last_line("deals", 0, "state") is None
    assert last_line("deals", 0, "id", "x") is None
    assert last_line("deals", "a") is None
    assert last_line("deals", 0, text="deals: [") is None
    assert last_line("deals", 0, text="? [a]\n: b\ndeals: []\n") is None
    assert newest({"x": Place("other.yaml")}, {FILE: b""}, {FILE: []}) == {}
    assert newest({"x": Place(FILE, ("a",))}, {FILE: b"a: b\n"}, {FILE: []}) == {}
