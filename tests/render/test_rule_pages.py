"""The page of a rule on a terminal, and the lists of rules."""

import json

import pytest

from lgdkit.diagnostics import Severity
from lgdkit.render.rule_list import rules_json, rules_markdown, rules_text
from lgdkit.render.rule_page import RuleEntry, page_of, page_text

TEXT = """# bad-date

A value that should be a date is none, and this sentence goes on and on until a terminal has no more room for it.

## Why

One paragraph.

Another one.

## Broken

```yaml
# a sign in an example is no heading
sources:
  - {id: plan, title: A line of an example that is longer than a terminal is wide, and never broken}
```

After it.
"""
ENTRY = RuleEntry(
    "bad-date", "form", Severity.ERROR, "A value that is no date, at any place at all.", page_of(TEXT)
)
OTHER = RuleEntry("late", "dates", Severity.INFO, "It is late.", page_of("# late\n\nIt is late.\n"))
ABOUT = {"form": "Is it whole?", "dates": "Is it late?", "empty": "Nothing?"}


def plain(text: str) -> str:
    return text


def bold(text: str) -> str:
    return f"*{text}*"


def test_a_page_has_its_parts() -> None:
    page = ENTRY.page
    assert page.id == "bad-date"
    assert page.lead.startswith("A value that should be a date is none, ")
    assert list(page.sections) == ["Why", "Broken"]
    assert page.sections["Why"] == "One paragraph.\n\nAnother one."
    assert page.text == TEXT


def test_a_page_for_a_terminal() -> None:
    assert page_text(ENTRY, 60, bold) == (
        "*bad-date* (error, form)\n"
        "\n"
        "A value that should be a date is none, and this sentence\n"
        "goes on and on until a terminal has no more room for it.\n"
        "\n"
        "*Why*\n"
        "\n"
        "  One paragraph.\n"
        "\n"
        "  Another one.\n"
        "\n"
        "*Broken*\n"
        "\n"
        "    # a sign in an example is no heading\n"
        "    sources:\n"
        "      - {id: plan, title: A line of an example that is longer than a terminal is wide, and never broken}\n"
        "\n"
        "  After it.\n"
    )


@pytest.mark.parametrize(("width", "longest"), [(1, 22), (40, 40), (80, 80), (500, 88)])
def test_paragraphs_fit(width: int, longest: int) -> None:
    lines = page_text(ENTRY, width, plain).split("\n")
    assert max(len(line) for line in lines if not line.startswith("    ")) <= longest


def test_a_list_for_a_terminal() -> None:
    assert rules_text([ENTRY, OTHER], ABOUT, 44, bold) == (
        "*form*: Is it whole?\n"
        "  bad-date  error  A value that is no date,\n"
        "                   at any place at all.\n"
        "\n"
        "*dates*: Is it late?\n"
        "  late      info   It is late.\n"
    )


def test_a_list_for_programs() -> None:
    assert json.loads(rules_json([OTHER])) == {
        "version": 1,
        "rules": [{"id": "late", "family": "dates", "severity": "info", "summary": "It is late."}],
    }


def test_the_reference() -> None:
    text = rules_markdown([ENTRY, OTHER], ABOUT)
    assert text.startswith("# The rules\n\n")
    assert "\n## form\n\nIs it whole?\n\n| rule | weight | finds |\n" in text
    assert "\n| [late](#late) | info | It is late. |\n" in text
    assert "\n### bad-date\n\nA value" in text
    assert "\n#### Why\n" in text
    assert "\n# a sign in an example is no heading\n" in text
    assert text.endswith("\n### late\n\nIt is late.\n")
