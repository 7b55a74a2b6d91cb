from decimal import Decimal

import pytest
from babel.messages.pofile import PoFileError

from lgdkit.render.context import Context
from lgdkit.render.language import Words, words_of
from lgdkit.render.plain import visible
from lgdkit.view.values import Amount, Day, Length, Percent, Price, Times
from lgdkit.vocab.currency import CURRENCIES
from lgdkit.vocab.language import LANGUAGES

S = "\xa0"
PO = b"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Overview"
msgstr "\xc3\x9cberblick"

msgctxt "status"
msgid "ongoing"
msgstr "l\xc3\xa4uft"

msgid "%(count)s action"
msgid_plural "%(count)s actions"
msgstr[0] "%(count)s Ma\xc3\x9fnahme"
msgstr[1] "%(count)s Ma\xc3\x9fnahmen"

msgid "%(count)d month"
msgid_plural "%(count)d months"
msgstr[0] "%(count)d Monat"
msgstr[1] "%(count)d Monate"

msgid "%(amount)s per year"
msgstr "%(amount)s im Jahr"

#, fuzzy
msgid "Costs"
msgstr "Kosten der Liebe"

# to be checked: the word of the city
#, fuzzy, python-format
msgid "%(count)s paper"
msgid_plural "%(count)s papers"
msgstr[0] "%(count)s Vorlage"
msgstr[1] "%(count)s Vorlagen"

msgid "Gaps"
msgstr ""
"""

POLISH = rb"""
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; "
"plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "a"
msgid_plural "b"
msgstr[0] "one"
msgstr[1] "few"
msgstr[2] "many"
"""


def words(language: str) -> Words:
    return words_of(
        language, {f"words/{language}.po": PO.replace(b"(n != 1)", b"(n > 1)")} if language == "fr" else {}
    )


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", "1234567.50", "1,234,567.50"),
        ("en", "0", "0"),
        ("en", "-5", "-5"),
        ("en", "1E+3", "1,000"),
        ("fi", "1234567.5", f"1{S}234{S}567,5"),
        ("fi", "-5.0", "-5,0"),
        ("sv", "24000", f"24{S}000"),
        ("sv", "0.001", "0,001"),
        ("de", "24000.25", "24.000,25"),
        ("de", "999", "999"),
    ],
)
def test_numbers(language: str, number: str, text: str) -> None:
    assert words(language).number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("language", "year", "month", "day"),
    [
        ("en", "2024", "May 2024", "1 May 2024"),
        ("fi", "2024", "toukokuu 2024", f"1.{S}toukokuuta 2024"),
        ("sv", "2024", "maj 2024", "1 maj 2024"),
        ("de", "2024", "Mai 2024", f"1.{S}Mai 2024"),
    ],
)
def test_dates_at_each_precision(language: str, year: str, month: str, day: str) -> None:
    known = words(language)
    assert known.date(2024, None, None) == year
    assert known.date(2024, 5, None) == month
    assert known.date(2024, 5, 1) == day


@pytest.mark.parametrize(
    ("language", "whole", "cents"),
    [
        ("en", f"12,500{S}EUR", f"12,500.50{S}EUR"),
        ("fi", f"12{S}500{S}EUR", f"12{S}500,50{S}EUR"),
        ("sv", f"12{S}500{S}EUR", f"12{S}500,50{S}EUR"),
        ("de", f"12.500{S}EUR", f"12.500,50{S}EUR"),
    ],
)
def test_money(language: str, whole: str, cents: str) -> None:
    known = words(language)
    assert known.money(Decimal(12500), "EUR").replace(" ", S) == whole
    assert known.money(Decimal("12500.5"), "EUR").replace(" ", S) == cents


@pytest.mark.parametrize(
    ("language", "in_one_month", "in_two"),
    [
        ("en", "8–9 February 2023", "28 February 2023 – 1 March 2023"),
        ("fi", "8.–9.\xa0helmikuuta 2023", "28.\xa0helmikuuta 2023 – 1.\xa0maaliskuuta 2023"),
        ("sv", "8–9 februari 2023", "28 februari 2023 – 1 mars 2023"),
        ("de", "8.–9.\xa0Februar 2023", "28.\xa0Februar 2023 – 1.\xa0März 2023"),
        ("hu", "2023.\xa0február 8. – 2023.\xa0február 9.", "2023.\xa0február 28. – 2023.\xa0március 1."),
    ],
)
def test_from_one_day_to_another(language: str, in_one_month: str, in_two: str) -> None:
    words = words_of(language, {})
    assert words.span((2023, 2, 8), (2023, 2, 9)) == in_one_month
    assert words.span((2023, 2, 28), (2023, 3, 1)) == in_two
    assert words.span((2023, None, None), (2024, None, None)) == "2023–2024"


def test_lists_keep_the_conjunction_of_the_words() -> None:
    assert [words("en").listed(parts) for parts in (["a"], ["a", "b"])] == ["a", "a and b"]
    assert words("fi").listed(["a", "b", "c"]) == words("en").listed(["a", "b", "c"]) == "a, b and c"
    assert words("en").listed([]) == ""
    assert words("de").listed(["a", "b"]) == "a and b"
    assert words_of("de", {"words/de.po": PO}).listed(["a", "b", "c"]) == "a, b und c"


def test_names_of_languages_and_months() -> None:
    assert words("en").language_name("fi") == "Finnish"
    assert words("de").language_name("fi") == "Finnish"
    assert words("en").language_name("xx") == "xx"
    assert words("sv").month(5) == "May"
    german = words_of("de", {"words/de.po": PO})
    assert german.language_name("fi") == "Finnisch"
    assert german.month(5) == "Mai"


def test_a_catalogue_gives_its_words() -> None:
    german = words_of("de", {"words/de.po": PO})
    assert german.known
    assert german.gettext("Overview") == "Überblick"
    assert german.pgettext("status", "ongoing") == "läuft"
    assert german.gettext("ongoing") == "ongoing"
    assert german.ngettext("%(count)s action", "%(count)s actions", 1) == "%(count)s Maßnahme"
    assert german.ngettext("%(count)s action", "%(count)s actions", 3) == "%(count)s Maßnahmen"


def test_what_nobody_translated_or_looked_at_stays_english() -> None:
    german = words_of("de", {"words/de.po": PO})
    assert german.gettext("Gaps") == "Gaps"
    assert german.gettext("Costs") == "Costs"


def test_a_doubtful_word_with_its_question_is_used() -> None:
    german = words_of("de", {"words/de.po": PO})
    assert german.ngettext("%(count)s paper", "%(count)s papers", 2) == "%(count)s Vorlagen"


HEADER, _, REST = PO.partition(b"\n\n")
FEW = HEADER + b"\n\n" + b"\n\n".join(REST.split(b"\n\n")[:3])


@pytest.mark.parametrize(
    ("catalogue", "template", "whole"),
    [
        (FEW, FEW, True),
        (FEW, HEADER, True),
        (FEW, PO, False),  # messages that are not there at all
        (PO, PO, False),  # one that is empty, and a guess
        (FEW.replace(b'"%(count)s Ma\xc3\x9fnahmen"', b'""'), FEW, False),  # a plural that is missing
    ],
)
def test_whether_all_words_are_there(catalogue: bytes, template: bytes, whole: bool) -> None:
    known = words_of("de", {"words/de.po": catalogue, "words/lgdkit.pot": template})
    assert known.known
    assert known.whole is whole


def test_plural_forms_are_those_of_the_language() -> None:
    french = words("fr")
    assert french.ngettext("%(count)s action", "%(count)s actions", 0) == "%(count)s Maßnahme"
    polish = words_of("pl", {"words/pl.po": POLISH})
    assert [polish.ngettext("a", "b", number) for number in (1, 2, 5, 22)] == ["one", "few", "many", "few"]


def test_a_language_without_catalogue_is_known_not_to_be_known() -> None:
    assert words("en").known
    assert not words("fi").known
    assert words("fi").gettext("Overview") == "Overview"


def test_a_broken_catalogue_is_a_fault_of_ours() -> None:
    with pytest.raises((PoFileError, UnicodeDecodeError, ValueError)):
        words_of("de", {"words/de.po": b'msgid "a"\nmsgstr "\xff\xfe'})


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            [
                "24 kt CO₂e per year",
                "500 flats",
                "17.5 %",
                "once a year",
                "4 times a quarter",
                "3 months",
                "1 day",
            ],
        ),
        (
            "de",
            [
                "24 kt CO₂e im Jahr",
                "500 flats",
                "17,5 %",
                "once a year",
                "4 times a quarter",
                "3 Monate",
                "1 day",
            ],
        ),
        (
            "fi",
            [
                "24 kt CO₂e per year",
                "500 flats",
                "17,5 %",
                "once a year",
                "4 times a quarter",
                "3 months",
                "1 day",
            ],
        ),
    ],
)
def test_amounts_shares_times_and_lengths(language: str, texts: list[str]) -> None:
    known = words_of(language, {"words/de.po": PO})
    values = [
        Amount(Decimal(24), "kt", per_year=True, co2=True),
        Amount(Decimal(500), "flats"),
        Percent(Decimal("17.5")),
        Times(1, "year"),
        Times(4, "quarter"),
        Length(3, "month"),
        Length(1, "day"),
    ]
    assert Context(known, visible).plain(values) == texts


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_every_length_has_its_words(unit: str) -> None:
    plain = Context(words("en"), visible).plain
    assert [plain(Length(1, unit)), plain(Length(2, unit))] == [f"1 {unit}", f"2 {unit}s"]


@pytest.mark.parametrize("per", ["year", "quarter", "month"])
def test_every_period_has_its_words(per: str) -> None:
    plain = Context(words("en"), visible).plain
    assert [plain(Times(1, per)), plain(Times(2, per))] == [f"once a {per}", f"2 times a {per}"]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_that_a_city_may_name_can_write(language: str) -> None:
    known = words(language)
    plain = Context(known, visible).plain
    assert "2024" in known.date(2024, 5, 1)
    assert plain([Day(2024), Day(2024, 5), Price(Decimal("1.5"), "EUR"), Decimal("1.5")])
    assert known.listed(["a", "b"])
    assert known.locale.months["stand-alone"]["wide"][12]
    assert known.locale.languages.get("en"), language


@pytest.mark.parametrize("currency", sorted(CURRENCIES))
def test_every_currency_stands_with_its_code(currency: str) -> None:
    assert words("en").money(Decimal(5), currency).split() == ["5", currency]
