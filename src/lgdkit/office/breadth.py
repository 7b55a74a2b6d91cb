"""How broad a text is when it is set, in letters of common breadth: an m takes the room of three i."""

from functools import cache
from unicodedata import east_asian_width, normalize

_BREADTHS = {
    0.58: " \u00a0\u202f.,;:'’‘|ijlı·",
    0.7: "()[]!/fIJt₂-‐\u2011",
    0.8: "r“”„*²³",
    0.9: "cs?z",
    1.0: "ae0123456789€§",
    1.1: "bdFgkLopqSvxy",
    1.18: "EhnPu–ß+",
    1.3: "BRTYZ",
    1.4: "CKUVX%",
    1.53: "ADGHNOQ&",
    1.65: "mw…—",
    1.9: "Mæœ@",
    2.1: "WÆŒ→",
}
"""Of Libertinus Serif, by what they have in common; others differ little in what their letters are to each other."""
_SMALL, _CAPITAL, _FULL = 1.1, 1.5, 2.1
"""Of what is not in the list: small letters and signs, capitals, and letters of eastern scripts."""
_BOLD = 1.11
"""Bold letters are so much broader."""
_OF_EACH = {letter: broad for broad, letters in _BREADTHS.items() for letter in letters}


def breadth(text: str, *, bold: bool = False) -> float:
    """Return how many letters of common breadth take the same room as a text on one line."""
    found = sum(_of(letter) for letter in text)
    return found * _BOLD if bold else found


@cache
def _of(letter: str) -> float:
    base = normalize("NFD", letter)[0]
    if base in _OF_EACH:
        return _OF_EACH[base]
    if east_asian_width(base) in "FW":
        return _FULL
    return _CAPITAL if base.isupper() else _SMALL
