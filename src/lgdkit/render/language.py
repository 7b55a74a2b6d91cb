"""Words, numbers, dates and money of one language: gettext catalogues and Babel's Unicode locale data."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from decimal import Decimal
from functools import cached_property
from gettext import GNUTranslations, NullTranslations

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from lgdkit.render.municipality import Rename, RenamedCatalogue, renaming

SOURCE_LANGUAGE = "en"
"""The language in which the templates are written; a document without words of its own falls back to it."""
QUESTION = "to be checked: "
"""What begins the comment of a message that is marked as fuzzy: what a native speaker has still to look at."""
_REGIONS = {"en": "en_GB"}
"""English as Europe writes it, the day before the month."""
_DAY_FIRST = re.compile(r"\d{1,2}(\.?)\s")
"""A date that begins with its day, with a full stop behind the number where the language sets one."""
PartialDay = tuple[int, int | None, int | None]
_MESSAGES = re.compile(rb"^msgid ", re.MULTILINE)
"""The messages of a template, its header among them."""


@dataclass(frozen=True)
class Words:
    """The words of one language; `known` is false where the documents fall back to English ones."""

    language: str
    catalogue: NullTranslations
    known: bool
    whole: bool = True
    """False where some of the words are not translated yet, and stand in English."""
    rename: Rename | None = None
    """Says the same of the kind of municipality that is not the language's usual word."""

    @cached_property
    def locale(self) -> Locale:
        """The locale whose numbers and dates the documents use."""
        return Locale.parse(_REGIONS.get(self.language, self.language))

    @cached_property
    def _spoken(self) -> Locale:
        """The locale of the words, which is another one where they are not there yet."""
        return self.locale if self.known else Locale.parse(_REGIONS[SOURCE_LANGUAGE])

    @cached_property
    def _written(self) -> dict[tuple[object, ...], str]:
        """Numbers and dates as they were written before: writing one takes longer than all else in a table."""
        return {}

    def number(self, value: Decimal) -> str:
        """Write a number with the decimals that it has."""
        key = (str(value),)
        return self._written.get(key) or self._written.setdefault(key, self._number(value))

    def _number(self, value: Decimal) -> str:
        decimals = max(0, -int(value.as_tuple().exponent))
        return format_decimal(
            value, format=f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale=self.locale
        )

    def money(self, amount: Decimal, currency: str) -> str:
        """Write an amount of money, with cents only where there are some."""
        key = (str(amount), currency)
        return self._written.get(key) or self._written.setdefault(key, self._money(amount, currency))

    def _money(self, amount: Decimal, currency: str) -> str:
        pattern = "#,##0 ¤¤" if amount == amount.to_integral() else "#,##0.00 ¤¤"
        return format_currency(amount, currency, pattern, locale=self.locale, currency_digits=False)

    def date(self, year: int, month: int | None, day: int | None) -> str:
        """Write a date at the precision at which it is known."""
        key = (year, month, day)
        return self._written.get(key) or self._written.setdefault(key, self._date(year, month, day))

    def _date(self, year: int, month: int | None, day: int | None) -> str:
        if month is None:
            return f"{year:04d}"
        if day is None:
            return format_skeleton("yMMMM", calendar_day(year, month, 1), locale=self.locale)
        shown = format_date(calendar_day(year, month, day), "long", locale=self.locale)
        # "1. Mai" at the start of a line would begin a numbered list; a space that never breaks does not
        return shown.replace(". ", ".\xa0")

    def span(self, start: PartialDay, end: PartialDay) -> str:
        """Write from when to when; of two days in one month the first one stands without it: 8–9 February 2023."""
        first, last = self.date(*start), self.date(*end)
        number = _DAY_FIRST.match(last)
        if number and start[2] and end[2] and start[:2] == end[:2]:
            return f"{start[2]}{number[1]}–{last}"
        return f"{first} – {last}" if " " in first or "\xa0" in first else f"{first}–{last}"

    def listed(self, parts: Sequence[str]) -> str:
        """Join parts as a sentence does: one, two and three."""
        # the conjunction belongs to the words: an English sentence keeps "and"
        return format_list(list(parts), locale=self._spoken)

    def language_name(self, code: str) -> str:
        """Return the name of a language in the words' own language."""
        return str(self._spoken.languages.get(code, code))

    def country_name(self, code: str) -> str:
        """Return the name of a country in the words' own language."""
        return str(self._spoken.territories.get(code, code))

    def month(self, number: int) -> str:
        """Return the name of a month."""
        return str(self._spoken.months["stand-alone"]["wide"][number])

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a message that counts."""
        return self.catalogue.ngettext(one, many, number)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message that means something of its own in a context."""
        return self.catalogue.pgettext(context, message)


def words_of(language: str, templates: Mapping[str, bytes], kind: str = "") -> Words:
    """Return the words of a language: its catalogue `words/<language>.po`, or the templates' English.

    Args:
        language: the language.
        templates: the catalogues, by their path below `templates/`.
        kind: what the municipality calls itself, or nothing.
    """
    usual = _usual(language, templates)
    rename = renaming(language, kind, templates)
    if rename is None:
        return usual
    return replace(usual, catalogue=RenamedCatalogue(usual.catalogue, rename), rename=rename)


def _usual(language: str, templates: Mapping[str, bytes]) -> Words:
    if language == SOURCE_LANGUAGE:
        return Words(language, NullTranslations(), known=True)
    text = templates.get(f"words/{language}.po")
    if text is None:
        return Words(language, NullTranslations(), known=False)
    known = read_po(io.BytesIO(text), locale=language)
    for each in known:
        # a doubtful word is used, for its question is on paper; a guess of pybabel's has none and stays English
        if each.fuzzy and any(QUESTION in comment for comment in each.user_comments):
            each.flags.discard("fuzzy")
    compiled = io.BytesIO()
    write_mo(compiled, known, use_fuzzy=False)
    compiled.seek(0)
    whole = _is_whole(known, templates.get("words/lgdkit.pot", b""))
    return Words(language, GNUTranslations(compiled), known=True, whole=whole)


def _is_whole(known: Catalog, template: bytes) -> bool:
    """Say whether a catalogue has words for every message; counted, since reading the template takes long."""
    said = [each.string for each in known if not each.fuzzy]
    return len(said) >= len(_MESSAGES.findall(template)) and all(
        all(each) if isinstance(each, list | tuple) else each for each in said
    )
