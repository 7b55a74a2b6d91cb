"""What a person probably meant: the nearest known word, and figures as they are written elsewhere."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_LONGEST = 64
_ALIKE = 0.6

_FIGURE = r"\s*([-+−–]?)\s*([0-9](?:[0-9\s.,'’]*[0-9])?)"
_BY_SPACE = r"([0-9]{1,3}(?:[\s'’][0-9]{3})+)(?:[.,]([0-9]+))?"
_BY_POINT = r"([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)|([0-9]{1,3}(?:\.[0-9]{3}){2,})"
_BY_COMMA = r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)|([0-9]{1,3}(?:,[0-9]{3}){2,})"
_EITHER = r"[1-9][0-9]{0,2},[0-9]{3}"
_DECIMAL = r"([0-9]+)(?:[.,]([0-9]+))?"


def near(word: object, known: Iterable[str], alike: float = _ALIKE) -> str | None:
    """Return the known word that a misspelt one stands for, or None; with 1 for `alike` only case may differ."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return None
    return _near(word, tuple(sorted(known)), alike)


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...], alike: float) -> str | None:
    plain = {_folded(each): each for each in known}
    import difflib  # only where a word is misspelt: every start would pay for it

    match = difflib.get_close_matches(_folded(word), plain, 1, alike)
    return plain[match[0]] if match else None


def did_you_mean(word: object, known: Iterable[str], otherwise: str = "", alike: float = _ALIKE) -> str:
    """Ask whether the nearest known word was meant, or give other advice."""
    match = near(word, known, alike)
    return f'Did you mean "{match}"?' if match else otherwise


def _folded(word: str) -> str:
    return word.strip().casefold().replace(" ", "-").replace("_", "-")


def slip(word: object, known: Iterable[str]) -> str | None:
    """Return the one known word that a misspelt one stands for beyond doubt, or None.

    The two differ in capitals, spaces, underscores or hyphens alone; or in one letter that is missing, too
    many or another one, or in two that are exchanged, in one part of four letters or more. A digit is never
    a slip, and where two known words are so near, neither is meant beyond doubt.
    """
    if not isinstance(word, str) or not 1 < len(word) <= _LONGEST:
        return None
    words = {each: _even(each) for each in known}
    even = _even(word)
    loose = "" if re.search(_DIGIT, even) else even.replace("-", "")
    found = [each for each, its in words.items() if its == even or (loose and its.replace("-", "") == loose)]
    found = found or [each for each, its in words.items() if _is_slip(even, its)]
    return found[0] if len(found) == 1 else None


def _even(word: str) -> str:
    return re.sub(_SPACES, "-", word.strip().casefold())


def _is_slip(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 1:
        return False
    ours, theirs = word.split("-"), known.split("-")
    others = [(one, other) for one, other in zip(ours, theirs, strict=False) if one != other]
    return len(ours) == len(theirs) and len(others) == 1 and _one_letter(*others[0])


def _one_letter(one: str, other: str) -> bool:
    """Say whether two words differ in one letter or by an exchange of two neighbours."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    shorter = min(len(one), len(other))
    start = next((index for index in range(shorter) if one[index] != other[index]), shorter)
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if re.search(_DIGIT, one + other):
        return False
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


_SPACES, _DIGIT = r"[\s_]+", r"[0-9]"
_SHORTEST = 4
_UNSURE = r"(?!0[.,])[^.,]*[.,][0-9]{3}"


class Figure(NamedTuple):
    """A number that begins a text: the ways in which it can be meant, written our way, and what follows."""

    ways: tuple[str, ...]
    rest: str
    written: str = ""

    def sure(self) -> str | None:
        """Return the number if no reader could take it otherwise: 12.000 is twelve here, 12,000 there."""
        return self.ways[0] if len(self.ways) == 1 and not re.fullmatch(_UNSURE, self.written) else None


def figure(text: str) -> Figure | None:
    """Read a number as people write it: spaces, points or commas between thousands, or a decimal comma."""
    match = re.match(_FIGURE, text[: 2 * _LONGEST])
    if match is None:
        return None
    sign = "-" if match[1] in ("-", "−", "–") else ""
    ways = tuple(sign + way for way in _ways(match[2]))
    return Figure(ways, text[match.end() :][:_LONGEST].strip(), match[2]) if ways else None


def _ways(digits: str) -> tuple[str, ...]:
    if re.fullmatch(_EITHER, digits):
        return digits.replace(",", ""), digits.replace(",", ".")
    for form in (_BY_SPACE, _BY_POINT, _BY_COMMA, _DECIMAL):
        match = re.fullmatch(form, digits)
        if match:
            whole, *parts = (part for part in match.groups() if part)
            return (".".join([re.sub(r"[^0-9]", "", whole), *parts]),)
    return ()


def write_it(ways: Iterable[str]) -> str:
    """Advise how to write what can be meant in one way, or in two because of a comma."""
    first, *others = ways
    if others:
        return f"Write {first} if the comma parts thousands, {others[0]} if it parts decimals."
    return f"Write {first}."
