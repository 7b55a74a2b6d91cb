"""Edits that come back from Word: what changed arrives, nothing else does, and figures of the data are not taken."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgdkit.office.pieces import Piece, Source, pieces
from lgdkit.office.rewritten import by_line
from lgdkit.returned import Edit, Fate, Returned, bring_back

ROOT = Path(__file__).resolve().parents[1]
DRAFTS = [
    (ROOT / "examples" / path).read_text("utf-8")
    for path in (
        "espoo/drafts/mou/fortum.espoo-clean-heat.fi.md",
        "mannheim/drafts/mou/gbg.sanierung-gbg.de.md",
    )
]


def back(draft: str, edited: Sequence[Piece], figures: Sequence[str] = ()) -> Returned:
    """Let a Word file come back that was made from the draft and then reads like these pieces."""
    own = pieces(draft)
    return bring_back(
        draft, own, own, edited, lambda old, new: any(each in old and each not in new for each in figures)
    )


def said(draft: str) -> list[str]:
    return [each.text for each in pieces(draft)]


def with_text(piece: Piece, *cells: str) -> Piece:
    return replace(piece, cells=cells)


AGREEMENT = """\
# Memorandum

> **Draft.**
> It is not signed.

## 1. Purpose

The parties work together on heat.
They meet **twice** a year, see [the plan](https://example.org/plan).
Costs stay with *each* party\\*.

## 2. Commitments

| Commitment | Due | Reduction |
| --- | --- | ---: |
| Replaces peat \\| coal. | 2029 | 9 kt CO₂e per year |
| Saves **energy**. | 2030 | not stated |

1. **City** (the city).
   Represented by: the mayor.
2. **Partner** (the partner).

- One
- Two
"""


def edited(draft: str, was: str, now: str) -> list[Piece]:
    """Return the pieces of a draft in which a person wrote one thing instead of another."""
    found = [
        with_text(each, *(cell.replace(was, now) for cell in each.cells)) if was in each.text else each
        for each in pieces(draft)
    ]
    assert found != pieces(draft)
    return found


@pytest.mark.parametrize(
    ("was", "now", "line", "new"),
    [
        (
            "on heat",
            "on clean heat",
            "The parties work together on heat.",
            "The parties work together on clean heat.",
        ),
        ("a year", "each year", "They meet **twice** a year, see", "They meet **twice** each year, see"),
        ("twice", "three times", "They meet **twice** a", "They meet **three times** a"),
        ("each party*", "the city_", "Costs stay with *each* party\\*.", "Costs stay with the city\\_."),
        (
            "Replaces peat | coal",
            "Replaces | peat",
            "| Replaces peat \\| coal. | 2029",
            "| Replaces \\| peat. | 2029",
        ),
        ("Saves energy", "Saves much energy", "| Saves **energy**. |", "| Saves much **energy**. |"),
        (
            "the mayor",
            "the mayor of the city",
            "   Represented by: the mayor.",
            "   Represented by: the mayor of the city.",
        ),
        ("It is not signed", "It is not signed yet", "> It is not signed.", "> It is not signed yet."),
        ("1. Purpose", "1. Aim", "## 1. Purpose", "## 1. Aim"),
        ("Two", "# Two <b>", "- Two", "- \\# Two \\<b\\>"),
    ],
)
def test_a_changed_sentence_or_cell(was: str, now: str, line: str, new: str) -> None:
    got = back(AGREEMENT, edited(AGREEMENT, was, now))
    assert got.text == AGREEMENT.replace(line, new)
    assert [each.fate for each in got.edits] == [Fate.TAKEN]


def test_a_second_sentence_gets_a_line_of_its_own() -> None:
    got = back(AGREEMENT, edited(AGREEMENT, "on heat.", "on heat. The city leads this work."))
    assert "on heat.\nThe city leads this work.\nThey meet" in got.text


def test_what_is_taken_out() -> None:
    own = pieces(AGREEMENT)
    without = [
        each for each in own if "Saves" not in each.text and each.text not in ("Two", "2. Commitments")
    ]
    got = back(AGREEMENT, without)
    expected = AGREEMENT.replace("| Saves **energy**. | 2030 | not stated |\n", "").replace("- Two\n", "")
    assert got.text == expected.replace("## 2. Commitments\n\n", "")
    assert [(each.before, each.after) for each in got.edits] == [
        ("2. Commitments", ""),
        ("Saves energy. | 2030 | not stated", ""),
        ("Two", ""),
    ]


def test_a_sentence_that_is_taken_out_leaves_its_neighbours() -> None:
    got = back(AGREEMENT, edited(AGREEMENT, " They meet twice a year, see the plan.", ""))
    assert "on heat.\nCosts stay" in got.text
    got = back(AGREEMENT, edited(AGREEMENT, "City (the city). ", ""))
    assert said(got.text)[said(AGREEMENT).index("One") - 2] == "Represented by: the mayor."


def test_what_is_put_in() -> None:
    own = pieces(AGREEMENT)
    at = next(number for number, each in enumerate(own) if each.text.startswith("The parties"))
    row = next(number for number, each in enumerate(own) if each.text.startswith("Saves"))
    entry = next(number for number, each in enumerate(own) if each.text == "Two")
    new = [
        *own[: at + 1],
        Piece("paragraph", ("The mayor decides. Nobody else does.",)),
        Piece("heading", ("A heading",), 2),
        Piece("entry", ("First",)),
        *own[at + 1 : row + 1],
        Piece("row", ("More | less", "2031", "")),
        *own[row + 1 : entry + 1],
        Piece("entry", ("Three",)),
        Piece("row", ("a", "b")),
    ]
    got = back(AGREEMENT, new)
    assert (
        "party\\*.\n\nThe mayor decides.\nNobody else does.\n\n## A heading\n\n- First\n\n## 2." in got.text
    )
    assert "| not stated |\n| More \\| less | 203&#49; |   |\n\n1. **City**" in got.text
    assert got.text.endswith("- Two\n- Three\n")
    assert got.edits[-1] == Edit("2. Commitments", "", "a | b", Fate.FORM)


def test_a_figure_of_the_data_is_told_and_not_taken() -> None:
    got = back(AGREEMENT, edited(AGREEMENT, "9 kt", "6 kt"), ["9 kt"])
    assert got.text == AGREEMENT
    row = "Replaces peat | coal. | 2029 | 9 kt CO₂e per year"
    assert got.edits == (
        Edit("2. Commitments", "9 kt CO₂e per year", "6 kt CO₂e per year", Fate.FIGURE, row),
    )
    # another cell of the same row is taken all the same
    both = [
        with_text(each, *(cell.replace("9 kt", "6 kt").replace("peat", "oil") for cell in each.cells))
        for each in pieces(AGREEMENT)
    ]
    assert back(AGREEMENT, both, ["9 kt"]).text == AGREEMENT.replace("peat", "oil")
    # and another sentence of the same paragraph
    both = edited(AGREEMENT, "on heat. They meet twice", "on clean heat. They meet once")
    assert back(AGREEMENT, both, ["twice"]).text == AGREEMENT.replace("on heat", "on clean heat")


def test_words_that_are_put_where_nothing_stood() -> None:
    assert by_line([Source(0, "", ""), Source(1, "", "")], "New words") == ["New words", ""]


def test_an_entry_below_one_that_begins_oddly() -> None:
    draft = "# T\n\n> - One\n\nEnd.\n"
    own = pieces(draft)
    got = back(draft, [*own[:2], Piece("entry", ("Two",), ordered=True), *own[2:]])
    assert got.text == "# T\n\n> - One\n\n1. Two\n\nEnd.\n"


def test_another_number_of_columns_is_told_and_not_taken() -> None:
    own = pieces(AGREEMENT)
    new = [with_text(each, *each.cells, "new") if "Saves" in each.text else each for each in own]
    got = back(AGREEMENT, new)
    assert got.text == AGREEMENT
    assert [each.fate for each in got.edits] == [Fate.FORM]


def test_what_stands_on_the_cover_alone_is_not_taken() -> None:
    own = pieces(AGREEMENT)
    cover = Piece("paragraph", ("Espoo",))
    got = bring_back(AGREEMENT, own, [cover, *own], own, lambda *_: False)
    assert (got.text, got.edits) == (AGREEMENT, (Edit("", "Espoo", "", Fate.FORM),))
    got = bring_back(AGREEMENT, own, own, [cover, *own], lambda *_: False)
    assert (got.text, got.edits) == (AGREEMENT, (Edit("", "", "Espoo", Fate.FORM),))


WORDS = st.text(st.sampled_from("abc .*_|<#[]\\`1-ä"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)


@settings(deadline=None)
@given(data=st.data())
def test_what_a_person_wrote_is_what_the_draft_says(data: st.DataObject) -> None:
    """Whatever is changed, put in or taken out below the title: the draft then says exactly that."""
    draft = [AGREEMENT, *DRAFTS][data.draw(st.integers(0, 2))]
    new = pieces(draft)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(2, len(new) - 1))
        piece = new[at]
        if piece.kind == "other" or any(each.text == "" for each in piece.lines):
            continue
        words = " ".join(data.draw(WORDS).split())
        what = data.draw(st.sampled_from(["word", "end", "out", "in"]))
        if what == "out" and piece.kind != "row":
            new.pop(at)
        elif what == "in":
            new.insert(
                at + 1, Piece("row" if piece.kind == "row" else "paragraph", (words,) * len(piece.cells))
            )
        else:
            cell = data.draw(st.integers(0, len(piece.cells) - 1))
            text = piece.cells[cell]
            place = data.draw(st.integers(0, len(text.split()))) if what == "word" else len(text.split())
            parts = [*text.split()[:place], words, *text.split()[place:]]
            new[at] = with_text(
                piece, *(" ".join(parts) if n == cell else c for n, c in enumerate(piece.cells))
            )
    got = back(draft, new)
    assert said(got.text) == [each.text for each in new]


@pytest.mark.parametrize("draft", [AGREEMENT, *DRAFTS])
def test_what_nobody_changed_stays_byte_for_byte(draft: str) -> None:
    assert back(draft, pieces(draft)) == Returned(draft)
