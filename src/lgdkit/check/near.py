"""The nearest known word to one that nobody knows."""

import re
from collections.abc import Callable, Iterable

_SLIP = 0.88
_DIGITS = re.compile(r"[0-9]")
_MOST = 50
"""So many words are looked up in one run: comparing letters is slow, and nobody reads more at a time."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most alike, or None."""
    import difflib

    match = difflib.get_close_matches(word, known, 1)
    return match[0] if match else None


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word of which this one is a slip of one letter or two, and not just another number."""
    import difflib

    match = difflib.get_close_matches(word, known, 1, _SLIP)
    return match[0] if match and _DIGITS.sub("", match[0]) != _DIGITS.sub("", word) else None


class Nearest:
    """Finds the known word that was probably meant, and remembers it."""

    def __init__(self, find: Callable[[str, Iterable[str]], str | None] = nearest) -> None:
        self._find = find
        self._found: dict[tuple[str, str], str | None] = {}

    def of(self, word: str, known: Iterable[str], what: str = "") -> str | None:
        """Return the nearest known word, or None; `what` tells one set of known words from another."""
        if (what, word) not in self._found:
            if len(self._found) >= _MOST:
                return None
            self._found[what, word] = self._find(word, known)
        return self._found[what, word]


def asked(word: str | None, otherwise: str = "") -> str:
    """Ask whether a word was meant; without one, say something else."""
    return f'Did you mean "{word}"?' if word else otherwise
