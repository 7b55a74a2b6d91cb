"""Where no line of a form ends."""

from papers import paper_of, paragraphs, templates

from lgdkit.office.from_word import from_word
from lgdkit.office.lines import all_joined, joined
from lgdkit.office.pieces import pieces
from lgdkit.office.tree import Break, Link, Styled, Text
from lgdkit.office.word import word

DRAFT = """# Plan

## Sums

It is 32 000 t a year, **4,4 % of it** under § 54 – not more.

- [5 EUR](https://example.org)

| Cost | Share |
| - | - |
| 250 000 EUR | 5 % |
"""


def test_only_spaces_are_joined() -> None:
    assert joined("32 000 t, 4,4 % of 18 actions – all") == "32\xa0000\xa0t, 4,4\xa0% of 18 actions\xa0– all"
    content = (Text("5 %"), Break(), Styled("strong", (Link("#a", (Text("6 EUR"),)),)))
    assert all_joined(content) == (
        *(Text("5\xa0%"), Break()),
        Styled("strong", (Link("#a", (Text("6\xa0EUR"),)),)),
    )


def test_a_word_file_keeps_figures_on_one_line_and_comes_back_unchanged() -> None:
    made = word(paper_of(DRAFT), templates())
    said = [text for _, text in paragraphs(made)]
    assert "It is 32\xa0000\xa0t a year, 4,4\xa0% of it under §\xa054\xa0– not more." in said
    assert "5\xa0EUR" in said
    assert "250 000 EUR" in said, "in a table it is narrow: there a line may end before a unit"
    sent = {text for piece in pieces(DRAFT) for text in piece.cells}
    back = {text for piece in from_word(made) for text in piece.cells}
    assert sent <= back
