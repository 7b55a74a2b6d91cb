"""How wide words are in a Word file."""

import pytest

from lgdkit.office.calibri import CALIBRI, breadth
from lgdkit.office.settled import settled
from lgdkit.office.tree import Align, Inlines, Table, Text
from lgdkit.office.widths import kept_rows, widths

LETTERS = 112
ALIGNS: tuple[Align, ...] = ("left",) * 9


def table(*rows: tuple[str, ...]) -> Table:
    cells: list[tuple[Inlines, ...]] = [tuple((Text(each),) for each in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]), ALIGNS[: len(rows[0])])


def rooms(*rows: tuple[str, ...]) -> list[float]:
    """Return how many letters the columns of a table hold in a Word file."""
    return [share * LETTERS - CALIBRI.room for share in widths(table(*rows), LETTERS, CALIBRI)]


def test_letters_are_not_all_as_wide() -> None:
    assert breadth("illit") < len("illit") * 0.6
    assert breadth("WWMM") > len("WWMM") * 1.6
    assert breadth("Зелёный") > len("Зелёный"), "a letter that is not known is taken to be wide"
    assert breadth("Head", bold=True) > breadth("Head")


def test_a_usual_sentence_has_as_many_letters_as_are_counted() -> None:
    text = "Edistää omalla toiminnallaan ilmastoneutraalia Espoota vuoteen 2030 mennessä."
    assert 0.8 * len(text) < breadth(text) < len(text)


@pytest.mark.parametrize(
    ("column", "word"),
    [(1, "toimintasuunnitelma"), (2, "Gebietskörperschaft"), (4, "Påverkansåtgärder")],
)
def test_no_word_is_broken_while_other_columns_have_room(column: int, word: str) -> None:
    heads = ("Strategy", "Kind", "Adopted", "Valid", "Actions", "Sources")
    row = [
        "Climate plan of the city",
        "plan",
        "not stated",
        "2030",
        "12",
        "Climate City Contract, action plan",
    ]
    row[column] = word
    found = rooms(heads, *[tuple(row)] * 3)
    assert found[column] >= breadth(word)


def test_no_word_of_a_head_is_broken_either() -> None:
    heads = (
        "Toimenpide",
        "Vastuutaho",
        "Toteutusaika",
        "Tila",
        "Päästövähennys",
        "Kustannukset",
        "Sitoumukset",
    )
    found = rooms(heads, ("Kaupunginosat uusien ratkaisujen kehittäjinä",) + ("2023–2030",) * 6)
    for room, head in zip(found, heads, strict=True):
        assert room >= breadth(head, bold=True)


def test_an_answer_is_not_broken_where_all_fits_on_a_line() -> None:
    question, _ = rooms(("Question", "Answer"), ("Päästövähennys lähdesektoreittain", "Lintula"))
    assert question >= breadth("Päästövähennys lähdesektoreittain")


def test_where_words_do_not_all_fit_as_few_as_can_be_are_broken() -> None:
    word = "Ilmastokaupunkisopimus"
    found = settled([[word]] * 3, [12.0] * 3, CALIBRI)
    assert sum(found) == pytest.approx(36)
    assert sum(each >= breadth(word) for each in found) == 0
    found = settled([[word], ["a"], ["b"]], [12.0] * 3, CALIBRI)
    assert found[0] >= breadth(word)


def test_the_last_row_is_not_alone_on_a_page() -> None:
    def kept(*rows: tuple[str, ...], with_next: bool = False) -> list[int]:
        made = table(*rows)
        found = kept_rows(made, widths(made, LETTERS, CALIBRI), LETTERS, CALIBRI, with_next=with_next)
        return [at for at in range(len(rows) - 1) if at in found]

    head, row = ("Partner", "Note"), ("Lintula", "signed")
    assert kept(head, *[row] * 3) == [0, 1]
    assert kept(head, *[row] * 3, with_next=True) == [0, 1, 2]
    assert kept(head, *[row] * 20) == [18]
    assert kept(head, *[("Lintula", "word " * 200)] * 20) == [], "pages would end half empty"
