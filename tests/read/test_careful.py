"""Faults in the text that leave something to read: each once, at its place, with its keys."""

import pytest

from lgdkit.diagnostics import Key
from lgdkit.read.careful import MAX_FAULTS
from lgdkit.read.fault import YamlFault
from lgdkit.read.yaml12 import parse


def told(text: str) -> tuple[object, list[tuple[object, ...]]]:
    data, faults, _ = parse(text.encode())
    return data, [(fault.rule, (fault.span.line, fault.span.column), fault.keys) for fault in faults]


@pytest.mark.parametrize(
    ("text", "data", "rule", "place", "keys"),
    [
        ("a: 1\na: 2\n", {"a": 1}, "duplicate-key", (2, 1), ("a",)),
        ("x: {012: 1, 12: 2}\n", {"x": {12: 1}}, "duplicate-key", (1, 13), ("x", 12)),
        ("a:\n  - !x 1\n", {"a": [None]}, "yaml-tag", (2, 5), ("a", 0)),
        ("a: ! 1\n", {}, "yaml-tag", (1, 4), ("a",)),
        ("a: !\n", {}, "yaml-tag", (1, 4), ("a",)),
        ("!x a: 1\nb: 2\n", {"b": 2}, "yaml-key", (1, 1), ()),
        ("a: &b 1\n", {}, "yaml-alias", (1, 4), ("a",)),
        ("a: &b\n", {}, "yaml-alias", (1, 4), ("a",)),
        ("&x a: 1\nb: 2\n", {"b": 2}, "yaml-alias", (1, 1), ()),
        ("&x\na: 1\n", None, "yaml-alias", (1, 1), ()),
        ("a: [&x [1]]\n", {"a": [None]}, "yaml-alias", (1, 5), ("a", 0)),
        ("a: {<<: 1, b: 2}\n", {"a": {"b": 2}}, "yaml-alias", (1, 5), ("a",)),
        ("a: {? [x] : 1, b: 2}\n", {"a": {"b": 2}}, "yaml-key", (1, 7), ("a",)),
        ("a: {{ x }}\n", {"a": {}}, "yaml-key", (1, 5), ("a",)),
        ("?\n: 1\nb: 2\n", {"b": 2}, "yaml-key", (1, 2), ()),
        ("a: [1, ~]\n", {"a": [1, None]}, "empty-value", (1, 8), ("a", 1)),
        ("a:\n-\n- 1\n", {"a": [None, 1]}, "empty-value", (2, 2), ("a", 0)),
        ("a: null\nb: 1\n", {"b": 1}, "empty-value", (1, 1), ("a",)),
        ("a: {b: 133,000}\n", {"a": {"b": 133}}, "empty-value", (1, 12), ("a", 0)),
        ("a: x\u202ey\n", {"a": "xy"}, "control-character", (1, 5), ()),
        ('a: "x\\u202ey"\n', {"a": "xy"}, "control-character", (1, 4), ("a",)),
        ("na\u200eme: 1\n", {"name": 1}, "control-character", (1, 3), ()),
        ("a: x\u2028y\n", {"a": "x y"}, "control-character", (1, 5), ()),
        ("a: x\0y\n", {"a": "x y"}, "control-character", (1, 5), ()),
        ("a: x\x7fy\n", {"a": "x y"}, "control-character", (1, 5), ()),
        ("a: 1 # \u2066\n", {"a": 1}, "control-character", (1, 8), ()),
        ("# \ufeff\n", {}, "control-character", (1, 3), ()),
    ],
)
def test_one_fault(text: str, data: object, rule: str, place: tuple[int, int], keys: tuple[Key, ...]) -> None:
    assert told(text) == (data, [(rule, place, keys)])


def only(text: str) -> YamlFault:
    (fault,) = parse(text.encode()).faults
    return fault


def test_ways_out() -> None:
    assert only("actions:\n").help == "Write a record below it, or take the line out."
    assert "not_quantified" in only("a: {ghg: }\n").help
    assert "comma" in only("a: {b: 133,000}\n").help
    assert only("a: [~]\n").help == "Write the entry, or take it out."
    assert only("a: !x y\n").message == 'The tag "!x" has no meaning here.'
    assert "quotes" in only("a: {{ x }}\n").help
    first = only("a: 1\nb: 2\na: 3\n").first
    assert first is not None
    assert first[:2] == (1, 1)


def test_what_is_nested_too_deeply_is_left_out() -> None:
    text = "a: " + "[" * 25 + "]" * 25 + "\nb: 1\n"
    data, faults = told(text)
    assert [fault[0] for fault in faults] == ["too-deep"]
    assert isinstance(data, dict)
    assert data["b"] == 1


def test_signs_inside_text_are_text() -> None:
    text = "a: R&D &co !x *y\nb: '&c'\nc: \"!d\"\nd: |\n  &e\ne: - &f\n".replace("e: - &f", "e: x & y ! z")
    assert told(text)[1] == []


def test_escapes_that_hide_nothing() -> None:
    assert told('a: "\\u00e4\\n\\t\\x41"\n') == ({"a": "ä\n\tA"}, [])


def test_one_hidden_character_a_line_is_told() -> None:
    _, faults, _ = parse(("a: \u202e\u202e\u2066\n" + "b: \u202e\n").encode())
    assert [fault.span.line for fault in faults if fault.rule == "control-character"] == [1, 2]
    _, faults, _ = parse("".join(f"k{number}: \u202e\n" for number in range(50)).encode())
    assert len(faults) == 20
    assert faults[-1].message == "More invisible characters stand below."


def test_more_faults_than_anybody_reads() -> None:
    data, faults, _ = parse(b"a: !x y\n" * 1 + b"".join(b"k%d: !x y\n" % number for number in range(500)))
    assert data is None
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].rule == "too-many-faults"
