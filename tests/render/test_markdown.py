from functools import cache

import pytest
from attempts import ATTEMPTS, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from parsed import Piece, pieces

from lgdkit.render.markdown import address, escaped, head, row, sentences, tidy

PLACES = {
    "paragraph": "{}",
    "heading": "# {}",
    "end of a heading": "### A word {}",
    "entry": "- {}",
    "numbered entry": "1. **{}** (role).\n   {}",
    "second line": "A line.\n{}",
    "second line of an entry": "- A line.\n  {}",
    "bold": "**{}**",
    "bold entry": "- **{}**: word",
    "between words": "before {} after",
    "in brackets": "word ({}).",
    "quoted": "> {}",
    "before a full stop": "{}. More.",
    "before a bracket": "- {}) more",
    "before a colon": "{}: more",
    "table": "| Head | Head |\n| --- | ---: |\n| {} | {} |\n| {}; {} | word |",
    "head of a table": "| {} | {} |\n| --- | --- |\n| a | b |",
}
NASTY = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]<>|~${}()#+-=!:.&;\"'/ \t\n1aA\u2028\x1b\x00\u202e\u200b\xa0ÄÉ"),
        st.characters(),
    ),
    max_size=60,
) | st.lists(st.sampled_from([*list(ATTEMPTS.values())[:-2], " ", "\n", "\\"]), max_size=4).map("".join)


@cache
def _plain(place: str) -> list[Piece]:
    return pieces(place.replace("{}", "Zq"))


def stands(text: str, place: str, written: str) -> None:
    """Prove that a text in a place changes nothing of the document but its words."""
    plain, other = _plain(place), pieces(place.replace("{}", written))
    assert [each.kind for each in other] == [each.kind for each in plain]
    for one, two in zip(plain, other, strict=True):
        assert " ".join(two.text.split()) == " ".join(one.text.replace("Zq", seen(text)).split())


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("text", ATTEMPTS.values(), ids=ATTEMPTS)
def test_text_means_nothing_but_itself(text: str, place: str) -> None:
    stands(text, place, escaped(text))


@settings(max_examples=150, deadline=None)
@given(NASTY.filter(bool))
def test_any_text_means_nothing_but_itself(text: str) -> None:
    for place in PLACES.values():
        stands(text, place, escaped(text))


@settings(max_examples=150, deadline=None)
@given(NASTY.filter(bool))
def test_sentences_change_no_word(text: str) -> None:
    stands(text, "{}", sentences(escaped(text)))
    stands(text, "Before.\n\n{}\n\nAfter.", sentences(escaped(text)))


def test_escaped_is_one_line_and_nothing_stays_nothing() -> None:
    assert escaped("") == ""
    assert escaped(" \n ") == "\ufffd"
    assert all("\n" not in escaped(text) for text in ATTEMPTS.values())


def test_a_bare_address_is_no_link_on_a_forge() -> None:
    assert escaped("See http://a.b and www.c.d") == "See http\\://a.b and www\\.c.d"


def test_sentences_part_at_full_stops_before_capitals() -> None:
    text = "It costs 1. Mai. The words stay! „Und weiter.“ Dr. Smith agrees. abc. Größe? Ändern… Done."
    assert sentences(text).splitlines() == [
        "It costs 1. Mai. The words stay!",
        "„Und weiter.“",
        "Dr. Smith agrees. abc. Größe?",
        "Ändern…",
        "Done.",
    ]
    assert sentences('He said "stop here." Then he went.') == 'He said "stop here."\nThen he went.'


def test_address_holds_whatever_the_model_lets_through() -> None:
    assert address("https://example.org/ä_b?x=1&y=[2]") == "<https://example.org/ä_b?x=1&y=[2]>"
    assert address("https://e.org/\x1b[31m\u202e |<>\r") == "<https://e.org/%1B[31m%E2%80%AE%20%7C%3C%3E%0D>"
    assert address("https://e.org/\ud800") == "<https://e.org/%3F>"
    links = [
        each
        for each in pieces(f"| a |\n| --- |\n| {address('https://e.org/|`x<y>')} |")
        if "link" in each.kind
    ]
    assert len(links) == 2


def test_tables_have_equal_rows() -> None:
    assert head(["a", "b"], right=[2]) == "| a | b |\n| --- | ---: |"
    assert row(["one\ntwo", 3, ""]) == "| one two | 3 |   |"


def test_tidy_sets_one_blank_line_around_blocks() -> None:
    text = (
        "# A  \ntext\n- one\n\n- two\n  more\n\n\n\ntext\n| a |\n| --- |\n## B\n### C\n> q\n>  q\nend\n\n\n"
    )
    assert tidy(text) == (
        "# A\n\ntext\n\n- one\n- two\n  more\n\ntext\n\n| a |\n| --- |\n\n## B\n\n### C\n\n> q\n>  q\n\nend\n"
    )


def test_tidy_sets_entries_below_their_first_letter() -> None:
    text = "".join(f"{number}. **a**\n   more\n" for number in (9, 10, 100)) + "\ntext\n\n- a\n  b\n"
    assert tidy(text) == (
        "9. **a**\n   more\n10. **a**\n    more\n100. **a**\n     more\n\ntext\n\n- a\n  b\n"
    )


def test_attempts_are_attempts() -> None:
    """Without escaping most of them mean something somewhere: else the table proves nothing."""
    harmful = set()
    for name, text in ATTEMPTS.items():
        try:
            for place in PLACES.values():
                stands(text, place, text)
        except AssertionError:
            harmful.add(name)
    assert len(harmful) > len(ATTEMPTS) / 2
