"""A catalogue, a locale and legal prose whose words all stand between marks, to find those that do not."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from gettext import NullTranslations

import pytest
from small_city import UNIT

from lgdkit.artifact import Artifact
from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.render.language import Words

OPEN, CLOSE = "⟦", "⟧"
_INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_DATA = re.compile(rf"Zq\d+e|{UNIT}|<https://example\.org/\S*>|\b(?:kt|t|FI)\b|CO₂e")
"""Words of the data; units, codes and signs that are the same in every language."""
NO_TEXT, _PLACE = re.compile(r"<[^>]*>"), re.compile(r"\]\(pictures/[^)]*\)")
"""The elements of a picture, and where it stands."""
WORD = re.compile(r"[^\W\d_]+")


def marked(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


class _Catalogue(NullTranslations):
    def gettext(self, message: str) -> str:
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        assert context
        return marked(message)


class _Marked(Words):
    """Words that show where they stand: those of the catalogue, and those of the locale."""

    def number(self, value: Decimal) -> str:
        return marked(super().number(value))

    def money(self, amount: Decimal, currency: str) -> str:
        return marked(super().money(amount, currency))

    def date(self, year: int, month: int | None, day: int | None) -> str:
        return marked(super().date(year, month, day))

    def listed(self, parts: Sequence[str]) -> str:
        return marked(super().listed(parts))

    def language_name(self, code: str) -> str:
        return marked(super().language_name(code))

    def country_name(self, code: str) -> str:
        return marked(super().country_name(code))

    def month(self, number: int) -> str:
        return marked(super().month(number))


@cache
def templates() -> Mapping[str, bytes]:
    """Return the templates with every file of the legal prose between marks."""
    return {
        path: marked(text.decode()).encode()
        if path.startswith("mou/prose/") and path.endswith(".md.j2")
        else text
        for path, text in read_templates().items()
    }


def marking(monkeypatch: pytest.MonkeyPatch) -> Drafter:
    """A drafter whose words all have marks."""
    for room in ("drafting", "printing"):
        monkeypatch.setattr(
            f"lgdkit.{room}.words_of", lambda language, *_: _Marked(language, _Catalogue(), known=True)
        )
    # a text that is broken into lines would be broken inside its marks
    monkeypatch.setattr("lgdkit.render.svg.broken", lambda text, *_, **__: (text,))
    return Drafter(templates())


def read(found: Sequence[Artifact]) -> dict[str, str]:
    """Return what a person reads in each draft: of a picture its texts and its alternative."""
    documents = {each.path: each.content.decode() for each in found}
    return {
        path: NO_TEXT.sub(" ", text) if path.endswith(".svg") else _PLACE.sub(" ", text)
        for path, text in documents.items()
    }


def table(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def unmarked(text: str) -> list[str]:
    """Return the words outside every mark that are not of the data."""
    assert OPEN in text
    before = ""
    while before != text:
        before, text = text, _INNERMOST.sub(" ", text)
    assert OPEN not in text, text
    assert CLOSE not in text, text
    return WORD.findall(_DATA.sub(" ", text))
