"""Texts and names without what does not tell them apart: capitals, accents, signs, spaces."""

import re
from collections.abc import Iterator

from lgdkit.model.text import Text

_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_BETWEEN = str.maketrans(dict.fromkeys("-–—.,:;!?()/\"'”“„", " "))
_SIGNS = re.compile(r"[\W_]+")


def words(written: str) -> list[str]:
    """Return the words of a text in small letters, without accents and signs; ä, ae and a are one letter."""
    small = written.casefold()
    if not small.isascii():
        import unicodedata  # a library of its own to load, for signs outside ASCII alone

        apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
        small = "".join([sign for sign in apart if not unicodedata.combining(sign)])
    small = small.replace(".", "").replace("a/s", "as")
    small = small.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return _SIGNS.sub(" ", small).split()


def folded(text: str) -> str:
    """Return a text in small letters and without the signs between words: for sentences, where that is enough."""
    return " ".join(text.casefold().translate(_BETWEEN).split())


def wordings(text: Text, first: str) -> Iterator[tuple[str, str]]:
    """Give each wording of a text with its language; `first` is the language of a plain one."""
    if text.plain is not None:
        yield first, text.plain
    else:
        yield from ((language, wording.text) for language, wording in text.wordings)
