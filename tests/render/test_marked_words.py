"""No word of a document is written in a template alone: all come from a catalogue, the prose or the data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from typing import Any

import pytest
from golden_deals import golden_cities
from small_city import UNIT, full_city

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.pipeline import check
from lgdkit.render.language import Words
from signed_city import CITY, TODAY, kept, texts

OPEN, CLOSE = "⟦", "⟧"
_INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_DATA = re.compile(rf"Zq\d+e|{UNIT}|<https://example\.org/\S*>|\b(?:kt|t|FI)\b|CO₂e")
"""Words of the data; units, codes and signs that are the same in every language."""
_NO_TEXT, _PLACE = re.compile(r"<[^>]*>"), re.compile(r"\]\(pictures/[^)]*\)")
"""The elements of a picture, and where it stands."""
_WORD = re.compile(r"[^\W\d_]+")


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


def cities() -> dict[str, City]:
    found = {"full": full_city()}
    for status in ("partly-binding", "binding"):
        for level in ("declaration", "full"):
            found[f"{status} {level}"] = full_city(legal_status=status, level=level, state="negotiating")
    found["open"] = full_city(
        term=None, reporting=None, accession=None, termination=None, signed=None, adopted=None, goals=[]
    )
    return found


def drafts(city: City, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(
        "lgdkit.drafting.words_of", lambda language, *_: _Marked(language, _Catalogue(), known=True)
    )
    # a text that is broken into lines would be broken inside its marks
    monkeypatch.setattr("lgdkit.render.svg.broken", lambda text, *_, **__: (text,))
    drafter = Drafter(templates())
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found = [*drafter.inventory(city, ("en",)), *drafter.roadmap(city, ("en",))]
    found += drafter.memoranda(city, partners, ("en",))[0]
    found += drafter.requests(city, partners, ("en",))
    documents = {each.path: each.content.decode() for each in found}
    documents = {
        path: _NO_TEXT.sub(" ", text) if path.endswith(".svg") else _PLACE.sub(" ", text)
        for path, text in documents.items()
    }
    documents["table"] = "\n".join(" | ".join(row) for row in drafter.inventory_table(city, "en"))
    return documents


def unmarked(text: str) -> list[str]:
    """Return the words outside every mark that are not of the data."""
    assert OPEN in text
    before = ""
    while before != text:
        before, text = text, _INNERMOST.sub(" ", text)
    assert OPEN not in text, text
    assert CLOSE not in text, text
    return _WORD.findall(_DATA.sub(" ", text))


@pytest.mark.parametrize("name", cities())
def test_no_word_stands_in_a_template_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = drafts(cities()[name], monkeypatch)
    assert sum(path.endswith(".svg") for path in found) >= 3
    for path, text in found.items():
        assert unmarked(text) == [], path


@pytest.mark.parametrize(
    "name", [each for each in golden_cities() if each.startswith("other.") or ".SE.2" in each]
)
def test_no_word_stands_in_an_agreement_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of this data are plain ones: they are told from ours by their marks in a second drafting."""
    city = golden_cities()[name]
    known = set(_WORD.findall(repr([city.record, city.stakeholders, city.commitments, city.deals])))
    known |= set(_WORD.findall(repr(city.actions)))
    for path, text in drafts(city, monkeypatch).items():
        assert set(unmarked(text)) - known == set(), path


def values(data: Any) -> Iterator[str]:
    """Give the texts, codes and figures of plain data, and not the keys that lead to them."""
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from values(each)
    else:
        yield str(data)


def test_no_word_stands_in_an_amendment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that can go has gone since the signature, a commitment is withdrawn, and one is added."""
    monkeypatch.setattr(
        "lgdkit.drafting.words_of", lambda language, *_: _Marked(language, _Catalogue(), known=True)
    )
    before = deepcopy(CITY)
    before["deals"][0]["commitments"] = ["c1", "c2"]
    now = deepcopy(before)
    needed = {"id", "title", "parties", "by", "text", "action", "lead", "state", "signed", "languages"}
    for kind in ("deals", "commitments", "actions"):
        now[kind][0] = {key: each for key, each in now[kind][0].items() if key in needed}
    now["deals"][0] |= {"parties": ["town", "heat", "other"], "commitments": ["c1", "c3"]}
    city = check(texts(now), TODAY, kept=kept(before)).city
    [draft] = Drafter(templates()).amendments(city, city.deals, ["en"])
    text = draft.content.decode()
    for heading in (
        "Clauses",
        "Commitments that change",
        "Commitments that are added",
        "Actions that change",
    ):
        assert marked(heading) in text
    assert marked("Commitments that are withdrawn") in text
    known = set(_WORD.findall(" ".join([*values(now), *values(before), draft.path])))
    assert set(unmarked(text)) - known == set()


def test_the_test_would_see_one() -> None:
    assert unmarked("⟦All⟧ words ⟦of ⟦a⟧ list⟧ 12 kt CO₂e Zq3e") == ["words"]
