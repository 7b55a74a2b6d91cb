"""The gallery, mended: a mistake with one right answer becomes the line that stood there before, byte for byte."""

import re
from datetime import date

import pytest
from one_line import CASES, changed_texts, city, names, read_case

from lgdkit.diagnostics import Severity
from lgdkit.mending import Mended, mend

pytestmark = pytest.mark.no_cover
TODAY = date(2026, 11, 22)
RESTORED = [
    "unknown-practice",
    "city-key-misspelt",
    "code-misspelt",
    "deal-state-misspelt",
    "field-by-shared-code",
    "field-misspelt",
    "invisible-character",
    "key-misspelt",
    "key-of-status-misspelt",
    "money-with-sign",
    "not-applicable-misspelt",
    "not-quantified-misspelt",
    "number-for-a-code",
    "percent-without-sign",
    "quantity-with-decimal-comma",
    "reference-by-name",
    "reference-to-the-city-itself",
    "sector-unknown",
    "text-for-a-number",
    "top-level-key-misspelt",
    "unknown-commitment",
    "unknown-lead",
    "unknown-party",
    "unknown-source",
    "yes-for-true",
]
"""What comes back as it was."""
MENDED = {
    "allow-at-no-place": b"at: actions/port,",
    "allow-of-no-rule": b"rule: action-overdue,",
    "date-with-points": b"    start: 2024-03-01\n",
    "number-for-a-list": b"    sdgs: [13]\n",
    "number-for-a-text": b'    title: "2030"\n',
    "terminal-escape": b"en: The sources give [31mno cost.\n",
}
"""What has another right answer than what was there, with a piece of it."""
GIVEN_A_DIGEST = ("machine-text-in-a-commitment", "machine-text-in-a-signed-deal")
"""What stays a person's to decide, but is told from then on when the text that it was made from changes."""
TAKEN_OUT = ("allowed-but-mended",)
REFUSED = ("text-for-a-list",)
"""One party in a list is one too few: a mend that brings in a fault is not made."""


def mended(name: str) -> tuple[dict[str, bytes], Mended, str]:
    case = read_case(CASES / f"{name}.yaml")
    texts, _ = changed_texts(case)
    return texts, mend(texts, TODAY), case.file


@pytest.mark.parametrize("name", RESTORED)
def test_what_was_there_comes_back(name: str) -> None:
    case = read_case(CASES / f"{name}.yaml")
    texts, done, file = mended(name)
    assert len(done.made) == 1
    assert done.changed(texts) == (file,)
    assert done.texts == city(case.city).texts
    assert [each for each in done.checked.findings if each.diagnostic.severity is not Severity.INFO] == []


@pytest.mark.parametrize("name", MENDED)
def test_another_right_answer(name: str) -> None:
    texts, done, file = mended(name)
    assert done.changed(texts) == (file,)
    assert MENDED[name] in done.texts[file]
    before, after = (text.split(b"\n") for text in (texts[file], done.texts[file]))
    assert len([1 for one, other in zip(before, after, strict=True) if one != other]) == 1


@pytest.mark.parametrize("name", TAKEN_OUT)
def test_what_is_taken_out(name: str) -> None:
    texts, done, file = mended(name)
    assert done.changed(texts) == (file,)
    before, after = (text.split(b"\n") for text in (texts[file], done.texts[file]))
    gone = [line for line in before if line not in after]
    assert [line for line in after if line not in before] == []
    assert b"target-without-baseline" in b"".join(gone)


@pytest.mark.parametrize("name", GIVEN_A_DIGEST)
def test_a_machines_text_gets_the_digest_of_its_source(name: str) -> None:
    texts, done, file = mended(name)
    assert done.changed(texts) == (file,)
    assert re.sub(rb", of: [0-9a-f]{12}", b"", done.texts[file]) == texts[file]


@pytest.mark.parametrize("name", sorted({*names()} - {*RESTORED, *MENDED, *TAKEN_OUT, *GIVEN_A_DIGEST}))
def test_where_a_person_decides_nothing_changes(name: str) -> None:
    texts, done, _ = mended(name)
    assert (done.texts, done.made) == (texts, ())
    left = [each for each in done.checked.findings if each.diagnostic.fixes]
    assert bool(left) == (name in REFUSED)
