import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.model.amount import NUMBER
from lgdkit.model.meant import did_you_mean, figure, near, write_it


def test_near_words() -> None:
    known = ("not-started", "ongoing", "completed")
    assert near("ongoin", known) == "ongoing"
    assert near("Not started", known) == "not-started"
    assert near("NOT_STARTED", known) == "not-started"
    assert near("cancelled", known) is None
    assert near("x" * 1_000_000, known) is None
    assert near(5, known) is None
    assert near("fi", {"FI", "FR"}, alike=1) == "FI"
    assert near("fin", {"FI", "FR"}, alike=1) is None


def test_advice() -> None:
    assert did_you_mean("ongoin", ["ongoing"]) == 'Did you mean "ongoing"?'
    assert did_you_mean("x", ["ongoing"]) == ""
    assert did_you_mean("x", ["ongoing"], "Look it up.") == "Look it up."
    assert write_it(["1"]) == "Write 1."
    assert (
        write_it(["1060", "1.060"]) == "Write 1060 if the comma parts thousands, 1.060 if it parts decimals."
    )


@pytest.mark.parametrize(
    ("text", "ways", "rest"),
    [
        ("24 kt", ("24",), "kt"),
        ("1 060", ("1060",), ""),
        ("1\u202f060\u00a0000 t", ("1060000",), "t"),
        ("1 060,5 t", ("1060.5",), "t"),
        ("1,060", ("1060", "1.060"), ""),
        ("0,060", ("0.060",), ""),
        ("1060,5", ("1060.5",), ""),
        ("- 5", ("-5",), ""),
        ("+5", ("5",), ""),
        ("5.", ("5",), "."),
    ],
)
def test_figures(text: str, ways: tuple[str, ...], rest: str) -> None:
    found = figure(text)
    assert found is not None
    assert (found.ways, found.rest) == (ways, rest)


@pytest.mark.parametrize("text", ["", "kt", "12 34", "1,2,3", "1.2.3", "1 23", ".5"])
def test_riddles(text: str) -> None:
    assert figure(text) is None


@given(st.text(st.sampled_from("0123456789 ,.'-+\u00a0k"), max_size=20))
def test_figures_are_written_our_way(text: str) -> None:
    import re

    found = figure(text)
    if found:
        digits = len(re.sub("[^0-9]", "", found.ways[0]))
        assert digits > 15 or all(re.fullmatch(NUMBER.replace("{1,9}", "+"), way) for way in found.ways)


def test_long_texts_are_not_looked_through() -> None:
    assert figure("1" * 1_000_000) is not None
    found = figure("1 " + "x" * 1_000_000)
    assert found is not None
    assert len(found.rest) <= 64
