"""All that can be found, by family, and the reference that is written from it."""

from pathlib import Path

import pytest

from lgdkit.catalogue import ABOUT, FORM, TEMPLATES, entries, families, family_of
from lgdkit.check.rules import FAMILIES, RULES, TOLD
from lgdkit.diagnostics import Severity
from lgdkit.disk import read_pages
from lgdkit.read.fault_ids import FAULT_IDS, WARNINGS, WORKSPACE_IDS
from lgdkit.render.fault_ids import TEMPLATE_IDS
from lgdkit.render.rule_list import rules_markdown
from lgdkit.render.rule_page import RuleEntry

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
ENTRIES = entries(read_pages())


def test_the_reference_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == rules_markdown(ENTRIES, ABOUT), (
        "run: lgd rules --format markdown > docs/rules.md"
    )


def test_every_page_is_in_the_list_once() -> None:
    assert sorted(each.id for each in ENTRIES) == sorted(read_pages())


def test_every_family_is_explained() -> None:
    assert list(ABOUT) == [FORM, *FAMILIES, TEMPLATES]
    assert set(TOLD) <= set(FAMILIES)
    assert all(about.endswith("?") for about in ABOUT.values())


def test_every_rule_is_in_one_family() -> None:
    ids = [rule for rules in families().values() for rule in rules]
    assert len(ids) == len(set(ids))
    assert set(ids) == {
        *FAULT_IDS,
        *WORKSPACE_IDS,
        *TEMPLATE_IDS,
        *(each.id for each in RULES),
        *(each.id for told in TOLD.values() for each in told),
    }
    assert family_of()["bad-date"] == FORM
    assert family_of()["unknown-reference"] == "references"


def test_no_family_is_called_like_a_rule() -> None:
    assert not set(families()) & set(family_of())


def test_the_weight_is_that_of_the_finding() -> None:
    weights = {each.id: each.severity for each in ENTRIES}
    assert set(FAULT_IDS) > WARNINGS
    assert {each for each in FAULT_IDS if weights[each] is Severity.WARNING} == WARNINGS
    assert weights["action-overdue"] is Severity.INFO
    assert weights["allow-unused"] is Severity.WARNING


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: each.id)
def test_a_summary_is_one_sentence_of_one_line(entry: RuleEntry) -> None:
    assert entry.summary.endswith(".")
    assert "\n" not in entry.summary
    assert entry.page.id == entry.id
