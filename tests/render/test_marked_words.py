"""No word of a document is written in a template alone: all come from a catalogue, the prose or the data."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from golden_deals import golden_cities
from marked_words import WORD, marked, marking, read, table, unmarked
from small_city import full_city

from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.pipeline import check
from signed_city import CITY, TODAY, kept, texts


@cache
def cities() -> dict[str, City]:
    found = {"full": full_city()}
    for status in ("partly-binding", "binding"):
        for level in ("declaration", "full"):
            found[f"{status} {level}"] = full_city(legal_status=status, level=level, state="negotiating")
    found["open"] = full_city(
        term=None, reporting=None, accession=None, termination=None, signed=None, adopted=None, goals=[]
    )
    return found


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch) -> Drafter:
    return marking(monkeypatch)


def drafts(city: City, drafter: Drafter) -> dict[str, str]:
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found = [*drafter.inventory(city, ("en",)), *drafter.roadmap(city, ("en",))]
    found += drafter.memoranda(city, partners, ("en",))[0]
    found += drafter.requests(city, partners, ("en",))
    return read(found) | {"table": table(drafter.inventory_table(city, "en"))}


@pytest.mark.parametrize("name", cities())
def test_no_word_stands_in_a_template_alone(name: str, drafter: Drafter) -> None:
    found = drafts(cities()[name], drafter)
    assert sum(path.endswith(".svg") for path in found) >= 3
    assert sum(path.startswith("requests/") for path in found) >= 2
    for path, text in found.items():
        assert unmarked(text) == [], path


@pytest.mark.parametrize(
    "name", [each for each in golden_cities() if each.startswith("other.") or ".SE.2" in each]
)
def test_no_word_stands_in_an_agreement_alone(name: str, drafter: Drafter) -> None:
    """The words of this data are plain ones: they are told from ours by their marks in a second drafting."""
    city = golden_cities()[name]
    known = set(WORD.findall(repr([city.record, city.stakeholders, city.commitments, city.deals])))
    known |= set(WORD.findall(repr(city.actions)))
    for path, text in drafts(city, drafter).items():
        assert set(unmarked(text)) - known == set(), path


def values(data: Any) -> Iterator[str]:
    """Give the texts, codes and figures of plain data, and not the keys that lead to them."""
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from values(each)
    else:
        yield str(data)


def test_no_word_stands_in_an_amendment_alone(drafter: Drafter) -> None:
    """All that can go has gone since the signature, a commitment is withdrawn, and one is added."""
    before = deepcopy(CITY)
    before["deals"][0]["commitments"] = ["c1", "c2"]
    now = deepcopy(before)
    needed = {"id", "title", "parties", "by", "text", "action", "lead", "state", "signed", "languages"}
    for kind in ("deals", "commitments", "actions"):
        now[kind][0] = {key: each for key, each in now[kind][0].items() if key in needed}
    now["deals"][0] |= {"parties": ["town", "heat", "other"], "commitments": ["c1", "c3"]}
    city = check(texts(now), TODAY, kept=kept(before)).city
    [draft] = drafter.amendments(city, city.deals, ["en"])
    text = draft.content.decode()
    for heading in (
        "Clauses",
        "Commitments that change",
        "Commitments that are added",
        "Actions that change",
    ):
        assert marked(heading) in text
    assert marked("Commitments that are withdrawn") in text
    known = set(WORD.findall(" ".join([*values(now), *values(before), draft.path])))
    assert set(unmarked(text)) - known == set()


def test_the_test_would_see_one() -> None:
    assert unmarked("⟦All⟧ words ⟦of ⟦a⟧ list⟧ 12 kt CO₂e Zq3e") == ["words"]
