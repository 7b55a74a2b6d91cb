"""Every picture can be read: well-formed, harmless, described, with every text in its room and in good contrast."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from attempts import ATTEMPTS
from parsed import PARSER
from small_city import full_city

from lgdkit import disk, pipeline
from lgdkit.drafting import Drafter
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.render.harmless import fault_in
from lgdkit.view.pictures.letters import width_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LANGUAGES = ("fi", "sv", "de", "en")
DRAFTER = Drafter(disk.read_templates())
SVG = "{http://www.w3.org/2000/svg}"
TEXTS = [text for name, text in ATTEMPTS.items() if name != "surrogate"]


def many(count: int) -> City:
    """Return a city with so many actions and stakeholders, in more fields than stand beside one another."""
    base = full_city()
    fields = [f"f{number % 19}" for number in range(count)]
    words = "Energieeffizienzmaßnahmenkoordinierungsstelle und noch einiges mehr, was hier zu sagen wäre"
    actions = tuple(
        Action.model_validate(
            {
                "id": f"a{number}",
                "title": f"{number} {words}"[: 8 + number % 90],
                "field": field,
                "lead": f"s{number}",
                "start": 1990 + number % 30,
                "end": f"{2030 + number % 9}-05" if number % 3 else None,
                "milestones": [{"title": words, "due": 2026}] * (number % 4),
                "decision": {"status": "decided" if number % 2 else "agreed"},
                "cost": {"total": f"{number}000000 {'EUR' if number % 2 else 'SEK'}"},
                "funding": [
                    {"source": f"{words} {number}", "amount": f"{number}000 EUR", "status": "granted"}
                ],
            }
        )
        for number, field in enumerate(fields)
    )
    stakeholders = tuple(
        Stakeholder.model_validate(
            {"id": f"s{number}", "name": f"{number} {words}"[: 5 + number % 90], "kind": "sme"}
            | {"influence": ("low", "high")[number % 2], "interest": "high"}
        )
        for number in range(count)
    )
    return City(base.record, stakeholders=(*base.stakeholders, *stakeholders), actions=actions)


@cache
def city(name: str) -> City:
    if name in ("espoo", "mannheim", "umea"):
        return pipeline.check(disk.read_folder(EXAMPLES / name).texts, date(2026, 1, 1)).city
    if name == "odd":
        return full_city(lambda number: TEXTS[number % len(TEXTS)])
    return many(int(name))


@cache
def drafted(name: str, language: str) -> dict[str, str]:
    found = [*DRAFTER.inventory(city(name), (language,)), *DRAFTER.roadmap(city(name), (language,))]
    return {each.path: each.content.decode() for each in found}


def pictures(name: str, language: str) -> dict[str, str]:
    return {path: text for path, text in drafted(name, language).items() if path.endswith(".svg")}


ALL = [(name, language) for name in ("espoo", "mannheim", "umea") for language in LANGUAGES]
every_city = pytest.mark.parametrize(("name", "language"), [*ALL, ("odd", "en"), ("40", "de"), ("400", "fi")])


class Box(NamedTuple):
    """Where a text stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def boxes(root: ElementTree.Element) -> Iterator[Box]:
    for each in root.iter(f"{SVG}text"):
        text, size = each.text or "", int(each.attrib["font-size"])
        width = width_of(text, size, bold="font-weight" in each.attrib)
        x, y = int(each.attrib["x"]), int(each.attrib["y"])
        before = {"middle": width / 2, "end": width}.get(each.attrib.get("text-anchor", ""), 0)
        above, below = size * 0.8, size * 0.2
        if "transform" in each.attrib:
            assert each.attrib["transform"] == f"rotate(-90 {x} {y})"
            yield Box(text, x - above, y + before - width, x + below, y + before)
        else:
            yield Box(text, x - before, y - above, x - before + width, y + below)


@every_city
def test_every_text_stands_in_the_picture_and_on_no_other(name: str, language: str) -> None:
    for path, text in pictures(name, language).items():
        root = ElementTree.fromstring(text)  # noqa: S314 - our own
        width, height = (int(root.attrib[each]) for each in ("width", "height"))
        assert (width, root.attrib["viewBox"]) == (600, f"0 0 {width} {height}")
        assert height <= 1000, path
        found = list(boxes(root))
        assert found
        for each in found:
            assert each.left >= 0, (path, each)
            assert each.top >= 0, (path, each)
            assert each.right <= width + 1, (path, each)
            assert each.bottom <= height, (path, each)
        for one, two in combinations(found, 2):
            assert not one.meets(two), (path, one, two)


@every_city
def test_every_picture_is_harmless_and_says_what_it_is(name: str, language: str) -> None:
    ids: set[str] = set()
    for path, text in pictures(name, language).items():
        assert fault_in(text) is None, path
        root = ElementTree.fromstring(text)  # noqa: S314
        assert (root.attrib["role"], root.attrib["lang"]) == ("img", language)
        title, description = root[0], root[1]
        assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
        assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
        assert title.text
        assert description.text
        own = {each.attrib["id"] for each in root.iter() if "id" in each.attrib}
        assert not own & ids, "several pictures may stand in one page"
        ids |= own
        used = set(re.findall(r"url\(#([\w-]+)\)", text))
        assert used <= own


@every_city
def test_a_document_shows_its_pictures_with_the_same_words(name: str, language: str) -> None:
    found = drafted(name, language)
    for document in ("map", "roadmap"):
        text = found[f"{document}.{language}.md"]
        images = {
            str(child.attrs["src"]): child
            for token in PARSER.parse(text)
            for child in token.children or []
            if child.type == "image"
        }
        own = {path for path in found if path.startswith(f"pictures/{document}.")}
        assert set(images) == own
        for path, image in images.items():
            root = ElementTree.fromstring(found[path])  # noqa: S314
            words = "".join(child.content for child in image.children or [])
            assert words.split() == f"{root[0].text}. {root[1].text}".split()


@pytest.mark.parametrize(("name", "language"), ALL)
def test_no_title_and_no_label_is_cut(name: str, language: str) -> None:
    """Neither our words nor what the three cities say: of their texts none is too long for its room."""
    for path, text in pictures(name, language).items():
        root = ElementTree.fromstring(text)  # noqa: S314
        shown = [each.text or "" for each in root.iter(f"{SVG}text")]
        assert not [each for each in shown if each.endswith("…")], path
        title = root.findtext(f"{SVG}title") or ""
        assert " ".join(each.text or "" for each in root.iter(f"{SVG}text") if is_title(each)) == title, path


def is_title(text: ElementTree.Element) -> bool:
    return text.attrib["font-size"] == "15"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sides_of_influence_and_interest_part_no_word(language: str) -> None:
    root = ElementTree.fromstring(pictures("espoo", language)[f"pictures/map.ratings.{language}.svg"])  # noqa: S314
    sides = [each.text or "" for each in root.iter(f"{SVG}text") if each.attrib["x"] == "12"]
    assert len(sides) >= 4
    assert not [each for each in sides if each.endswith("-")]


def test_what_is_too_much_for_pictures_is_said() -> None:
    text = drafted("400", "fi")["roadmap.fi.md"]
    assert "vain taulukossa, koska rivejä on kuviin liikaa" in text
    assert sum(path.startswith("pictures/roadmap.timeline") for path in drafted("400", "fi")) == 12


def test_a_city_with_nothing_has_no_picture() -> None:
    base = full_city()
    empty = City(base.record)
    found = [*DRAFTER.inventory(empty, ("en",)), *DRAFTER.roadmap(empty, ("en",))]
    assert [each.path for each in found] == ["map.en.md", "roadmap.en.md"]
    assert all(b"![" not in each.content for each in found)


# Seen without colours


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@every_city
def test_letters_and_lines_can_be_told_from_what_is_behind_them(name: str, language: str) -> None:
    for path, text in pictures(name, language).items():
        root = ElementTree.fromstring(text)  # noqa: S314
        grounds = {"#ffffff"} | {
            each.attrib["fill"]
            for each in root.iter(f"{SVG}rect")
            if path.startswith("pictures/map.ratings") and "x" in each.attrib
        }
        for each in root.iter(f"{SVG}text"):
            fill = each.attrib["fill"]
            if fill == "#ffffff":
                assert len(each.text or "") == 1  # the letter on a dark sign
                assert contrast(fill, "#1f5a8c") >= 4.5
            else:
                assert min(contrast(fill, ground) for ground in grounds) >= 4.5
        for each in root.iter():
            stroke = each.attrib.get("stroke", "")
            if stroke and each.tag != f"{SVG}line":  # thin lines only guide the eye
                assert contrast(stroke, "#ffffff") >= 3, path


def test_every_look_differs_in_more_than_its_colour() -> None:
    """A solid one, a dashed one with stripes, a dotted one, a frame: each has its own pattern or line."""
    text = "".join(pictures("espoo", "en").values())
    bars: dict[str, Any] = {}
    for each in re.findall(r'<rect x="\d+" y="\d+" width="\d+" height="16" ([^/]*)/>', text):
        bars[re.sub(r"#[0-9a-f]{6}|#[\w-]+", "", each)] = each
    assert len(bars) >= 3
