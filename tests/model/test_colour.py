"""Contrast, as WCAG 2.2 reckons it."""

import pytest

from lgdkit.model.colour import by_night, contrast, fits, pale


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#000000", 2.44),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_what_can_be_read() -> None:
    assert fits("#1f5c4d")
    assert fits("#005b96")
    assert not fits("#ffcc00")
    assert not fits("#767676")  # on white alone it could, but not on a tenth of itself
    assert pale("#000000") == "#e6e6e6"


@pytest.mark.parametrize("colour", ["#000000", "#1f5c4d", "#7a1f1f", "#0000ff", "#005b96"])
def test_by_night(colour: str) -> None:
    assert contrast(by_night(colour), "#15191c") >= 5.5
