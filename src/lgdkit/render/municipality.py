"""What a document calls the municipality: "the city" or "the municipality", as it calls itself.

Each language has a usual word, in which its catalogue and its prose are written: "the city", "kaupunki", "die
Stadt", but "kommunen". Where a municipality says that it is of the other kind, `words/<language>.<kind>.json`
gives the other word in each form that is used.
"""

import json
import re
from collections.abc import Callable, Mapping
from gettext import NullTranslations

_CODE = re.compile(r"(\{[{%#].*?[}%#]\})", re.DOTALL)
"""Code of a template, in which nothing is a word."""

_OTHERS = "stakeholder"
"""The context of words for kinds of organisations: a municipality among them is another one."""

Rename = Callable[[str], str]
"""Says the same of the other kind of municipality."""


def renaming(language: str, kind: str, templates: Mapping[str, bytes]) -> Rename | None:
    """Return how to say it, or None where the usual words of the language are right."""
    text = templates.get(f"words/{language}.{kind}.json")
    if text is None:
        return None
    forms: dict[str, str] = json.loads(text)
    forms |= {_capital(usual): _capital(other) for usual, other in forms.items()}
    longest_first = "|".join(re.escape(each) for each in sorted(forms, key=len, reverse=True))
    # the name of a value, %(city)s, is no word
    words = re.compile(rf"(?<!%\()\b(?:{longest_first})\b")
    return lambda said: words.sub(lambda found: forms[found[0]], said)


def renamed_prose(rename: Rename, source: str) -> str:
    """Return a file of the legal prose with the other word, and its code as it is."""
    parts = _CODE.split(source)
    return "".join(each if _CODE.match(each) else rename(each) for each in parts)


class RenamedCatalogue(NullTranslations):
    """A catalogue that says the same of the other kind of municipality."""

    def __init__(self, catalogue: NullTranslations, rename: Rename) -> None:
        """Take the catalogue with the usual words."""
        super().__init__()
        self._usual = catalogue
        self._rename = rename

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self._rename(self._usual.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a message that counts."""
        return self._rename(self._usual.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message that means something of its own in a context."""
        said = self._usual.pgettext(context, message)
        return said if context == _OTHERS else self._rename(said)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a message that counts, in its context."""
        return self._rename(self._usual.npgettext(context, msgid1, msgid2, n))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
