"""The law of drafts: what people wrote and what the data says are both there, always.

Drafts of an example are the texts. Data changes are those of a template and of data, line by line, and whole
drafts from changed data; the edits of a person are lines added, changed, rewritten, taken out.
"""

import os
import tempfile
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lgdkit import disk, pipeline
from lgdkit.artifact import Artifact
from lgdkit.drafting import Drafter
from lgdkit.drafts import Kind, Shelf
from lgdkit.drafts.look import dressed, lines_of
from lgdkit.drafts.merge import marks, merge

pytestmark = pytest.mark.no_cover
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FUZZ = int(os.environ.get("LGD_FUZZ", "0"))
PARTNERS = ("umea-energi", "umea-hamn", "cytiva", "slu")
CHANGES = (
    ("Climate City Contract", "Climate City Contract, amended"),
    ("Municipality", "Town"),
    ("climate roadmap", "climate plan"),
    ("kt/year", "t/year"),
    ("2030", "2031"),
    ("2024", "2025"),
    ("state: negotiating", "state: approved"),
    ("legal_form: AB", "legal_form: Oy"),
    ("Umeå Energi", "Umeå Kraft"),
    ("- Gains support", "- Gets support"),
)
Edits = dict[tuple[str, int], list[str]]


def tried(number: int) -> settings:
    return settings(
        max_examples=FUZZ or number,
        derandomize=not FUZZ,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@cache
def drafted(changes: frozenset[int]) -> dict[str, bytes]:
    """Draft of changed data; the changes are replacements of words in all files."""
    texts = {}
    for name, content in disk.read_folder(EXAMPLES / "umea").texts.items():
        text = content.decode()
        for number in sorted(changes):
            text = text.replace(*CHANGES[number])
        texts[name] = text.encode()
    city = pipeline.check(texts, date(2026, 11, 22)).city
    partners = [city.stakeholder[each] for each in PARTNERS]
    drafter = Drafter(disk.read_templates())
    found = [*drafter.memoranda(city, partners, ["en", "sv"])[0], *drafter.roadmap(city, ["en"])]
    return {each.path: each.content for each in found}


def with_edits(lines: list[str], edits: Edits) -> list[str]:
    found: list[str] = []
    for number in range(len(lines) + 1):
        found += edits.get(("add", number), [])
        if number < len(lines):
            found += edits.get(("line", number), [lines[number]])
    return found


@st.composite
def edits_of(draw: st.DrawFn, lines: list[str], free: list[int], gaps: list[int], who: str) -> Edits:
    """Change lines that are free, and add some in gaps that are; what is added cannot be taken for anything else."""
    edits: Edits = {}
    for number in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(("add", "add", "change", "rewrite", "longer", "take out")))
        sentence = f"{who} {number} {draw(st.integers(0, 999999))}"
        if kind == "add" and gaps:
            at = gaps.pop(draw(st.integers(0, len(gaps) - 1)))
            edits["add", at] = [f"{sentence}\n", *(["\n"] if draw(st.booleans()) else [])]
        elif kind != "add" and free:
            at = free.pop(draw(st.integers(0, len(free) - 1)))
            if kind == "longer":
                if at + 1 not in gaps:
                    continue
                gaps.remove(at + 1)
            line = lines[at].rstrip("\n")
            edits["line", at] = {
                "change": [f"{line} {sentence}\n"],
                "rewrite": [f"{sentence}\n"],
                "longer": [f"{line}\n", f"{sentence}\n"],
                "take out": [],
            }[kind]
    return edits


def is_between_changes(gap: int, edits: Edits, size: int) -> bool:
    """Say whether the lines on both sides of a gap changed: what is added there stands inside their change."""
    return all(not 0 <= line < size or ("line", line) in edits for line in (gap - 1, gap))


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[list[str], Edits, Edits]:
    """Return a text, and changes on two sides in other lines."""
    text = lines_of(drafted(frozenset())[draw(st.sampled_from(sorted(drafted(frozenset()))))].decode())
    if draw(st.booleans()):  # close together
        start = draw(st.integers(0, len(text) - 14))
        text = text[start : start + 14]
    free = [number for number, line in enumerate(text) if line.strip()]
    gaps = list(range(len(text) + 1))
    hand = draw(edits_of(text, free, gaps, "by hand"))
    data = draw(edits_of(text, free, gaps, "by data"))
    for mine, theirs in ((hand, data), (data, hand)):
        assume(not any(kind == "add" and is_between_changes(at, theirs, len(text)) for kind, at in mine))
    return text, hand, data


@given(two_sides())
@tried(40)
def test_changes_in_other_lines_are_both_there(case: tuple[list[str], Edits, Edits]) -> None:
    text, hand, data = case
    before = "".join(text)
    by_hand, by_data = "".join(with_edits(text, hand)), "".join(with_edits(text, data))
    merged = merge(before, by_hand, by_data)
    assert merged.conflicts == ()
    found = lines_of(merged.text)
    wanted = with_edits(text, {**hand, **data})
    # of several empty lines nobody can say which one somebody wrote
    assert [each for each in found if "by hand" in each] == [each for each in wanted if "by hand" in each]
    assert [each for each in found if "by data" in each] == [each for each in wanted if "by data" in each]
    assert sorted(each for each in found if each.strip()) == sorted(each for each in wanted if each.strip())
    assert merge(before, by_data, by_hand).conflicts == ()  # neither side comes first


@given(two_sides(), st.data())
@tried(30)
def test_changes_in_the_same_line_are_a_conflict_and_nothing_is_lost(
    case: tuple[list[str], Edits, Edits], data: st.DataObject
) -> None:
    text, hand, other = case
    free = [
        number
        for number, line in enumerate(text)
        if line.strip() and ("line", number) not in {**hand, **other}
    ]
    assume(free)
    at = data.draw(st.sampled_from(free))
    hand["line", at] = data.draw(
        st.sampled_from(([], ["by hand, twice\n"], [text[at].rstrip("\n") + " by hand\n"]))
    )
    other["line", at] = [
        f"{text[at].rstrip()} by data\n",
        *(["by data, twice\n"] if data.draw(st.booleans()) else []),
    ]
    by_hand, by_data = "".join(with_edits(text, hand)), "".join(with_edits(text, other))
    merged = merge("".join(text), by_hand, by_data)
    assert merged.conflicts
    assert marks(merged.text)
    found = set(lines_of(merged.text))
    assert [each for each in lines_of(by_hand) if "by hand" in each and each not in found] == []
    assert [each for each in lines_of(by_data) if "by data" in each and each not in found] == []
    assert text[at] in found  # what it was stands between the marks


@given(st.text(st.sampled_from("abc\n"), max_size=12), st.data())
@tried(150)
def test_any_three_texts(before: str, data: st.DataObject) -> None:
    """Whatever the texts, no line of either side is lost that the other side did not take out or change."""
    texts = [before, *(data.draw(st.text(st.sampled_from("abcxy\n"), max_size=12)) for _ in range(2))]
    before, hand, theirs = (text if text.endswith("\n") or not text else f"{text}\n" for text in texts)
    merged = merge(before, hand, theirs)
    found = lines_of(merged.text)
    for side in (hand, theirs):
        new = {line for line in lines_of(side) if line not in lines_of(before)}
        assert [line for line in new if line not in found] == []
    assert bool(merged.conflicts) == any(line.startswith("<<<<<<< ") for line in found)


_CHANGES = st.frozensets(st.integers(0, len(CHANGES) - 1), max_size=4)


@given(_CHANGES, _CHANGES, st.data())
@tried(40)
def test_real_changes_of_data_and_edits_in_other_lines(
    before: frozenset[int], after: frozenset[int], data: st.DataObject
) -> None:
    """Whole drafts: what a run leaves is the fresh draft with the edits in it."""
    old, new = drafted(before), drafted(after)
    path = data.draw(st.sampled_from(sorted(old.keys() & new.keys())))
    lines, fresh = (lines_of(texts[path].decode()) for texts in (old, new))
    codes = SequenceMatcher(None, lines, fresh, autojunk=False).get_opcodes()
    same = [line for kind, start, end, *_ in codes if kind == "equal" for line in range(start, end)]
    free = [line for line in same if lines[line].strip()]
    gaps = [line for line in same if line - 1 in same]
    edits = data.draw(edits_of(lines, free, gaps, "by hand"))
    by_hand = with_edits(lines, edits)
    merged = merge("".join(lines), "".join(by_hand), "".join(fresh))
    assert merged.conflicts == ()
    found = lines_of(merged.text)
    assert [each for each in found if "by hand" in each] == [each for each in by_hand if "by hand" in each]
    changed = [lines[at] for (kind, at), texts in edits.items() if kind == "line" and lines[at] not in texts]
    assert sorted(each for each in [*found, *changed] if each.strip() and "by hand" not in each) == sorted(
        each for each in fresh if each.strip()
    )


@given(_CHANGES, _CHANGES, st.sampled_from(("\n", "\r\n")), st.booleans(), st.booleans())
@tried(10)
def test_an_unedited_draft_equals_a_fresh_one(
    before: frozenset[int], after: frozenset[int], end: str, mark: bool, closed: bool
) -> None:
    """Byte for byte; one that an editor only wrote in its own way is the fresh one in that way."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "drafts", Path(folder) / ".lgd")
        old, new = ([Artifact(*each) for each in drafted(changes).items()] for changes in (before, after))
        shelf.write(old)
        for each in old[1:]:
            text = each.content.decode().replace("\n", end)
            text = text if closed else text.removesuffix("\n").removesuffix("\r")
            (shelf.folder / each.path).write_bytes((b"\xef\xbb\xbf" if mark else b"") + text.encode())
        outcome = shelf.write(new)
        assert outcome.paths(Kind.CONFLICT, Kind.MERGED, Kind.EDITED) == ()
        assert (shelf.folder / new[0].path).read_bytes() == new[0].content
        like = ("\ufeff" if mark else "") + f"x{end}x{end if closed else ''}"
        for each in new[1:]:
            if each.path in {one.path for one in old}:
                assert (shelf.folder / each.path).read_bytes() == dressed(
                    each.content.decode(), like.encode()
                )
        assert shelf.write(new).written == ()
