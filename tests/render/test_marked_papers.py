"""No word of what is drafted besides map, roadmap and agreements is written in a template alone."""

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from marked_words import NO_TEXT, WORD, marked, marking, read, table, templates, unmarked
from ruamel.yaml import YAML
from small_city import full_city

from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.model.workspace import Workspace
from lgdkit.printing import Printed, Printer, Sender
from lgdkit.read.city import read_city
from lgdkit.sprinting import Papers, papers
from lgdkit.view.comparison import comparison
from lgdkit.view.standing import standing
from lgdkit.view.taken import with_action, with_deal
from sprint_cities import HOST, OTHER


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch) -> Drafter:
    return marking(monkeypatch)


_TEXTS = frozenset(
    {
        *(
            "approach",
            "ask",
            "challenge",
            "critic",
            "did_not_work",
            "dreamer",
            "enabling_conditions",
            "name",
        ),
        *("note", "outcome", "question", "realist", "role", "strong_points", "text", "theme", "title"),
        *("transfer_tips", "unit", "venue", "not_quantified"),
    }
)
"""The keys of a sprint's data that hold what people read."""


def meaningless(data: Any, key: str = "") -> Any:
    """Return plain data with words that mean nothing instead of its texts; ids and codes stay as they are."""
    if isinstance(data, dict):
        said = key in _TEXTS  # a text in several languages
        return {name: meaningless(each, key if said else name) for name, each in data.items()}
    if isinstance(data, list):
        return [meaningless(each, key) for each in data]
    return f"Zq{len(data)}e" if key in _TEXTS and isinstance(data, str) else data


def sprint_cities(more: str = "") -> list[City]:
    """Return the cities of the sprint, without a word that means anything."""
    data = [YAML(typ="safe", pure=True).load(text) for text in (HOST, OTHER)]
    data[1].update(YAML(typ="safe", pure=True).load(more) or {})
    cities = [read_city({"a.yaml": json.dumps(meaningless(each), default=str).encode()}) for each in data]
    assert [each.findings for each in cities] == [(), ()]
    return [each.city for each in cities]


def test_no_word_stands_in_a_paper_of_a_sprint_alone(drafter: Drafter) -> None:
    host, hill = sprint_cities()
    # ids of what may not be at hand, units, and an address
    known = set(WORD.findall(" ".join(re.findall(r"(?:hill|far)/[a-z-]+", HOST))))
    known |= {"lakeside", "persons", "loaves", "things", *WORD.findall("https://ghent.example/case Ghent")}
    seen = set()
    for sprint in host.sprints:
        for others in ({"hill": hill}, {}):
            shown = Papers(host, sprint, others, ("en",))
            found = [
                *papers(drafter, sprint.id, shown.before()),
                *papers(drafter, sprint.id, shown.after()),
            ]
            for path, text in read(found).items():
                assert set(unmarked(text)) - known == set(), path
                seen.add(path.split("/")[2].split("-")[0].split(".")[0])
    assert seen == {"invitation", "agenda", "worksheet", "roadmap", "agreement", "report", "next"}


_COPY = """
actions:
  - {id: heat, title: {fi: Title}, replicates: lakeside/clean-heat, questions: [{ask: Text}]}
"""
"""What has been taken over: with a question, and not said in every language."""


@pytest.mark.parametrize("country", ["FI", "DE", "SE"])
def test_no_word_stands_in_a_transferability_sheet_alone(country: str, drafter: Drafter) -> None:
    full, (host, hill) = full_city(), sprint_cities(_COPY)
    assert hill.record
    target = replace(hill, record=hill.record.model_copy(update={"country": country}))
    known = {"lakeside", "heat", "deal", "clean", "repair", "small", "actions", "t", "fi", "de"}  # ids, codes
    for source in (full, host):
        takes = [with_deal(source, each) for each in source.deals]
        takes += [with_action(source, each, None) for each in source.actions]
        for taken in takes:
            kinds = {"actions": taken.actions, "commitments": taken.commitments}
            ids = {(kind, each.id): "heat" for kind, its in kinds.items() for each in its}
            ids[taken.kind, taken.main.id] = "heat"
            [sheet] = drafter.transfer_sheets(source, taken, target, ids, ("en",))
            words = set(unmarked(sheet.content.decode())) - {taken.main.id}
            assert words - known == set(), taken.main.id


def test_no_word_stands_in_a_comparison_alone(drafter: Drafter) -> None:
    stands = [standing(each) for each in (full_city(), *sprint_cities())]
    record = Workspace.model_validate(
        {
            "name": "Zq1e",
            "languages": ["en"],
            "note": "Zq2e",
            "observers": [{"name": "Zq3e", "country": "EE", "note": "Zq4e"}],
        }
    )
    for count in (1, 2, len(stands)):
        view = comparison([each for each in stands[:count] if each], record, "en")
        [draft] = drafter.comparison(view, "en")
        for text in (draft.content.decode(), table(drafter.comparison_table(view, "en"))):
            assert set(unmarked(text)) <= {"EE", "DE", "lakeside", "hill"}


def test_no_word_stands_on_a_web_page_alone(drafter: Drafter) -> None:
    """The cover, the contents, the heads and feet: what a paper has besides the text of its draft."""
    text = "# Zq1e\n\n" + "".join(f"## Zq{each}e\n\nZq0e Zq0e\n\n" for each in range(2, 9))
    page = Printer(templates(), Sender({"en": "Zq9e"})).print(Printed("map.en.md", text.encode()), "html")
    _, body = unescape(page.decode()).split("</style>")
    body = re.sub(r"\b[0-9a-f]{8}\b", "", body)  # which version it is
    labels = " ".join(re.findall(r'(?:alt|title|aria-label)="([^"]*)"', body))
    assert unmarked(f"{NO_TEXT.sub(' ', body)} {labels}") == []
    assert f"{marked('Draft')} · {marked('Version')}" in body
