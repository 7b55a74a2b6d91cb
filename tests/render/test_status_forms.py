"""How deals stand, in every form, beside what was blessed."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from markdown_it import MarkdownIt

from lgdkit.pipeline import check
from lgdkit.render.status_json import status_json
from lgdkit.render.status_markdown import status_markdown
from lgdkit.render.status_sections import WHAT, sections
from lgdkit.render.status_text import status_text
from lgdkit.view.deadlines import What
from lgdkit.view.status import Span, Status, status
from signed_city import CITY, TODAY, changed, kept, texts
from status_city import standing

GOLDEN = Path(__file__).parent / "status"
FORMS = {
    "status.txt": lambda: status_text([standing(), standing("fi", history=False)], 110),
    "status.md": lambda: status_markdown([standing(), standing("fi", history=False)]),
    "status.json": lambda: status_json([standing(), standing("fi", history=False)]),
}


@pytest.mark.parametrize("name", FORMS)
def test_as_blessed(name: str, bless: bool) -> None:
    text = FORMS[name]()
    if bless:
        (GOLDEN / name).write_text(text, "utf-8")
    assert text == (GOLDEN / name).read_text("utf-8")


def test_every_kind_has_a_name() -> None:
    assert set(WHAT) == set(get_args(What))


def test_a_narrow_terminal_cuts_the_last_column_alone() -> None:
    wide, narrow = status_text([standing()], 200).splitlines(), status_text([standing()], 20).splitlines()
    assert len(wide) == len(narrow)
    assert any(line.endswith("…") for line in narrow)
    assert not any(line.endswith("…") for line in wide)
    for cut, whole in zip(narrow, wide, strict=True):
        assert whole.startswith(cut.removesuffix("…"))


def test_nothing_in_a_title_is_markup_or_steers_a_terminal() -> None:
    found = standing()
    evil = replace(found.deals[0].title, text="\x1b[2J **a** | b\n# c <script>")
    found = replace(found, deals=(replace(found.deals[0], title=evil),))
    assert "\x1b" not in status_text([found], 110)
    html = MarkdownIt("commonmark").enable("table").render(status_markdown([found]))
    assert "<script>" not in html
    assert "<strong>" not in html
    assert html.count("<h1>") == 1
    assert "\x1b" not in status_json([found])


def test_json_holds_what_the_sections_hold() -> None:
    found = json.loads(status_json([standing()]))
    assert found["version"] == 1
    [city] = found["cities"]
    for name, section in zip(
        ("deals", "signatures", "late", "due", "changed", "untouched"), sections(standing()), strict=True
    ):
        assert len(city[name]) == len(section.rows)


def test_what_has_changed_since_it_was_signed() -> None:
    found = signed_status(changed("commitments", "ghg", "8 kt/year"), "commitments", ["c1", "c2"])
    [section] = [each for each in sections(found) if each.title.startswith("Changed")]
    assert section.rows == (
        ("heat-deal", "2026-05-04", "commitments/c1", "ghg", "9 kt/year", "8 kt/year"),
        ("heat-deal", "2026-05-04", "commitments/c2", "", "", "added"),
    )
    [city] = json.loads(status_json([found]))["cities"]
    assert city["changed"][0] == {
        "deal": "heat-deal",
        "signed": "2026-05-04",
        "record": "commitments/c1",
        "keys": ["ghg"],
        "old": "9 kt/year",
        "new": "8 kt/year",
    }
    found = signed_status(CITY, "city_contributions", None, "parties", ["town", "other"])
    [section] = [each for each in sections(found) if each.title.startswith("Changed")]
    assert [row[3:] for row in section.rows] == [
        ("city_contributions", '[ { "due": "2027", "text": { "fi": "Tontti" } } ]', "nothing"),
        ("parties/1", "heat", "other"),
    ]
    found = signed_status(CITY, "commitments", ["c2"])
    [section] = [each for each in sections(found) if each.title.startswith("Changed")]
    assert [row[2:] for row in section.rows] == [
        ("commitments/c1", "", "", "no longer covered"),
        ("commitments/c2", "", "", "added"),
    ]


def signed_status(data: dict[str, Any], *deal: Any) -> Status:
    """Return how a deal stands that was signed, and then changed: keys of the deal with their new values."""
    data = deepcopy(data)
    for key, value in zip(deal[::2], deal[1::2], strict=True):
        data["deals"][0].pop(key)
        if value is not None:
            data["deals"][0][key] = value
    return status(check(texts(data), TODAY, kept=kept()).city, "en", Span(TODAY), None)


def test_no_city() -> None:
    assert status_text([], 80) == status_markdown([]) == ""
