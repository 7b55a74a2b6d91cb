"""Room goes from column to column until a table is as low as it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.office.breadth import breadth
from lgdkit.office.settled import settled

CELLS = st.text("ab 12-/", max_size=60)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(12, 30))
def test_no_letter_is_won_or_lost(columns: list[list[str]], width: int) -> None:
    found = settled(columns, [float(width)] * len(columns))
    assert sum(found) == pytest.approx(width * len(columns))
    assert min(found) >= 6


def test_a_table_with_more_columns_than_there_is_room_for() -> None:
    found = settled([["Reduction", "ei arvioitu"]] * 30, [0.4] * 30)
    assert min(found) >= 6


def test_a_long_text_is_no_tower() -> None:
    long = ["Parties", "; ".join(["The Association of Green Lamps"] * 20), "City"]
    short = ["State", "signed", "signed"]
    found = settled([short, long, short, short], [20.0] * 4)
    assert found[1] > 40
    assert min(found) >= len("signed")


def test_no_head_is_broken_for_a_line_more_or_less() -> None:
    heads = settled([["Commitments", "1", "2"], ["Note", "word " * 12, "word " * 12]], [11.0, 20.0])
    assert heads[0] >= len("Commitments")


def test_a_word_is_not_broken_for_a_line() -> None:
    found = settled([["Toimi", "Henkilöautoliikenne"], ["Sitoumus", "sana " * 12]], [17.0, 30.0])
    assert found[0] >= len("Henkilöautoliikenne")


def test_a_figure_stays_whole() -> None:
    figures = settled([["Cost", "2\u00a0144\u00a0549\u00a0000"], ["Note", "word " * 40]], [10.0, 30.0])
    assert figures[0] >= breadth("2\u00a0144\u00a0549\u00a0000")


def test_a_name_is_not_cut_in_three() -> None:
    name = ["Partner", *["Balticgruppen"] * 12]
    long = ["Commitment", *["word " * 40] * 12]
    other = ["Reduction", *["word " * 16] * 12]
    assert settled([name, long, other], [9.0, 40.0, 25.0])[0] >= len("Balticgruppen")


def test_a_column_of_long_words_next_to_one_with_room() -> None:
    kinds = ["Kind", *["Unternehmen", "kommunales Unternehmen"] * 8]
    names = ["Name", *["Gesellschaft mit beschränkter Haftung"] * 16]
    assert settled([names, kinds], [40.0, 11.0])[1] >= breadth("Unternehmen")


def test_a_currency_stays_with_its_amount() -> None:
    costs = ["Cost", *["2\u00a0144\u00a0549\u00a0000 EUR"] * 3]
    names = ["Action", *["word " * 5] * 3]
    assert settled([costs, names], [13.0, 28.0])[0] >= breadth("2\u00a0144\u00a0549\u00a0000 EUR")


def test_a_long_head_over_figures_is_hyphenated_where_that_saves_many_lines() -> None:
    def of_figures(rows: int) -> float:
        """Return how wide the column of figures is, where three letters more bring each action on one line."""
        return settled([["Sitoumukset", *["1"] * rows], ["Nimi", *["Espoon asunnot"] * rows]], [13.0, 12.0])[
            0
        ]

    assert of_figures(1) >= breadth("Sitoumukset", bold=True)
    assert 8 <= of_figures(20) < breadth("Sitoumukset", bold=True)


def test_a_short_head_is_never_hyphenated() -> None:
    assert settled([["Zusagen", *["1"] * 40], ["Note", *["word " * 9] * 40]], [8.0, 24.0])[0] >= 8
