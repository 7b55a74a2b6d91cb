"""How broad words are in the letters of our Word files, whose tables no typesetter measures again."""

from lgdkit.office.settled import Setting

_EM = 51.7
"""Hundredths of an em that count as one letter: as wide as the mean of a text, with a little to spare."""
_BOLD, _BOLD_ITSELF = 1.0, 1.04
"""Hundredths of an em that a bold letter may have more, and how many times as wide it is."""
_OTHER = 60
_WIDTHS = {
    letter: width
    for width, letters in (
        (23, "il' \u00a0\u202f"),
        (25, "jI.,:;’"),
        (30, "()f-[]"),
        (33, "tJ₂"),
        (35, "r"),
        (40, 'sz/"„“”'),
        (43, "cLx"),
        (45, "kvy"),
        (47, "gFSZ"),
        (50, "aåäeéETY0123456789€–§+<>="),
        (53, "bdhnopquöüßCKPX"),
        (55, "BR"),
        (58, "AÅÄV"),
        (63, "DHG"),
        (66, "NOÖUÜQ"),
        (72, "w&%"),
        (80, "m"),
        (89, "MW"),
    )
    for letter in letters
}
"""Hundredths of an em of the letters of Calibri, and of Carlito, which is as wide; most fonts of offices are alike."""


def breadth(text: str, bold: bool = False) -> float:
    """Return how many letters of middling width stand in the room that a text takes."""
    wide = sum(_WIDTHS.get(letter, _OTHER) for letter in text)
    return (wide * _BOLD_ITSELF + _BOLD if bold else wide) / _EM


CALIBRI = Setting(
    breadth=breadth,
    room=2.3,
    step=0.25,
    moves=(12, 8, 5, 3, 2, 1, 0.5),
    least_head=18,
    short_head=1000,
    head=1,
    broken=((1000, 12.0),),
    cell=0.1,
    always=True,
)
"""A program that has no rules of hyphenation for a language parts a word anywhere, so a broken one costs much more."""
