"""A text in the language of a document, where no single city speaks: names and notes of a group."""

from lgdkit.model.text import Text
from lgdkit.view.translations import is_stale
from lgdkit.view.values import Said


def said(text: Text, language: str, first: str) -> Said:
    """Return a text in a language, or in another one and marked as such; `first` is that of plain texts."""
    code, wording = text.best(language, first)
    return Said(wording.text, code, code != language, wording.origin, is_stale(text, code))


def proper(text: Text, language: str, first: str) -> Said:
    """Return a name: one that is written once is the same in every language."""
    code, wording = text.best(language, first)
    return Said(wording.text, code, False, wording.origin, is_stale(text, code))
