"""Texts are broken into the room that they have, and nothing is lost without a sign of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.view.pictures.letters import broken, width_of

LONG = "Mit fairen, gesunden und umweltfreundlichen Lebensmitteln vorsorgen"


@pytest.mark.parametrize(
    ("text", "width", "lines", "found"),
    [
        ("Port", 100, 1, ("Port",)),
        ("", 100, 2, ("",)),
        ("City Rail Link", 70, 3, ("City Rail", "Link")),
        ("City Rail Link", 70, 1, ("City Rail…",)),
        ("City Rail Link", 45, 2, ("City", "Rail…")),
        ("Rhein-Neckar-Verkehr GmbH", 100, 3, ("Rhein-Neckar-", "Verkehr GmbH")),
        ("Umweltfreundlichkeit", 80, 3, ("Umweltfre-", "undlichkeit")),
        ("1\xa0060\xa0000 t vuodessa", 90, 2, ("1\xa0060\xa0000 t", "vuodessa")),
        ("e\u0301" * 30, 60, 1, ("e\u0301" * 5 + "…",)),
        ("漢字" * 10, 60, 1, ("漢字漢…",)),
    ],
)
def test_broken(text: str, width: int, lines: int, found: tuple[str, ...]) -> None:
    assert broken(text, width, lines, 13) == found


@given(
    st.text(
        st.sampled_from("abcÄm -/…\xa0\u0301漢W.,€") | st.characters(exclude_categories=["Cs", "Cc"]),
        max_size=80,
    ),
    st.integers(20, 300),
    st.integers(1, 4),
    st.sampled_from([11, 12, 13, 15]),
    st.booleans(),
)
def test_every_line_fits(text: str, width: int, lines: int, size: int, bold: bool) -> None:
    found = broken(text, width, lines, size, bold=bold)
    assert 1 <= len(found) <= lines
    for line in found:
        assert width_of(line, size, bold=bold) <= width or len(line) <= 2
    if not found[-1].endswith("…"):
        assert _signs("".join(found)) == _signs(text)


def _signs(text: str) -> str:
    return "".join(text.replace("-", "").split())


def test_bold_letters_and_unknown_ones_take_more_room() -> None:
    assert width_of(LONG, 13, bold=True) > width_of(LONG, 13)
    assert width_of("Ж", 10) == 8
    assert width_of("ж", 10) == 7
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("漢", 10) == 11
