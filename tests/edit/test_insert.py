"""A record is put at the end of its list, and every other byte stays as it was."""

import pytest

from lgdkit.edit import insert
from lgdkit.edit.comments import NotUnderstood
from lgdkit.edit.insert import inserted
from lgdkit.edit.record import CannotAdd, Plain, record_lines

RECORD = {"id": Plain("n"), "title": "T"}
CASES = {
    "below the last one": (
        "actions:\n  - id: a\n    x: 1\n",
        "actions:\n  - id: a\n    x: 1\n\n  - id: n\n    title: T\n",
    ),
    "as the others are indented": (
        "actions:\n- id:   a\n\n-   id: b\nother: 1",
        "actions:\n- id:   a\n\n-   id: b\n\n- id: n\n  title: T\nother: 1",
    ),
    "as deep as the first": (
        "actions:\n   -    id: a\n        x:\n         y\n",
        "actions:\n   -    id: a\n        x:\n         y\n\n   -    id: n\n        title: T\n",
    ),
    "without blank lines where there are none": (
        "actions:\n- id: a\n- id: b\n",
        "actions:\n- id: a\n- id: b\n- id: n\n  title: T\n",
    ),
    "comments stay where they are": (
        "actions:\n  - id: a  # x\n    # of a\n  # of the list\n\n# x\ndeals: []\n# end\n",
        "actions:\n  - id: a  # x\n    # of a\n  # of the list\n\n  - id: n\n    title: T\n\n# x\ndeals: []\n# end\n",
    ),
    "in one line where the others are": (
        "actions:\n  - {id: a}\n  - {id: b}\n",
        "actions:\n  - {id: a}\n  - {id: b}\n  - {id: n, title: T}\n",
    ),
    "a list in brackets": ("actions: [{id: a},] # c\n", "actions: [{id: a}, {id: n, title: T},] # c\n"),
    "an empty list": ("actions: []   # none\nx: 1\n", "actions:   # none\n  - id: n\n    title: T\nx: 1\n"),
    "an empty list at the end": ("x: 1\nactions: []", "x: 1\nactions:\n  - id: n\n    title: T\n"),
    "no list of its kind": ("city: {}", "city: {}\n\nactions:\n  - id: n\n    title: T\n"),
    "no list of its kind, and a blank line": (
        "city: {}\n\n",
        "city: {}\n\nactions:\n  - id: n\n    title: T\n",
    ),
    "nothing at all": ("", "actions:\n  - id: n\n    title: T\n"),
    "only a comment": ("# top\n", "# top\n\nactions:\n  - id: n\n    title: T\n"),
    "the ends of lines of Windows": (
        "actions:\r\n  - id: a\r\n",
        "actions:\r\n  - id: a\r\n\r\n  - id: n\r\n    title: T\r\n",
    ),
    "a byte order mark": ("\ufeffactions: [{id: a}]", "\ufeffactions: [{id: a}, {id: n, title: T}]"),
    "a text with lines at the end": (
        "actions:\n  - id: a\n    x: |\n      # text\n\n\n# end\n",
        "actions:\n  - id: a\n    x: |\n      # text\n\n  - id: n\n    title: T\n\n\n# end\n",
    ),
    "a list of other things": ("actions:\n  - text\n", "actions:\n  - text\n\n  - id: n\n    title: T\n"),
}


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_a_record_is_added(old: str, new: str) -> None:
    assert inserted(old.encode(), "actions", RECORD).decode() == new


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        ("actions: []\nactions: []\n", "line 2 of it has a fault"),
        ("actions: [", "line 2 of it has a fault"),
        ("{actions: []}", "it is written in brackets as a whole"),
        ("- a", "it is written in brackets as a whole"),
        ("actions: {}", "its actions are no list"),
        ("actions: [\n]", "its list of actions is empty, in brackets over several lines"),
        ("city: {}\n...\n", "so that nothing can be put into it safely"),
        ("actions:\n  - x: |+\n      text\n\n\n", "so that nothing can be put into it safely"),
    ],
)
def test_what_cannot_be_added_to(old: str, reason: str) -> None:
    with pytest.raises(CannotAdd, match=reason):
        inserted(old.encode(), "actions", RECORD)


def test_a_record_that_is_too_long_for_a_list_in_brackets() -> None:
    with pytest.raises(CannotAdd, match="too long for that"):
        inserted(b"actions: [{id: a}]", "actions", {"id": Plain("n"), "title": "word " * 40 + "end"})


def test_what_is_not_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(raw: bytes, root: object) -> object:
        raise NotUnderstood

    monkeypatch.setattr(insert, "page_of", refused)
    with pytest.raises(CannotAdd, match="does not understand"):
        inserted(b"actions:\n- id: a\n", "actions", RECORD)


def test_a_record_as_text() -> None:
    record = {
        "title": {"fi": 'Ä: "ö"', "en": "it's"},
        "id": Plain("n"),
        "partners": [Plain("a"), Plain("b")],
        "decision": {"status": Plain("agreed")},
        "start": Plain("2026"),
        "end": Plain("2026-05"),
        "status": Plain("#odd"),
        "note": "2026",
    }
    assert record_lines("actions", record) == [
        "- id: n",
        '  title: {fi: \'Ä: "ö"\', en: "it\'s"}',
        "  partners: [a, b]",
        "  start: 2026",
        "  end: 2026-05",
        '  status: "#odd"',
        "  decision: {status: agreed}",
        '  note: "2026"',
    ]
    assert record_lines("actions", RECORD, in_braces=True) == ["- {id: n, title: T}"]


def test_a_text_that_no_file_may_hold() -> None:
    with pytest.raises(CannotAdd, match="invisible"):
        record_lines("actions", {"id": Plain("n"), "title": "a\x00b"})
