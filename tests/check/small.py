"""Small cities for the tests of the rules: the clean base city, and what a test adds to it."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from lgdkit.diagnostics import Located, Severity
from lgdkit.pipeline import check

TODAY = date(2026, 6, 30)
BASE = (Path(__file__).parent / "base_city.yaml").read_bytes()
FILE = "example.yaml"


LATE = (
    *("action-overdue", "milestone-overdue", "commitment-overdue", "review-due", "deal-ends-soon"),
    *("done-without-date", "target-without-result", "stale-inventory"),
    *("not-among-partners", "indicator-wrong-way"),
)
"""Advice that is about what is written; the other advice is about what is not."""


def findings(
    text: str, today: date = TODAY, *, alone: bool = False, advice: Collection[str] = LATE
) -> tuple[Located, ...]:
    """Check a text; without a city of its own it is read together with the base city.

    The texts are as short as can be, so that much is missing in them: of the rules that give advice, only
    those named count.
    """
    texts = {FILE: text.encode()}
    if not alone and not re.search(r"^city:", text, re.M):
        texts["base.yaml"] = BASE
    return weighty(check(texts, today).findings, advice)


def weighty(found: Iterable[Located], advice: Collection[str] = ()) -> tuple[Located, ...]:
    """Return errors, warnings, and what these rules advise."""
    return tuple(
        each
        for each in found
        if each.diagnostic.severity is not Severity.INFO or each.diagnostic.rule in advice
    )


def rules(text: str, today: date = TODAY, advice: Collection[str] = LATE) -> list[str]:
    """Return the ids of what is found in a text, in the order of its lines."""
    return [each.diagnostic.rule for each in findings(text, today, advice=advice)]


def only(text: str, today: date = TODAY, advice: Collection[str] = LATE) -> Located:
    """Return the one finding in a text."""
    found = findings(text, today, advice=advice)
    assert len(found) == 1, [each.diagnostic.message for each in found]
    return found[0]


def marked(found: Located) -> str:
    """Return what is marked in the line of a finding."""
    return found.line[found.span.column - 1 : found.span.end - 1]
