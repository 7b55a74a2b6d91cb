"""Texts are mended by exact edits: nothing but the value changes, and what cannot be done so is left."""

import pytest

from lgdkit.diagnostics import Fix, Fixed, Key, Place, Span
from lgdkit.read.edit import edited


def fix(keys: tuple[Key, ...], to: Fixed | None, *, on_key: bool = False) -> Fix:
    return Fix(Place("a.yaml", keys, on_key=on_key), to)


def mended(text: str, *fixes: Fix) -> str:
    return edited(text.encode(), [[each] for each in fixes])[0].decode()


HIDDEN = Fix(Place("a.yaml", span=Span(1, 1, 2)), "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:  Planned   # soon\n", "a:  planned   # soon\n"),
        ("a: 'Planned'\n", "a: 'planned'\n"),
        ('a: "Planned"\n', 'a: "planned"\n'),
        ("{b: 1, a: Planned}\n", "{b: 1, a: planned}\n"),
        ("# ä€\U0001f33f\na: Planned # ü\nb: ö", "# ä€\U0001f33f\na: planned # ü\nb: ö"),
        ("\ufeffa: Planned\r\nb: 1\r\n", "\ufeffa: planned\r\nb: 1\r\n"),
        ("x: 1\ra: Planned\r", "x: 1\ra: planned\r"),
    ],
)
def test_a_value(before: str, after: str) -> None:
    assert mended(before, fix(("a",), "planned")) == after


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("a: yes\n", True, "a: true\n"),
        ("a: off\n", False, "a: false\n"),
        ('a: "12 000"\n', 12000, "a: 12000\n"),
        ("a: 17,4\n", 17.4, "a: 17.4\n"),
        ("a: 02770 # code\n", "02770", 'a: "02770" # code\n'),
        ("a: 1\n", 'say "x": y', "a: 'say \"x\": y'\n"),
        ("a: 1\n", "no: 'x'", "a: \"no: 'x'\"\n"),
        ("a: 'x'\n", "it's", "a: 'it''s'\n"),
        ("a: 5 M€\n", "5 MEUR", "a: 5 MEUR\n"),
        ("a: town\n", ("town",), "a: [town]\n"),
        ("a: 11 # x\n", (11,), "a: [11] # x\n"),
    ],
)
def test_values_of_each_kind(before: str, to: Fixed, after: str) -> None:
    assert mended(before, fix(("a",), to)) == after


def test_a_key() -> None:
    assert mended("staus: x # y\n", fix(("staus",), "status", on_key=True)) == "status: x # y\n"
    assert mended("'staus' : x\n", fix(("staus",), "status", on_key=True)) == "'status' : x\n"
    assert mended("{a: 1,staus: x}\n", fix(("staus",), "status", on_key=True)) == "{a: 1,status: x}\n"
    assert mended("a: [x]\n", fix(("a", 0), "y", on_key=True)) == "a: [x]\n"
    assert mended('a: {"2025": x}\n', fix(("a", "2025"), 2025, on_key=True)) == "a: {2025: x}\n"


def test_a_key_that_is_there_already() -> None:
    text = "staus: x\nstatus: y\n"
    assert mended(text, fix(("staus",), "status", on_key=True)) == text


def test_a_key_and_what_is_below_it() -> None:
    text = "actons:\n  - staus: Planned\n"
    fixes = (
        fix(("actons",), "actions", on_key=True),
        fix(("actons", 0, "staus"), "planned"),
        fix(("actons", 0, "staus"), "status", on_key=True),
    )
    assert mended(text, *fixes) == "actions:\n  - status: planned\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: {t: x, o: y } # z\n", "a: {t: x, o: y, of: 1ab } # z\n"),
        ("a: {t: x,}\n", "a: {t: x, of: 1ab,}\n"),
        (
            "a:\n  t: |\n    x\n  o: y # z\n# b\nb: 1\n",
            "a:\n  t: |\n    x\n  o: y # z\n  of: 1ab\n# b\nb: 1\n",
        ),
        ("a:\r\n  t: x\r\n", "a:\r\n  t: x\r\n  of: 1ab\r\n"),
        ("a:\n  t: x", "a:\n  t: x\n  of: 1ab"),
        # it is there already, there is no mapping, or the last value has several lines
        ("a: {t: x, of: y}\n", "a: {t: x, of: y}\n"),
        ("a: x\n", "a: x\n"),
        ("a:\n  t: >\n    x\n", "a:\n  t: >\n    x\n"),
        ("b: x\n", "b: x\n"),
    ],
)
def test_a_new_key(before: str, after: str) -> None:
    new = Fix(Place("a.yaml", ("a", "of")), "1ab", is_new=True)
    assert mended(before, new) == after


def test_a_new_value_that_looks_like_a_number() -> None:
    for digest, written in (("123456789012", '"123456789012"'), ("1234567890e1", '"1234567890e1"')):
        new = Fix(Place("a.yaml", ("a", "of")), digest, is_new=True)
        assert mended("a: {t: x}\n", new) == f"a: {{t: x, of: {written}}}\n"


def test_a_source_that_is_cited_by_its_id() -> None:
    assert mended("s: [one, {id: oen}]\n", fix(("s", 1, "id"), "two")) == "s: [one, {id: two}]\n"
    assert mended("s: [oen]\n", fix(("s", 0, "id"), "one")) == "s: [one]\n"


def test_a_list_does_not_get_the_same_twice() -> None:
    text = "s: [one, oen]\n"
    assert mended(text, fix(("s", 1), "one")) == text
    assert mended(text, fix(("s", 1, "id"), "one")) == text


@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  Planned\n",
        "a: Planned\n  later\n",
        "a: [Planned]\n",
        "b: Planned\n",
        "a: Planned\n  b: c\n",
        "- a\n",
        "",
    ],
)
def test_what_is_not_written_so_that_it_can_be_mended(text: str) -> None:
    assert edited(text.encode(), [[fix(("a",), "planned")]]) == (text.encode(), [])


@pytest.mark.parametrize("keys", [("a", 5), ("a", "b", "c"), ("a", 0, "x"), ("a", 0, 0)])
def test_keys_that_lead_nowhere(keys: tuple[Key, ...]) -> None:
    assert mended("a: [x]\n", fix(keys, "y")) == "a: [x]\n"


def test_fixes_of_one_finding_are_made_together_or_not_at_all() -> None:
    groups = [[fix(("a",), "x"), fix(("no",), "x")], [fix(("b",), "x")]]
    assert edited(b"a: 1\nb: 2\n", groups) == (b"a: 1\nb: x\n", [1])


def test_of_two_that_overlap_the_first_is_made() -> None:
    groups = [[fix(("a",), "x")], [fix(("a",), "y")], [fix(("a",), "x")]]
    assert edited(b"a: 1\n", groups) == (b"a: x\n", [0, 2])


def test_one_that_reads_otherwise_than_meant_holds_up_no_other() -> None:
    """A list is made of the value that is there: another one would be lost."""
    groups = [[fix(("b",), ("other",))], [fix(("a",), "x")]]
    assert edited(b"a: 1\nb: one\n", groups) == (b"a: x\nb: one\n", [1])
    assert edited(b"a: 1\nb: one\n", groups[:1]) == (b"a: 1\nb: one\n", [])
    assert edited(b"a: 1\nb: one\n", groups[:1] * 2) == (b"a: 1\nb: one\n", [])


def test_hidden_characters() -> None:
    before = "a: x\u200ey # \ufeffz\nb: [1,\u20282]\nc: p\u2029q\n"
    assert mended(before, HIDDEN, HIDDEN) == "a: xy # z\nb: [1, 2]\nc: p q\n"


def test_hidden_characters_in_a_number_are_left_to_a_person() -> None:
    """With the character it is a text, without it another value: that is for a person to see."""
    assert mended("a: 4\u00072\n", HIDDEN) == "a: 4\u00072\n"


ALLOW = """a: 1
allow:
  # why
  - {rule: one, at: x}

  - rule: two
    at: [y,
      z]
  - - rule
# end
"""


@pytest.mark.parametrize(
    ("index", "gone"),
    [(0, "  - {rule: one, at: x}\n"), (1, "  - rule: two\n    at: [y,\n      z]\n"), (2, "  - - rule\n")],
)
def test_an_entry_is_taken_out_with_its_lines(index: int, gone: str) -> None:
    assert mended(ALLOW, fix(("allow", index), None)) == ALLOW.replace(gone, "")


def test_with_the_last_entry_its_key_goes() -> None:
    assert mended("a: 1\nallow:\n- x: 1\nb: 2\n", fix(("allow", 0), None)) == "a: 1\nb: 2\n"
    assert mended("a: 1\nallow:\n  - x: 1", fix(("allow", 0), None)) == "a: 1\n"


def test_the_last_two_entries_need_two_runs() -> None:
    raw = b"a: 1\nallow:\n  - x: 1\n  - x: 2\n"
    groups = [[fix(("allow", 0), None)], [fix(("allow", 1), None)]]
    once, made = edited(raw, groups)
    assert (once, made) == (b"a: 1\nallow:\n  - x: 2\n", [0])
    assert edited(once, groups[:1]) == (b"a: 1\n", [0])


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nallow:\n  - x: 1 # why\n",  # a comment would go with it
        "a: 1\nallow: # why\n  - x: 1\n",
        "a: 1\nallow:\n  # why\n  - x: 1\n",
        "allow:\n  - x: 1\n",  # nothing would be left
        "a: 1\nallow: [{x: 1}]\n",
        "{a: 1, allow: [{x: 1}]}\n",
        "a: 1\nallow:\n  - x: >-\n      y\n",
        "a: 1\nallow:\n  -\n    x: 1\n",
        "a: 1\n? allow\n:\n  - x: 1\n",
        "a: 1\nallow: x\n",
    ],
)
def test_an_entry_that_cannot_be_taken_out_without_more(text: str) -> None:
    assert mended(text, fix(("allow", 0), None)) == text


def test_a_list_at_the_top() -> None:
    assert mended("- x\n", fix((0,), None)) == "- x\n"


def test_a_nested_list_loses_no_key() -> None:
    text = "a: [1]\nb:\n  -\n    - x\n"
    assert mended(text, fix(("b", 0, 0), None)) == text
