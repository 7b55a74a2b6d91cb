"""The gallery: one line of an example is changed, and exactly the finding meant for it comes back, where it belongs.

A case is a file in `cases/`: the city, its file, the line as it `is` and as it `becomes`, and the id of the finding.
Where nothing is said of what it becomes, the line is deleted; `below` is a line that is put in below it. `is` may have
more lines than the changed one, so that it stands in the file once, and be a part of a line. The marks ⟦ and ⟧ show
what the finding must point at; where that is another line than the changed one, `marked` shows that line. Beside each
case stands all that `lgd check` prints; `pytest --bless` writes it anew.
"""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lgdkit import disk, pipeline
from lgdkit.check.rules import RULES
from lgdkit.diagnostics import Span
from lgdkit.render.findings import Tally, finding_text

CASES = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TODAY = date(2026, 11, 22)
_OPEN, _CLOSE = "⟦", "⟧"
_SHAPE = (
    "allow-unused", "bad-code", "bad-date", "bad-duration", "bad-id", "bad-money", "bad-number", "bad-quantity",
    "bad-url", "control-character", "duplicate-key", "empty-value", "missing-field", "not-a-mapping", "not-utf8",
    "out-of-range", "too-deep", "unknown-code", "unknown-key", "wrong-type", "yaml-alias", "yaml-directive",
    "yaml-key", "yaml-syntax", "yaml-tag",
)  # fmt: skip
"""Findings of the reader that one changed line can call forth."""


@dataclass(frozen=True)
class Case:
    """One changed line, and the finding that it is meant to give."""

    name: str
    city: str
    file: str
    before: str
    after: str | None
    rule: str
    below: str = ""
    marked: str = ""
    encoding: str = "utf-8"


def read_case(path: Path) -> Case:
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    raw["before"], raw["after"] = raw.pop("is"), raw.pop("becomes", None)
    return Case(path.stem, **raw)


def names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml"))


@cache
def city(name: str) -> disk.Folder:
    return disk.read_folder(EXAMPLES / name)


def find(text: str, wanted: str) -> tuple[int, int]:
    """Return where a text stands and how far its lines are indented; it must stand there once."""
    found = {
        position: indent
        for indent in (range(24) if "\n" in wanted else (0,))
        if (position := text.find(indented(wanted, indent))) >= 0
    }
    assert found, f"the example has no text {wanted!r}"
    assert len(found) == 1, f"the text stands at several indentations: {wanted!r}"
    [(position, indent)] = found.items()
    assert text.find(indented(wanted, indent), position + 1) < 0, f"the text stands there twice: {wanted!r}"
    return position, indent


def indented(text: str, indent: int) -> str:
    return text.replace("\n", "\n" + " " * indent)


def mark_in(text: str) -> tuple[str, Span]:
    """Take the marks out of a text and return the place that they showed."""
    assert text.count(_OPEN) == text.count(_CLOSE) == 1, "a case has one place marked with ⟦ and ⟧"
    start = text.index(_OPEN)
    end = text.index(_CLOSE) - 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    plain = text.replace(_OPEN, "").replace(_CLOSE, "")
    return plain, Span(text.count("\n", 0, start) + 1, column, max(column + end - start, column + 1))


def replaced(text: str, before: str, after: str) -> str:
    position, indent = find(text, before)
    return text[:position] + indented(after, indent) + text[position + len(indented(before, indent)) :]


def change(case: Case, text: str) -> tuple[str, Span]:
    """Return the text of the file with the line changed, and the place that the finding must name."""
    if case.after is not None:
        changed = replaced(text, case.before, case.after)
    else:
        start = text.rfind("\n", 0, find(text, case.before)[0]) + 1
        end = text.index("\n", start)
        line = text[start:end]
        indent = line[: len(line) - len(line.lstrip())]
        changed = text[:start] + (f"{line}\n{indent}{case.below}" + text[end:] if case.below else text[end + 1 :])
    if case.marked:
        plain = case.marked.replace(_OPEN, "").replace(_CLOSE, "")
        changed = replaced(changed, plain, case.marked)
    return mark_in(changed)


def changed_texts(case: Case) -> tuple[dict[str, bytes], Span]:
    texts = dict(city(case.city).texts)
    text, span = change(case, texts[case.file].decode("utf-8"))
    if case.encoding == "utf-8":
        texts[case.file] = text.encode("utf-8")
    else:  # the changed line alone was pasted in by a program with another encoding
        lines = text.split("\n")
        line = lines[span.line - 1].encode(case.encoding)
        parts = ["\n".join(lines[: span.line - 1]), "\n".join(lines[span.line :])]
        texts[case.file] = b"\n".join([parts[0].encode(), line, parts[1].encode()])
    return texts, span


def printed(name: str, texts: dict[str, bytes]) -> tuple[pipeline.Checked, str]:
    """Check a city and return all that `lgd check` prints for it."""
    checked = pipeline.check(texts, TODAY)
    tally = Tally()
    tally.add(len(checked.city.records()), len(texts), checked.findings)
    found = [finding_text(each, f"{name}/{each.file}", lambda text, _: text, name) for each in checked.findings]
    return checked, "".join(f"{text}\n" for text in (*found, tally.line()))


@pytest.mark.parametrize("name", names())
def test_one_changed_line_gives_one_finding(name: str, bless: bool) -> None:
    case = read_case(CASES / f"{name}.yaml")
    texts, span = changed_texts(case)
    checked, output = printed(case.city, texts)
    expected = CASES / f"{name}.out"
    if bless:
        expected.write_text(output, "utf-8")
    got = [(each.diagnostic.rule, each.file, each.span) for each in checked.findings]
    assert got == [(case.rule, case.file, span)], f"\n{output}"
    assert output == expected.read_text("utf-8"), "read the new output; pytest --bless tests/gallery writes it"


@pytest.mark.parametrize("name", names())
def test_a_case_changes_one_line(name: str) -> None:
    case = read_case(CASES / f"{name}.yaml")
    texts, _ = changed_texts(case)
    old, new = city(case.city).texts[case.file].split(b"\n"), texts[case.file].split(b"\n")
    same = next(index for index, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    old, new = old[same:], new[same:]
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    assert len(old) <= 1
    assert len(new) <= 1


@pytest.mark.parametrize("name", ["espoo", "mannheim", "umea"])
def test_an_unchanged_city_gives_no_finding(name: str) -> None:
    folder = city(name)
    assert pipeline.check(folder.texts, TODAY, folder.faults).findings == ()


def test_every_rule_has_a_case() -> None:
    shown = {read_case(CASES / f"{name}.yaml").rule for name in names()}
    assert {rule.id for rule in RULES} | set(_SHAPE) <= shown
    assert len(names()) >= 48


def test_every_case_has_its_output_and_every_output_its_case() -> None:
    assert sorted(path.stem for path in CASES.glob("*.out")) == names()


@pytest.mark.parametrize("name", ["unknown-lead", "residue-fi", "colon-in-text"])
def test_the_command_prints_the_same(
    name: str, workspace: Path, lgd: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    case = read_case(CASES / f"{name}.yaml")
    texts, _ = changed_texts(case)
    (workspace / case.city / case.file).write_bytes(texts[case.file])
    done = lgd("check", case.city, "--date", TODAY.isoformat(), cwd=workspace)
    assert done.stdout == (CASES / f"{name}.out").read_text("utf-8")
    assert (done.returncode, done.stderr) == (1, "")


def test_the_gallery_notices_a_finding_too_many() -> None:
    """A test of the test: of two changed lines, it does not overlook one."""
    case = read_case(CASES / "unknown-lead.yaml")
    texts, _ = changed_texts(case)
    other = replace(case, before="status: ongoing", after="status: ⟦ongoin⟧")
    text, _ = change(other, texts[case.file].decode("utf-8"))
    checked, _ = printed(case.city, {**texts, case.file: text.encode("utf-8")})
    assert len(checked.findings) == 2
