"""Text from data is text in a picture, and stands in its room."""

from typing import Any

import pytest
from attempts import ATTEMPTS, seen

from lgdkit.render.harmless import fault_in
from lgdkit.render.svg import escaped, fitted, inline, tidy

ROOM: dict[str, Any] = {
    "x": 10,
    "y": 20,
    "width": 60,
    "lines": 2,
    "size": 12,
    "anchor": "start",
    "bold": False,
    "turned": False,
    "align": "top",
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_text_is_a_text(name: str) -> None:
    text = ATTEMPTS[name]
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><text lang="{escaped(text)}">{escaped(text)}</text></svg>'
    )
    fault = fault_in(picture.replace('lang="', 'aria-label="'))
    assert fault is None


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_text_that_is_escaped_already_stays_as_it_is(name: str) -> None:
    once = escaped(ATTEMPTS[name])
    assert inline(once) == once
    assert inline("R & D: " + once) == "R &amp; D: " + once


def test_all_of_a_text_is_seen() -> None:
    assert escaped("<b> & 'x' \"y\"") == "&lt;b&gt; &amp; &#39;x&#39; &quot;y&quot;"
    assert escaped("a\tb\n\u2028c") == "a b c"
    assert escaped("1\xa0000 t") == "1\xa0000 t"
    assert escaped("\x00\u202e") == "\ufffd" == seen("\x00\u202e")
    assert escaped("") == ""


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ({}, [(10, 32), (10, 47)]),
        ({"anchor": "middle"}, [(40, 32), (40, 47)]),
        ({"anchor": "end"}, [(70, 32), (70, 47)]),
        ({"lines": 4, "align": "bottom"}, [(10, 62), (10, 77)]),
        ({"lines": 4, "align": "middle"}, [(10, 47), (10, 62)]),
        ({"turned": True}, [(22, 20), (37, 20)]),
        ({"turned": True, "anchor": "middle"}, [(22, -10), (37, -10)]),
    ],
)
def test_places_of_lines(options: dict[str, Any], places: list[tuple[int, int]]) -> None:
    found = fitted("R&amp;D in Espoo", ROOM | options)
    assert [each["text"] for each in found["lines"]] == ["R&amp;D in", "Espoo"]
    assert [(each["x"], each["y"]) for each in found["lines"]] == places
    assert not found["cut"]


def test_what_has_no_room_is_cut_and_says_so() -> None:
    found = fitted("Umweltfreundlichkeit &lt; alles andere", ROOM)
    assert found["cut"]
    assert found["lines"][-1]["text"].endswith("…")
    assert not fitted("and so on…", ROOM)["cut"]


def test_one_element_stands_on_a_line() -> None:
    assert tidy("  <svg>\n\n\n    <g/>  \n</svg>") == "<svg>\n<g/>\n</svg>\n"
