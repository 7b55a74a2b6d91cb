"""Ids that are proposed for new records."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40
"""An id that is proposed is not longer, save for its number."""
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that do not come apart into a plain one and an accent."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""As German writes them without their dots; Finnish and Swedish leave the dots out."""


def proposed(text: str, language: str, taken: Collection[str]) -> str:
    """Return an id for a record that is called so in this language; nothing where no letter of it is left.

    It consists of small letters, digits and hyphens, ends with a whole word, and is none of those taken.
    """
    letters = unicodedata.normalize("NFC", text).casefold()
    if language == "de":
        letters = letters.translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", letters.translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    found = "-".join(words)
    if len(found) > LONGEST:
        found = found[: LONGEST + 1].rpartition("-")[0] or found[:LONGEST]
    numbers = range(2, len(taken) + 3)
    return next(
        (each for each in (found, *(f"{found}-{n}" for n in numbers)) if each not in taken), ""
    ) * bool(found)
