import csv
import io
import json
from dataclasses import dataclass
from decimal import Decimal

import pytest
from attempts import ATTEMPTS
from hypothesis import given
from hypothesis import strategies as st
from small_city import full_city

from lgdkit.render.tables import VERSION, as_csv, as_json
from lgdkit.view.inventory_rows import ActionRow, inventory_rows


@dataclass(frozen=True)
class _Row:
    text: str
    many: tuple[str, ...] = ()
    number: Decimal | None = None


def cells(text: str, delimiter: str = ",") -> list[str]:
    lines = list(csv.reader(io.StringIO(as_csv([_Row(text)], _Row)), delimiter=delimiter))
    return [cell for line in lines[1:] for cell in line]


def is_formula(cell: str) -> bool:
    return cell.lstrip(' \xa0"').startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_csv_has_a_head_and_plain_values() -> None:
    rows = [
        _Row("a,b", ("x", "y"), Decimal("1E+3")),
        _Row('say "so"', (), None),
        _Row("ä", ("z",), Decimal("-0.50")),
    ]
    assert as_csv(rows, _Row) == 'text,many,number\n"a,b",x;y,1000\n"say ""so""",,\nä,z,-0.50\n'
    assert as_csv([], _Row) == "text,many,number\n"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", '"', "'", "a;", "a; ", 'a;"', "a\n", "a\t"])
def test_no_cell_is_a_formula(before: str, sign: str) -> None:
    for delimiter in ",;\t":
        assert not any(map(is_formula, cells(f"{before}{sign}1+1", delimiter)))


def test_ordinary_texts_stay_as_they_are() -> None:
    for text in ["80 % - by 2030", "a; b", "A+B", "x=1", "it's", "C - D; E"]:
        assert cells(text)[0] == text


@given(st.text(max_size=40) | st.sampled_from(sorted(ATTEMPTS.values())))
def test_any_text_is_one_cell_that_steers_nothing(text: str) -> None:
    found = cells(text)[0]
    assert len(cells(text)) == 3
    assert not is_formula(found)
    assert not any(sign in found for sign in "\x1b\x00\x9b\u202e\ud800")


def test_json_has_a_version_and_a_shape_of_its_own() -> None:
    rows = [
        _Row("a", ("x",), Decimal("24000.0")),
        _Row("ä\u202e\x1b\x85\U000e0041\n", (), Decimal("0.5")),
        _Row(""),
    ]
    text = as_json("actions", rows)
    assert json.loads(text) == {
        "version": VERSION,
        "actions": [
            {"text": "a", "many": ["x"], "number": 24000},
            {"text": "ä\u202e\x1b\x85\U000e0041\n", "many": [], "number": 0.5},
            {"text": "", "many": [], "number": None},
        ],
    }
    assert text.endswith("}\n")
    assert "ä" in text
    assert not any(sign in text for sign in "\u202e\x1b\x85\U000e0041")


@given(st.text(max_size=40))
def test_json_keeps_every_text_and_steers_no_terminal(text: str) -> None:
    shown = as_json("rows", [_Row(text)])
    assert json.loads(shown)["rows"][0]["text"] == text
    assert not any(sign in shown for sign in "\x1b\x9b\x7f\u202e\ufeff")


@pytest.mark.parametrize("turn", range(0, len(ATTEMPTS), 6))
def test_the_inventory_as_data_keeps_its_rows(turn: int) -> None:
    texts = [text for name, text in ATTEMPTS.items() if name != "surrogate"]
    rows = inventory_rows(full_city(lambda number: texts[(number + turn) % len(texts)]), "en")
    found = list(csv.DictReader(io.StringIO(as_csv(rows, ActionRow))))
    assert [each["id"] for each in found] == ["a1", "a2", "a3", "a4", "a5"]
    assert not any(is_formula(cell) for each in found for cell in each.values())
    assert [each["title"] for each in json.loads(as_json("actions", rows))["actions"]] == [
        each.title for each in rows
    ]
