"""The nearest known word to one that nobody knows."""

import difflib
from collections.abc import Iterable

_MOST = 50
"""So many words are looked up in one run: comparing letters is slow, and nobody reads more at a time."""


class Nearest:
    """Finds the known word that was probably meant, and remembers it."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str | None] = {}

    def of(self, word: str, known: Iterable[str], what: str = "") -> str | None:
        """Return the nearest known word, or None; `what` tells one set of known words from another."""
        if (what, word) not in self._found:
            if len(self._found) >= _MOST:
                return None
            match = difflib.get_close_matches(word, known, 1)
            self._found[what, word] = match[0] if match else None
        return self._found[what, word]


def asked(word: str | None, otherwise: str = "") -> str:
    """Ask whether a word was meant; without one, say something else."""
    return f'Did you mean "{word}"?' if word else otherwise
