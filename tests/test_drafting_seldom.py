"""Drafts of what is seldom met: a group of cities, a city's own picture, a target per person."""

from datetime import date
from decimal import Decimal
from enum import IntEnum
from pathlib import Path

import pytest

from lgdkit import disk
from lgdkit.diagnostics import Severity
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.pipeline import check
from lgdkit.render.context import Context
from lgdkit.render.environment import _messages
from lgdkit.render.language import words_of
from lgdkit.view.comparison import comparison
from lgdkit.view.pictures.bars import Scale
from lgdkit.view.pictures.letters import broken
from lgdkit.view.pictures.sheet import MARGIN
from lgdkit.view.pictures.timescale import TimeScale
from lgdkit.view.standing import standing
from lgdkit.view.values import Amount


class Month(IntEnum):
    MAY = 5


EXAMPLES = Path(__file__).parents[1] / "examples"
TEMPLATES = disk.read_templates()
CITY = b"""\
city:
  id: zed
  name: Zed
  country: FI
  languages: [en]
  organisation: town
  targets: [{id: t, title: T, boundary: all, target: {year: 2030, ghg: 2 t/person/year}}]
stakeholders: [{id: town, name: Zed town, kind: municipality}]
actions: [{id: a, title: Clean heat, lead: town, start: 2025, end: 2030}]
allow: [{rule: action-without-commitment, at: actions/a, reason: it is new}]
"""


def city_of(name: str) -> City:
    return check(disk.read_folder(EXAMPLES / name).texts, date(2026, 11, 22)).city


@pytest.fixture(scope="module")
def zed() -> City:
    return check({"city.yaml": CITY}, date(2026, 11, 22)).city


def test_the_comparison_of_a_group() -> None:
    found = [each for name in ("espoo", "umea") if (each := standing(city_of(name)))]
    view = comparison(found, None, "en")
    drafter = Drafter(TEMPLATES)
    (draft,) = drafter.comparison(view, "en")
    assert (draft.path, b"Espoo" in draft.content) == ("group.en.md", True)
    assert any("Espoo" in cell for row in drafter.comparison_table(view, "en") for cell in row)


@pytest.mark.parametrize("picture", ["<svg><script/></svg>", "<svg>"])
def test_a_citys_own_picture_that_is_none(zed: City, picture: str) -> None:
    path = next(each for each in TEMPLATES if each.endswith("timeline.svg.j2"))
    drafter = Drafter(TEMPLATES, {path: picture.encode()})
    drafter.roadmap(zed, ["en"])
    assert [each.diagnostic.rule for each in drafter.faults] == ["template-picture"]
    assert drafter.faults[0].file.endswith("timeline.svg.j2")


def test_a_citys_own_picture_that_is_one(zed: City) -> None:
    path = next(each for each in TEMPLATES if each.endswith("timeline.svg.j2"))
    drafter = Drafter(TEMPLATES, {path: TEMPLATES[path]})
    assert any(each.path.endswith("timeline.en.svg") for each in drafter.roadmap(zed, ["en"]))
    assert drafter.faults == ()


def test_one_id_many_times() -> None:
    """However often an id stands in a file, it is told once."""
    records = "".join(f"  - {{id: same, name: Firm {number}, kind: sme}}\n" for number in range(300))
    found = check(
        {"city.yaml": CITY, "b.yaml": f"stakeholders:\n{records}".encode()}, date(2026, 11, 22)
    ).findings
    assert 0 < sum(each.diagnostic.rule == "duplicate-id" for each in found) < 300


def test_a_target_per_person_alone(zed: City) -> None:
    (text,) = [each for each in Drafter(TEMPLATES).roadmap(zed, ["en"]) if each.path.endswith(".md")]
    assert b"2 t CO\xe2\x82\x82e per person" in text.content


def test_values_by_themselves() -> None:
    context = Context(words_of("en", {}), str)
    assert (context.plain(Month.MAY), context.plain(Severity.ERROR)) == (5, "error")
    assert context.plain(Amount(Decimal(2), "t", co2=True, per_person=True)) == "2 t CO₂e per person"
    assert _messages(words_of("en", {}))["npgettext"]("x", "%(num)s day", "%(num)s days", 2) == "2 days"


def test_edges_of_pictures() -> None:
    assert Scale(Decimal(1), Decimal(1)).at(Decimal(1)) == MARGIN
    assert TimeScale.of([date(2025, 1, 1), date(2026, 1, 1)]).span(None, None, 0, 5) is None
    # an accent stays with its letter, wherever a long word is broken
    for count in range(4, 14):
        for width in range(20, 120, 3):
            assert not any(part.startswith("\u0301") for part in broken("e\u0301" * count, width, 9, 12))
    for last in range(2026, 2080):
        marks = TimeScale.of([date(2025, 1, 1), date(last, 2, 1)]).marks(0, 9)
        assert marks[0].year == 2025
    assert TimeScale.of([date(2025, 1, 1), date(2025, 12, 31)]).marks(0, 9)
