"""Finds figures of the data in a text of a document, as the document writes them."""

import re
from collections.abc import Iterable
from functools import cache

from lgdkit.render.context import Context
from lgdkit.render.language import Words
from lgdkit.view.figures import Stood
from lgdkit.view.values import Amount


def changed(figures: Iterable[Stood], words: Words, before: str, after: str, around: str = "") -> list[Stood]:
    """Return the figures that stood in a text and do not stand in what became of it.

    Of several that read alike, those come first whose record is named around the text.

    Args:
        figures: the figures that the document may show.
        words: the words of the document.
        before: the text as it was.
        after: what became of it.
        around: the row of the table, or the passage, that it stands in.
    """
    found = []
    for each in figures:
        pattern = _pattern(shown(each, words))
        if pattern.search(before) and not pattern.search(after):
            found.append(each)
    return sorted(found, key=lambda each: not any(text in around for text in each.titles))


def shown(figure: Stood, words: Words) -> str:
    """Return a figure as the document writes it, as far as it is the same everywhere in it."""
    value = figure.value
    if isinstance(value, Amount):
        return f"{words.number(value.value)} {value.unit}"
    return " ".join(str(Context(words, str).plain(value)).split())


@cache
def _pattern(text: str) -> re.Pattern[str]:
    gap = r"\s+".join(re.escape(each) for each in text.split())
    return re.compile(rf"(?<![\w.,]){gap}(?!\w)")
