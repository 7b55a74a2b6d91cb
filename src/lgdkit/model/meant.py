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


class Figure(NamedTuple):
    """A number that begins a text: the ways in which it can be meant, written our way, and what follows."""

    ways: tuple[str, ...]
    rest: str


def figure(text: str) -> Figure | None:
    """Read a number as people write it: spaces, points or commas between thousands, or a decimal comma."""
    match = re.match(_FIGURE, text[: 2 * _LONGEST])
    if match is None:
        return None
    sign = "-" if match[1] in ("-", "−", "–") else ""
    ways = tuple(sign + way for way in _ways(match[2]))
    return Figure(ways, text[match.end() :][:_LONGEST].strip()) if ways else None


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
