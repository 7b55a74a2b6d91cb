"""Changes of lines: what touches and what does not."""

import pytest

from lgdkit.drafts.hunks import Hunk, Part, follow, join


def joined(before: str, hand: str, data: str) -> str:
    """Join texts of one letter a line; what is open stands in brackets: by hand/by data."""
    parts = join(Part(tuple(before), tuple(hand), tuple(data), open=True))
    return "".join(
        f"[{''.join(each.by_hand)}/{''.join(each.by_data)}]" if each.open else "".join(each.by_hand)
        for each in parts
    )


@pytest.mark.parametrize(
    ("before", "hand", "data", "said"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "xbc", "aby", "xby"),
        ("abc", "xbc", "ayc", "xyc"),  # neighbours
        ("abc", "axc", "ayc", "a[x/y]c"),
        ("abc", "axc", "axc", "axc"),
        ("abc", "axbc", "aybc", "a[x/y]bc"),  # inserted at the same place
        ("abc", "axbc", "axbc", "axbc"),
        ("abc", "axbc", "ayc", "axyc"),  # inserted before a line that changed
        ("abc", "abxc", "ayc", "ayxc"),  # and behind it
        ("abcd", "ad", "abxcd", "a[/bxc]d"),  # inserted into lines that are gone
        ("abcd", "d", "axcd", "[/axc]d"),
        ("abcdef", "xbcdef", "abef", "xbef"),
        ("a-b", "ap-b", "a-q-b", "ap-q-b"),  # on both sides of the same empty line
        ("a-b", "a-q-b", "ap-b", "ap-q-b"),
        ("a-b", "a-xb", "a-q-b", "a-q-xb"),
        ("a-b", "a-p-b", "a-q-b", "a-[p-/q-]b"),  # between the same two
        ("a-b-c", "a-p-b-c", "a-b-q-c", "a-p-b-q-c"),
        ("abc", "", "", ""),
        ("", "x", "y", "[x/y]"),
    ],
)
def test_join(before: str, hand: str, data: str, said: str) -> None:
    assert joined(before, hand, data) == said


def test_a_line_that_was_changed_is_told_from_one_that_is_gone() -> None:
    """Two lines became one: the first is changed, the second is gone, and what stands between them stays."""
    before = ("| name | to be filled in |", "| site | to be filled in |")
    hand = (before[0], "| more | by hand |", before[1])
    data = ("| name | to be filled in soon |",)
    parts = list(join(Part(before, hand, data, open=True)))
    assert [each.open for each in parts if each.by_hand] == [False, False]
    assert [line for each in parts for line in each.by_hand] == [data[0], "| more | by hand |"]


def test_a_paragraph_and_its_empty_line_are_one_addition() -> None:
    """Before an empty line they may be found as two additions, the second at the place of the other side's."""
    before = ("above", "", "## Key priorities")
    hand = ("above", "", "by hand", "", "## Key priorities")
    data = ("above", "by data", "", "", "## Key priorities, changed")
    parts = list(join(Part(before, hand, data, open=True)))
    assert not any(each.open for each in parts)
    said = [line for each in parts for line in each.by_hand]
    assert said == ["above", "by data", "", "", "by hand", "", "## Key priorities, changed"]


def test_a_line_that_one_side_took_out_and_the_other_changed_stays_a_conflict() -> None:
    """However what was put in beside it is read: the person's change must not be undone without a word."""
    before = ("", "Copy for Cytiva", "", "> Draft")
    data = ("", "Copy for Cytiva by data", "by data", "", "", "> Draft")
    for hand in (("by hand", "", "", "> Draft"), ("", "", "> Draft"), ("", "by hand", "", "", "> Draft")):
        assert any(each.open for each in join(Part(before, hand, data, open=True)))


def test_touches() -> None:
    assert Hunk(1, 3, ()).touches(Hunk(2, 4, ()))
    assert not Hunk(1, 3, ()).touches(Hunk(3, 4, ()))
    assert Hunk(1, 3, ()).touches(Hunk(2, 2, ("x",)))
    assert not Hunk(1, 3, ()).touches(Hunk(3, 3, ("x",)))
    assert not Hunk(1, 1, ("x",)).touches(Hunk(1, 3, ()))
    assert Hunk(1, 1, ("x",)).touches(Hunk(1, 1, ("y",)))


def test_follow_leaves_what_it_does_not_know() -> None:
    gone = Part(("a\n",), (), ("A\n",), open=True)
    once, twice = ("a\n", "b\n"), ("a\n", "b\n", "a\n")
    assert follow([gone, Part.joined(("b\n",))], once) == [gone, Part.joined(("b\n",))]
    assert follow([gone, Part.joined(("b\n", "a\n"))], once) == [Part.joined(()), Part.joined(("b\n", "A\n"))]
    assert follow([gone, Part.joined(("b\n", "a\n"))], twice) == [gone, Part.joined(("b\n", "a\n"))]
    empty = Part(("\n",), (), ("A\n",), open=True)
    assert follow([empty, Part.joined(("\n",))], once) == [empty, Part.joined(("\n",))]


def test_very_many_lines_are_not_compared_one_by_one() -> None:
    before = tuple(f"line {number}\n" for number in range(100))
    hand = tuple(f"LINE {number}!\n" for number in range(100))
    [part] = [each for each in join(Part(before, hand, before[:50], open=True)) if each.open]
    assert part.by_hand == hand
