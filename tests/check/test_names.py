"""Names and texts without what does not tell them apart."""

import re

import pytest

from lgdkit.check.names import wordings, words
from lgdkit.model.text import parse_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stadtwerke München", "STADTWERKE MUENCHEN"),
        ("Ørsted A/S", "Orsted AS"),
        ("Straße", "strasse"),
        ("Łódź", "Lodz"),
        ("Roche-Diagnostics", "Roche  Diagnostics"),
        ("S.A.", "SA"),
    ],
)
def test_spelling_does_not_tell_words_apart(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_wordings_come_with_their_language() -> None:
    assert list(wordings(parse_text("Heat"), "en")) == [("en", "Heat")]
    both = wordings(parse_text({"fi": "Lämpö", "sv": "Värme"}), "fi")
    assert list(both) == [("fi", "Lämpö"), ("sv", "Värme")]


@pytest.mark.parametrize("written", ["aee", "aoee", "uaee", "Oee-ue", "eae", "aeoeue", "Maeueroe"])
def test_an_umlaut_that_is_spelt_out_is_one_letter(written: str) -> None:
    apart = re.sub("([aou])e", r"\1", written.lower())
    assert "".join(words(written)) == "".join(re.findall("[a-z]", apart))
