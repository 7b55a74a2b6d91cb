"""The widths of columns: what is in them decides."""

import pytest

from lgdkit.office.tree import Align, Inlines, Listing, Paragraph, Picture, Rule, Table, Text, leads
from lgdkit.office.widths import letters_of, long_words, parted_rows, stays_whole, to_sign, widths

ALIGNS: tuple[Align, ...] = ("left",) * 9


def table(*rows: tuple[str, ...]) -> Table:
    cells: list[tuple[Inlines, ...]] = [tuple((Text(each),) if each else () for each in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]), ALIGNS[: len(rows[0])])


@pytest.mark.parametrize(
    "rows",
    [
        (("a", "b"),),
        (("", ""), ("", "")),
        (("Question", "Answer"), ("Name", "Lintula")),
        (("Action", "Year", "Note"), ("Heat", "2030", "word " * 60)),
        (("Kunnianhimoisesti",) * 9, ("Energiajärjestelmät",) * 9),
        (("a",) * 60, ("word " * 90,) * 60),
    ],
)
def test_shares_of_one_line(rows: tuple[tuple[str, ...], ...]) -> None:
    found = widths(table(*rows), 105)
    assert sum(found) == pytest.approx(1)
    assert min(found) > 0


def test_an_answer_gets_what_is_left() -> None:
    question, answer = widths(table(("Question", "Answer"), ("Name", "Lintula")), 105)
    assert answer > 2 * question


def test_much_text_gets_much_room() -> None:
    short, long, year = widths(table(("Action", "Note", "Year"), ("Heat", "word " * 60, "2030")), 105)
    assert long > 3 * short
    assert short >= year
    narrow = widths(table(("Head of a column",) * 8, ("word " * 60, *["–"] * 7)), 80)
    assert narrow[0] > narrow[1]


def test_how_much_there_is() -> None:
    assert letters_of(table(("a", "b"))) == 0
    assert letters_of(table(("a", "b"), ("cc", "d"), ("e", ""))) == 3


def test_what_is_signed() -> None:
    assert to_sign(table(("Party", "Name", "Signature"), ("City", "", " ")))
    assert not to_sign(table(("Party", "Name", "Signature"), ("City", "", "x")))
    assert not to_sign(table(("Party", "Name", "Signature")))


def test_the_words_that_may_be_too_long_for_a_column() -> None:
    cell = (Text("Not more than 2\u00a0144\u00a0549\u00a0000 t, in North-South/Harbour heating"),)
    assert long_words(cell, 9) == ["2\u00a0144\u00a0549\u00a0000", "Harbour", "heating"]
    assert long_words(cell, 30) == []
    assert long_words((), 6) == []


def whole(*rows: tuple[str, ...]) -> bool:
    made = table(*rows)
    return stays_whole(made, widths(made, 100), 100)


def test_no_page_parts_a_short_table() -> None:
    head, short = ("Party", "Note"), ("City", "word " * 20)
    assert whole(head, *[short] * 7)
    assert not whole(head, *[short] * 11)
    assert not whole(head, *[("City", "word " * 80)] * 6), "it would leave the page before it half empty"
    assert whole(head, *[("word " * 80, "")] * 6), "who signs, signs on one page"


def test_a_row_longer_than_a_page_should_be() -> None:
    assert not parted_rows(table(("a", "b"), ("word " * 80, "c")))
    assert parted_rows(table(("a", "b"), ("word " * 200, "c")))


def test_what_stays_together() -> None:
    signs = table(("a", "b"))
    entries = Listing(((Paragraph((Text("a"),)),),))
    assert leads(Paragraph((Text("In all: "),)), entries)
    assert leads(Paragraph((Text("word " * 90 + ":"),)), signs)
    assert leads(Paragraph((Text("Short."),)), signs)
    assert leads(Paragraph((Text("Who may sign. " * 26),)), signs)
    assert not leads(Paragraph((Text("Short."),)), entries)
    assert not leads(Paragraph((Text("word " * 90),)), signs)
    assert not leads(Paragraph((Text("In all:"),)), None)
    assert not leads(Rule(), signs)


def test_a_picture_announces_nothing() -> None:
    assert not leads(Paragraph((Picture("pictures/a.svg", "Short."),)), table(("a", "b")))
    assert leads(Paragraph((Picture("pictures/a.svg", "Short."), Text("."))), table(("a", "b")))
