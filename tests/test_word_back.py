"""A Word file that came back and the draft that it was made from, joined without any file."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from lgdkit import word_back as module
from lgdkit.diagnostics import Place
from lgdkit.office.pieces import Piece, pieces
from lgdkit.render.language import words_of
from lgdkit.view.figures import Stood
from lgdkit.view.values import Amount
from lgdkit.word_back import word_back

DRAFT = "# T\n\n## Part\n\nThe heat is 9 kt a year.\nIt is clean.\n\n9 kt\n\n## More\n\n9 kt\n"


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> Callable[..., module.WordBack]:
    """Let a Word file come back in which one thing was replaced by another, the draft being now as given."""

    def join(old: str, new: str, now: str = DRAFT, extra: tuple[Piece, ...] = ()) -> module.WordBack:
        own = pieces(DRAFT)
        files = {
            b"sent": own,
            b"back": [
                *(Piece(each.kind, (each.text.replace(old, new),), each.level) for each in own),
                *extra,
            ],
        }
        monkeypatch.setattr(module, "from_word", files.__getitem__)
        monkeypatch.setattr(module, "remarks", lambda _: [])
        figure = Stood(Place("a.yaml"), Amount(Decimal(9), "kt"), "deals/d", ())
        return word_back(b"back", b"sent", DRAFT, now, [figure], words_of("en", {}))

    return join


def test_what_is_taken(joined: Callable[..., module.WordBack]) -> None:
    found = joined("clean", "green")
    assert found.text == DRAFT.replace("clean", "green")
    assert (len(found.taken), found.well) == (1, True)


def test_a_figure_that_was_changed_alike_is_said_once(joined: Callable[..., module.WordBack]) -> None:
    found = joined("9 kt", "6 kt")
    assert found.text == DRAFT
    assert [(each.edit.before, each.places) for each in found.proposals] == [
        ("The heat is 9 kt a year.", 1),
        ("9 kt", 2),
    ]
    assert not found.well


def test_what_the_draft_has_no_place_for(joined: Callable[..., module.WordBack]) -> None:
    found = joined("x", "y", extra=(Piece("row", ("a", "b")),))
    assert [each.after for each in found.left] == ["a | b"]
    assert not found.well


def test_a_conflict(joined: Callable[..., module.WordBack]) -> None:
    found = joined("clean", "green", DRAFT.replace("clean", "cheap"))
    assert "<<<<<<< in Word\nIt is green.\n||||||| as sent\nIt is clean.\n" in found.text
    assert "=======\nIt is cheap.\n>>>>>>> in the draft\n" in found.text
    assert (len(found.conflicts), found.well) == (1, False)
