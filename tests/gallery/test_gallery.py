"""The gallery: one line of an example is changed, and exactly the finding meant for it comes back.

What a case looks like is said in `one_line.py`. Beside each case stands all that `lgd check` prints for it;
`pytest --bless` writes it anew, for a person to read.

Coverage is not measured here: what these cases run through again and again, the tests of the rooms run through too.
"""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from one_line import CASES, EXAMPLES, change, changed_texts, city, names, read_case

from lgdkit import pipeline
from lgdkit.cli.report import Looked, looked
from lgdkit.cli.selection import Selection
from lgdkit.diagnostics import Located, Severity
from lgdkit.read import quick
from lgdkit.render.findings import Tally, finding_text

pytestmark = pytest.mark.no_cover
TODAY = date(2026, 11, 22)
_SHAPE = (
    *("allow-unused", "setting-without-effect"),
    *("bad-code", "bad-date", "bad-duration", "bad-id", "bad-money", "bad-number", "bad-url"),
    *("bad-quantity", "control-character", "duplicate-key", "empty-value", "missing-field", "not-a-mapping"),
    *("not-utf8", "out-of-range", "too-deep", "unknown-code", "unknown-key", "wrong-type", "yaml-alias"),
    *("yaml-directive", "yaml-key", "yaml-syntax", "yaml-tag"),
)
"""Findings of the reader that one changed line can call forth."""


def _told(each: Located) -> tuple[object, ...]:
    return each.diagnostic.rule, each.diagnostic.message, each.file


@cache
def _advised(name: str) -> tuple[Located, ...]:
    """Return the advice that the unchanged city gets: it is not finished, and need not be."""
    found = pipeline.check(dict(city(name).texts), TODAY).findings
    return tuple(each for each in found if each.diagnostic.severity is Severity.INFO)


def _new(name: str, texts: dict[str, bytes], findings: Sequence[Located]) -> Iterator[Located]:
    """Leave out the advice that was given before: at the same line, if none came or went, or at its like."""
    before, known = city(name).texts, _advised(name)
    lines = {(*_told(each), each.span.line) for each in known}
    texts_of_lines = Counter((*_told(each), each.line) for each in known)
    for each in findings:
        as_long = before[each.file].count(b"\n") == texts[each.file].count(b"\n")
        texts_of_lines[*_told(each), each.line] -= 1
        there = as_long and (*_told(each), each.span.line) in lines
        if not there and texts_of_lines[*_told(each), each.line] < 0:
            yield each


def printed(name: str, texts: dict[str, bytes], rule: str) -> tuple[pipeline.Checked, str]:
    """Check a city and return all that `lgd check` prints for it, less the advice that was there before.

    Advice is printed where the rule gives advice: otherwise nobody has asked for it.
    """
    checked = pipeline.check(texts, TODAY)
    new = tuple(_new(name, texts, checked.findings))
    if not any(each.diagnostic.severity is Severity.INFO for each in new if each.diagnostic.rule == rule):
        new = tuple(each for each in new if each.diagnostic.severity is not Severity.INFO)
    checked = checked._replace(findings=new)
    tally = Tally()
    tally.add(len(checked.city.records()), len(texts), checked.findings)
    shown = [finding_text(each, f"{name}/{each.file}", _plain, name) for each in checked.findings]
    return checked, "".join(f"{text}\n" for text in (*shown, tally.line()))


def _plain(text: str, _: str) -> str:
    return text


class Told(NamedTuple):
    """What the check of a case gives, without its city: all cases are held."""

    findings: tuple[Located, ...]
    output: str
    looked: Looked


@cache
def told(name: str) -> Told:
    """Check a case, once for what is printed and for the formats for programs."""
    case = read_case(CASES / f"{name}.yaml")
    checked, output = printed(case.city, changed_texts(case)[0], case.rule)
    everything = Selection(least=Severity.INFO)
    return Told(
        checked.findings,
        output,
        looked(EXAMPLES / case.city, checked, 1, None, everything, with_names=True),
    )


@pytest.mark.parametrize("name", names())
def test_one_changed_line_gives_one_finding(name: str, bless: bool) -> None:
    case = read_case(CASES / f"{name}.yaml")
    _, span = changed_texts(case)
    findings, output, _ = told(name)
    expected = CASES / f"{name}.out"
    if bless:
        expected.write_text(output, "utf-8")
    got = [(each.diagnostic.rule, each.file, each.span) for each in findings]
    assert got == [(case.rule, case.file, span)], f"\n{output}"
    assert output == expected.read_text("utf-8"), "pytest --bless tests/gallery writes it; read it"


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
    found = pipeline.check(folder.texts, TODAY, folder.faults).findings
    assert [each for each in found if each.diagnostic.severity is not Severity.INFO] == []


def test_every_fault_of_form_has_a_case() -> None:
    """Of the rules, test_gallery_prepared.py says it: some need more than one line."""
    shown = {read_case(CASES / f"{name}.yaml").rule for name in names()}
    assert set(_SHAPE) <= shown
    assert len(names()) >= 150


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
    hint = "1 of them has one right answer: lgd check --fix\n" if name == "unknown-lead" else ""
    assert (done.returncode, done.stderr) == (1, hint)


def test_the_gallery_notices_a_finding_too_many() -> None:
    """A test of the test: of two changed lines, it does not overlook one."""
    case = read_case(CASES / "unknown-lead.yaml")
    texts, _ = changed_texts(case)
    other = replace(case, before="status: ongoing", after="status: ⟦ongoin⟧")
    text, _ = change(other, texts[case.file].decode("utf-8"))
    checked, _ = printed(case.city, {**texts, case.file: text.encode("utf-8")}, case.rule)
    assert len(checked.findings) == 2


@pytest.mark.parametrize("name", names())
def test_the_quick_parser_changes_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding does not depend on what is installed: without the quick parser it is the one that stands there."""
    case = read_case(CASES / f"{name}.yaml")
    texts, _ = changed_texts(case)
    monkeypatch.setattr(quick, "loads", None)
    assert printed(case.city, texts, case.rule)[1] == (CASES / f"{name}.out").read_text("utf-8")
