"""Text from data never becomes markup: whole documents of a city in which such texts stand everywhere."""

import re
from functools import cache

import pytest
from attempts import ATTEMPTS, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from parsed import PARSER, Piece, pieces
from small_city import UNIT, full_city

from lgdkit.disk import read_templates
from lgdkit.drafting import Drafter
from lgdkit.model.city import City

DRAFTER = Drafter(read_templates())
TEXTS = [
    "Wort " * 200 if name == "long" else "x*" * 100 if name == "long word" else text
    for name, text in ATTEMPTS.items()
    if name != "surrogate"  # pydantic lets none in
]
TURNS = range(0, len(TEXTS), 6)


def drafts(city: City) -> dict[str, str]:
    found = [*DRAFTER.inventory(city, ("en",)), *DRAFTER.roadmap(city, ("en",))]
    found += DRAFTER.memoranda(city, [each for each in city.stakeholders if each.id != "town"], ())[0]
    return {each.path: each.content.decode() for each in found if each.path.endswith(".md")}


@cache
def plain() -> dict[str, list[Piece]]:
    return {path: pieces(text) for path, text in drafts(full_city()).items()}


def stands_everywhere(texts: list[str], turn: int) -> None:
    """Prove that these texts, dealt out over all places from one on, change nothing but the words."""

    def text(number: int) -> str:
        return texts[(number + turn) % len(texts)]

    unit = "x" + "".join(text(0).split())
    found = drafts(full_city(text, unit))
    assert list(found) == list(plain())
    for path, document in found.items():
        other = pieces(document)
        assert [each.kind for each in other] == [each.kind for each in plain()[path]], path
        for one, two in zip(plain()[path], other, strict=True):
            words = re.sub(r"Zq(\d+)e", lambda match: seen(text(int(match[1]))), one.text)
            # a unit is cut to its length where the model wants it short
            wanted = {_folded(words.replace(UNIT, seen(each))) for each in (unit, unit[:40])}
            assert _folded(two.text) in wanted, path


def _folded(text: str) -> str:
    """Fold white space, and the full stop that is not set behind a text that has one."""
    return re.sub(r"([.!?…])\.", r"\1", " ".join(text.split()))


def test_texts_stand_nearly_everywhere() -> None:
    documents = drafts(full_city())
    assert {"map.en.md", "roadmap.en.md", "mou/one.d1.en.md", "mou/three.en.md"} <= set(documents)
    assert documents["map.en.md"].count("Zq") > 40
    assert documents["roadmap.en.md"].count("Zq") > 80
    assert documents["mou/one.d1.en.md"].count("Zq") > 60
    assert UNIT in documents["mou/one.d1.en.md"]


@pytest.mark.parametrize("turn", TURNS)
def test_no_attempt_changes_a_document(turn: int) -> None:
    stands_everywhere(TEXTS, turn)


TEXT = st.text(
    st.sampled_from("\\`*_[]<>|~${}()#+-=!:.&;\"'/ \n1aA.\u2028\x1b\x00\u202e\u200b\xa0Ä")
    | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=40,
).filter(lambda text: seen(text) != "\ufffd" and not text.endswith("/year"))


@settings(max_examples=12, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=30))
def test_no_text_changes_a_document(texts: list[str]) -> None:
    stands_everywhere(texts, 0)


def test_no_link_but_the_web_addresses_of_the_data() -> None:
    evil = "https://evil.example <https://evil.example> [x](https://evil.example)"
    for path, text in drafts(full_city(lambda _: evil)).items():
        links = [
            child.attrs["href"]
            for token in PARSER.parse(text)
            for child in token.children or []
            if child.type == "link_open"
        ]
        assert all(str(each).startswith("https://example.org/") for each in links), path


@pytest.mark.parametrize("turn", TURNS)
def test_the_table_on_a_terminal_keeps_its_cells(turn: int) -> None:
    wanted = DRAFTER.inventory_table(full_city(), "en")
    found = DRAFTER.inventory_table(full_city(lambda number: TEXTS[(number + turn) % len(TEXTS)]), "en")
    assert [len(each) for each in found] == [len(each) for each in wanted]
    signs = {sign for line in found for cell in line for sign in cell}
    assert {sign for sign in signs if not sign.isprintable()} <= set("\xa0\u200b\xad")
    assert not any("##[" in cell or cell.startswith("::") for line in found for cell in line)


def test_every_character_of_a_text_is_on_the_terminal() -> None:
    found = DRAFTER.inventory_table(
        full_city(lambda _: "[bold]x[/bold] :warning: {{ 7*7 }} *a* \x1b[1m"), "en"
    )
    assert found[2][0].startswith("[bold]x[/bold] :warning: {{ 7*7 }} *a* \\u001b[1m")
