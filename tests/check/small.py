"""Small cities for the tests of the rules: the clean base city, and what a test adds to it."""

import re
from datetime import date
from pathlib import Path

from lgdkit.diagnostics import Located
from lgdkit.pipeline import check

TODAY = date(2026, 6, 30)
BASE = (Path(__file__).parent / "base_city.yaml").read_bytes()
FILE = "example.yaml"
OF_THE_WHOLE = frozenset({"unused-record", "stakeholder-in-nothing"})
"""Advice on what nothing refers to: a small text refers to little, so only its own tests ask for it."""


def findings(text: str, today: date = TODAY, *, alone: bool = False, asked: str = "") -> tuple[Located, ...]:
    """Check a text; without a city of its own it is read together with the base city.

    Advice on the whole is left out, save that of the rule that is asked for.
    """
    texts = {FILE: text.encode()}
    if not alone and not re.search(r"^city:", text, re.M):
        texts["base.yaml"] = BASE
    found = check(texts, today).findings
    return tuple(each for each in found if each.diagnostic.rule not in OF_THE_WHOLE - {asked})


def rules(text: str, today: date = TODAY) -> list[str]:
    """Return the ids of what is found in a text, in the order of its lines."""
    return [each.diagnostic.rule for each in findings(text, today)]


def only(text: str, today: date = TODAY) -> Located:
    """Return the one finding in a text."""
    found = findings(text, today)
    assert len(found) == 1, [each.diagnostic.message for each in found]
    return found[0]


def marked(found: Located) -> str:
    """Return what is marked in the line of a finding."""
    return found.line[found.span.column - 1 : found.span.end - 1]
