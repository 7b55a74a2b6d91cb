"""Three texts into one: what changed on one side is taken, what changed on both is joined or marked."""

import subprocess
from pathlib import Path

import pytest

from lgdkit.drafts.merge import Conflict, MergeError, marks, merge, without_marks

BASE = (
    "# Deal\n\n## Term\n\nIt holds three years.\nIt ends in 2030.\n\n"
    "| what | when |\n| --- | --- |\n| heat | 2027 |\n| sun | 2028 |\n"
)


def changed(text: str, *changes: tuple[str, str]) -> str:
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    return text


def test_one_side() -> None:
    new = changed(BASE, ("2027", "2029"))
    assert merge(BASE, BASE, new).text == new
    assert merge(BASE, new, BASE).text == new
    assert merge(BASE, new, new).text == new


def test_both_sides_in_different_places() -> None:
    hand, data = changed(BASE, ("# Deal", "# The deal")), changed(BASE, ("sun | 2028", "sun | 2029"))
    merged = merge(BASE, hand, data)
    assert merged.text == changed(BASE, ("# Deal", "# The deal"), ("sun | 2028", "sun | 2029"))
    assert merged.conflicts == ()


TERM, END, HEAT, SUN = "It holds three years.", "It ends in 2030.", "| heat | 2027 |", "| sun | 2028 |"


@pytest.mark.parametrize(
    ("where", "by_hand", "by_data", "together"),
    [
        (f"{HEAT}\n{SUN}\n", f"| pumps | 2027 |\n{SUN}\n", f"{HEAT}\n| sun | 2029 |\n",
         "| pumps | 2027 |\n| sun | 2029 |\n"),
        (f"{HEAT}\n{SUN}\n", f"{HEAT}\n", f"| heat | 2026 |\n{SUN}\n", "| heat | 2026 |\n"),
        (f"{HEAT}\n{SUN}\n", f"{SUN}\n", f"{HEAT}\n| sun | 2029 |\n", "| sun | 2029 |\n"),
        (f"{TERM}\n{END}\n", f"No more.\n{END}\n", f"{TERM}\nIt ends in 2031.\n", "No more.\nIt ends in 2031.\n"),
        (f"{END}\n", f"Before.\n{END}\n", "It ends in 2031.\n", "Before.\nIt ends in 2031.\n"),
        (f"{END}\n", f"{END}\nAfter.\n", "It ends in 2031.\n", "It ends in 2031.\nAfter.\n"),
    ],
)  # fmt: skip
def test_neighbouring_lines_are_different_matters(
    where: str, by_hand: str, by_data: str, together: str
) -> None:
    """Git alone takes them for a conflict."""
    merged = merge(BASE, changed(BASE, (where, by_hand)), changed(BASE, (where, by_data)))
    assert merged.conflicts == ()
    assert merged.text == changed(BASE, (where, together))


def test_the_same_on_both_sides() -> None:
    hand = changed(BASE, ("three", "four"), ("# Deal", "# The deal"))
    data = changed(BASE, ("three", "four"), ("2030", "2031"))
    assert merge(BASE, hand, data).text == changed(hand, ("2030", "2031"))


def test_a_conflict_has_marks_in_plain_words() -> None:
    hand, data = changed(BASE, ("three", "two")), changed(BASE, ("three", "five"))
    merged = merge(BASE, hand, data)
    assert (
        "## Term\n\n"
        "<<<<<<< by hand\nIt holds two years.\n||||||| as last drafted\nIt holds three years.\n=======\n"
        "It holds five years.\n>>>>>>> from the data\nIt ends in 2030.\n"
    ) in merged.text
    assert merged.conflicts == (
        Conflict(5, "Term", ("It holds three years.",), ("It holds two years.",), ("It holds five years.",)),
    )
    assert marks(merged.text) == (5, 7, 11)


def test_a_line_taken_out_on_one_side_and_changed_on_the_other() -> None:
    merged = merge(BASE, changed(BASE, ("It ends in 2030.\n", "")), changed(BASE, ("2030", "2031")))
    [conflict] = merged.conflicts
    assert (conflict.by_hand, conflict.by_data) == ((), ("It ends in 2031.",))


def test_the_rest_of_a_draft_with_a_conflict_is_merged() -> None:
    hand = changed(BASE, ("three", "two"), ("# Deal", "# The deal"))
    data = changed(BASE, ("three", "five"), ("2028", "2029"))
    merged = merge(BASE, hand, data)
    assert len(merged.conflicts) == 1
    assert "# The deal\n" in merged.text
    assert "| sun | 2029 |" in merged.text


def test_a_paragraph_that_was_moved_follows_the_data() -> None:
    one, two, three = (
        "One is here.\nWith a figure: 5 kt.\n",
        "Two.\nIs longer.\nThan one.\n",
        "Three.\nLast.\n",
    )
    before = "\n".join(("# Deal\n", one, two, three))
    hand = "\n".join(("# Deal\n", two, three, one))
    merged = merge(before, hand, before.replace("5 kt", "6 kt"))
    assert merged.conflicts == ()
    assert merged.text == hand.replace("5 kt", "6 kt")


def test_a_moved_paragraph_that_stands_twice_is_a_conflict() -> None:
    one, two, three = (
        "One is here.\nWith a figure: 5 kt.\n",
        "Two.\nIs longer.\nThan one.\n",
        "Three.\nLast.\n",
    )
    before = "\n".join(("# Deal\n", one, two, three))
    hand = "\n".join(("# Deal\n", two, one, three, one))
    merged = merge(before, hand, before.replace("5 kt", "6 kt"))
    assert "5 kt" in merged.text
    assert "6 kt" in merged.text


def test_a_text_that_looks_like_marks() -> None:
    """Whatever a person or the data writes, it is not taken for what git says."""
    odd = "<<<<<<< by hand\n=======\n>>>>>>>>>>>> from the data\n||||||||\n"
    before = odd + BASE
    hand, data = changed(before, ("three", "two")), changed(before, ("2028", "2029"))
    assert merge(before, hand, data).text == changed(hand, ("2028", "2029"))
    assert merge(before, hand, changed(before, ("three", "five"))).conflicts[0].line == 9
    assert marks(before, before) == ()
    assert marks(before) == (1,)


def test_marks_of_git() -> None:
    assert marks("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n") == (2, 6)
    assert marks("a\n>>>>>>> main\n") == (2,)
    assert marks("Head\n=======\n\n<<<<<<<< eight\n a <<<<<<< b\n<<<<<<<x\n") == ()
    assert marks("<<<<<<<\n") == (1,)


def test_without_marks() -> None:
    text = "a\n<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> main\nd\n=======\ne\n"
    assert without_marks(text) == "a\nb\nc\nd\n=======\ne\n"
    assert without_marks(BASE) == BASE


def test_without_git_nothing_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lgdkit.drafts.merge.shutil.which", lambda _: None)
    data = changed(BASE, ("2028", "2029"))
    assert merge(BASE, BASE, data).text == data  # one side only: no need of git
    with pytest.raises(MergeError, match="merging needs git, and git is not installed or not on the path"):
        merge(BASE, changed(BASE, ("three", "two")), data)


def test_a_git_that_does_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("lgdkit.drafts.merge.shutil.which", lambda _: str(tmp_path / "git"))
    with pytest.raises(MergeError, match="git could not be run: No such file or directory"):
        merge("a\n", "b\n", "c\n")


def test_a_git_that_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], 255, b"", b"error: too old\n")

    monkeypatch.setattr("lgdkit.drafts.merge.subprocess.run", gives_up)
    with pytest.raises(MergeError, match="git could not merge it: error: too old"):
        merge("a\n", "b\n", "c\n")


def test_empty_texts() -> None:
    assert merge("", "a\n", "").text == "a\n"
    assert merge("a\n", "", "b\n").conflicts[0].by_hand == ()
    assert merge("", "a\n", "b\n").conflicts[0].before == ()


def test_a_line_that_stands_twice_is_not_taken_for_a_moved_one() -> None:
    """One is taken out by hand and changed in the data; the other one is none of their business."""
    before = "1. Acme\n   By its board.\n2. Blom\n   By its board.\n3. Cole\n"
    hand, data = "1. Acme\n2. Blom\n   By its board.\n3. Cole\n", before.replace("board", "owners", 1)
    merged = merge(before, hand, data)
    assert len(merged.conflicts) == 1
    assert "2. Blom\n   By its board.\n3. Cole\n" in merged.text
