"""Every document is good-looking Markdown: all drafts of the three example cities, in four languages."""

import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it.token import Token
from parsed import new_parser

from lgdkit import disk, pipeline
from lgdkit.drafting import Drafter

pytestmark = pytest.mark.no_cover
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CITIES = ("espoo", "mannheim", "umea")
LANGUAGES = ("fi", "sv", "de", "en")
TEMPLATES = disk.read_templates()
DRAFTER = Drafter(TEMPLATES)
PARSER = new_parser()
PARSER.core.ruler.disable("inline")  # the blocks are what is looked at here
# two sentences on a line; capitals only after words, so that "V117/2019; Dnr" and "§ 54 GemO" do not count
TWO_SENTENCES = re.compile(r"[a-zäöåü]{4}[.!?] [A-ZÄÖÅ]")
BLOCKS = (
    "paragraph_open",
    "heading_open",
    "table_open",
    "bullet_list_open",
    "ordered_list_open",
    "blockquote_open",
)


@cache
def drafts(name: str, language: str) -> dict[str, str]:
    city = pipeline.check(disk.read_folder(EXAMPLES / name).texts, date(2026, 1, 1)).city
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    found = [*DRAFTER.inventory(city, (language,)), *DRAFTER.roadmap(city, (language,))]
    found += DRAFTER.memoranda(city, partners, (language,))[0]
    return {f"{name}/{each.path}": each.content.decode() for each in found if each.path.endswith(".md")}


@cache
def tokens(name: str, language: str) -> dict[str, list[Token]]:
    return {path: PARSER.parse(text) for path, text in drafts(name, language).items()}


def lines(name: str, language: str) -> None:
    for path, text in drafts(name, language).items():
        assert text.startswith("# "), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\n\n\n" not in text, path
        assert "\t" not in text, path
        assert [line for line in text.split("\n") if line != line.rstrip(" ")] == [], path
        assert all(sign.isprintable() or sign in "\n\xa0\xad" for sign in text), path


def headings_never_skip_a_level(name: str, language: str) -> None:
    for path, found in tokens(name, language).items():
        levels = [int(each.tag[1]) for each in found if each.type == "heading_open"]
        assert all(each.markup.startswith("#") for each in found if each.type == "heading_open"), path
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def no_heading_stands_empty(name: str, language: str) -> None:
    for path, found in tokens(name, language).items():
        blocks = [each for each in found if each.level == 0 and each.nesting >= 0 and each.type != "inline"]
        for before, after in zip(blocks, [*blocks[1:], None], strict=True):
            if before.type == "heading_open" and (after is None or after.type == "heading_open"):
                assert after is not None, path
                assert int(after.tag[1]) > int(before.tag[1]), (path, before.map)


def one_blank_line_between_blocks(name: str, language: str) -> None:
    for path, text in drafts(name, language).items():
        lines = text.split("\n")
        blocks = [each for each in tokens(name, language)[path] if each.level == 0 and each.type in BLOCKS]
        assert all(
            each.type not in ("code_block", "fence", "html_block", "hr")
            for each in tokens(name, language)[path]
        )
        for before, after in pairwise(blocks):
            assert before.map is not None
            assert after.map is not None
            gap = lines[before.map[0] + 1 : after.map[0]]
            assert lines[after.map[0] - 1] == "", (path, lines[after.map[0]])
            if before.type == "heading_open":
                assert gap == [""], (path, lines[before.map[0]])


def tables_have_equal_rows(name: str, language: str) -> None:
    for path, text in drafts(name, language).items():
        width = 0
        for line in text.split("\n"):
            cells = len(re.findall(r"(?<!\\)\|", line)) - 1 if line.startswith("|") else 0
            assert not (width and cells) or width == cells, (path, line)
            assert not cells or line.endswith(" |"), (path, line)
            width = cells
        tables = sum(each.type == "table_open" for each in tokens(name, language)[path])
        assert tables == len(re.findall(r"^\| -+:? \|", text, re.M)) > 0, path


def one_sentence_a_line(name: str, language: str) -> None:
    for path, found in tokens(name, language).items():
        inside = False
        for token in found:
            inside = {"table_open": True, "table_close": False}.get(token.type, inside)
            entry = (
                token.level > 1 and "/roadmap." in path
            )  # there, what belongs to one thing stands on one line
            if token.type == "inline" and not inside and not entry:
                for line in token.content.split("\n"):
                    if line.startswith("!["):  # what stands for a picture is one line of several sentences
                        continue
                    assert not TWO_SENTENCES.search(line), (path, line)


def no_full_stop_stands_twice_and_no_list_is_torn(name: str, language: str) -> None:
    for path, text in drafts(name, language).items():
        assert not re.search(r"(?<!\.)\.\.(?!\.)", text), (path, re.search(r".{20}\.\.", text))
        assert not re.search(r"[.!?…] \((?:de|en|fi|sv)\)\.", text), path
        assert not re.search(r"^- .*\n\n- ", text, re.M), path
        assert not re.search(r"\bNone\b(?! of these)(?!\.$)", text), path
        assert "{{" not in text, path


def a_language_without_words_says_that_they_are_english(name: str, language: str) -> None:
    known = language == "en" or f"words/{language}.po" in TEMPLATES
    for path, text in drafts(name, language).items():
        assert ("The fixed words of this draft are in English" in text) != known, path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CITIES)
def test_every_draft(name: str, language: str) -> None:
    """One test for all, so that the drafts are made once wherever the tests are run side by side."""
    lines(name, language)
    headings_never_skip_a_level(name, language)
    no_heading_stands_empty(name, language)
    one_blank_line_between_blocks(name, language)
    tables_have_equal_rows(name, language)
    one_sentence_a_line(name, language)
    no_full_stop_stands_twice_and_no_list_is_torn(name, language)
    a_language_without_words_says_that_they_are_english(name, language)


def test_the_same_city_gives_the_same_bytes() -> None:
    again = drafts.__wrapped__
    assert again("umea", "sv") == drafts("umea", "sv")
