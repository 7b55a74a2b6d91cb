"""The page of each rule: its form, and its examples, run as the page says."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import lgdkit
from lgdkit import disk
from lgdkit.check import rules as rules_package
from lgdkit.check.rules import RULES, TOLD
from lgdkit.diagnostics import Severity
from lgdkit.read.city import read_city
from lgdkit.read.fault_ids import FAULT_IDS, WORKSPACE_IDS
from lgdkit.render.fault_ids import TEMPLATE_IDS

from .small import findings

SOURCE = Path(lgdkit.__file__).parent
RULE_PAGES = Path(rules_package.__file__).parent
EXAMPLES = Path(__file__).parents[2] / "examples"
FAULT_PAGES = SOURCE / "read" / "pages"
TEMPLATE_PAGES = SOURCE / "render" / "pages"
IN_WORDS = (
    *("changed-since-signed", "original-changed"),
    *("file-too-large", "not-utf8", "symbolic-link", "too-many-faults", "unreadable-file"),
    *("vocabulary-version", "unknown-term", "term-mapped-otherwise"),
    *WORKSPACE_IDS,
    *TEMPLATE_IDS,
)
"""What cannot be shown in a page: it is no text, no YAML, or too long."""
ALONE = ("no-city",)
RUN = [each.id for told in TOLD.values() for each in told]
"""What is found by the run over all rules, and is not in their list."""

HEADS = ("Why", "How to mend", "Broken", "Mended")
YAML = re.compile(r"```yaml\n(.*?\n)```", re.S)


class Page(NamedTuple):
    id: str
    path: Path
    text: str
    sections: dict[str, str]

    def example(self, head: str) -> str:
        found = YAML.fullmatch(self.sections[head].strip())
        assert found, f"{self.path.name}: one block of YAML under {head}"
        return found[1]


def _page(path: Path, rule: str) -> Page:
    text = path.read_text(encoding="utf-8")
    _, *parts = re.split(r"^## (.+)$", text, flags=re.M)
    return Page(rule, path, text, dict(zip(parts[::2], parts[1::2], strict=True)))


PAGES = [
    *(_page(path, path.stem.replace("_", "-")) for path in sorted(RULE_PAGES.glob("*.md"))),
    *(_page(path, path.stem) for path in sorted(FAULT_PAGES.glob("*.md"))),
    *(_page(path, path.stem) for path in sorted(TEMPLATE_PAGES.glob("*.md"))),
]
SHOWN = [page for page in PAGES if page.id not in IN_WORDS]


def _rules(text: str, page: Page) -> list[str]:
    return sorted(each.diagnostic.rule for each in findings(text, alone=page.id in ALONE, advice=(page.id,)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_has_the_form_of_a_page(page: Page) -> None:
    assert re.match(rf"# {page.id}\n\n[^\n]+\.\n\n## Why\n\n", page.text)
    assert tuple(page.sections) == HEADS
    assert all(text.startswith("\n\n") and text.strip() for text in page.sections.values())
    assert page.text.endswith("\n")
    assert not page.text.endswith("\n\n")


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.id)
def test_broken_example_has_this_fault_alone(page: Page) -> None:
    assert _rules(page.example("Broken"), page) == [page.id]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.id)
def test_mended_example_has_no_fault(page: Page) -> None:
    assert _rules(page.example("Mended"), page) == []


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.id)
def test_finding_has_all_that_helps(page: Page) -> None:
    (found,) = findings(page.example("Broken"), alone=page.id in ALONE, advice=(page.id,))
    diagnostic = found.diagnostic
    assert diagnostic.message.endswith((".", "?"))
    assert diagnostic.expected
    assert found.file == "example.yaml"


def test_exceptions_are_shown_in_words() -> None:
    assert {page.id for page in PAGES} >= set(IN_WORDS)
    for page in PAGES:
        if page.id in IN_WORDS:
            assert "```" not in page.text


def test_base_city_is_clean() -> None:
    assert findings("sources: [{id: plan, title: Plan}]\n") == ()


def test_list_of_rules_is_the_folder() -> None:
    modules = {path.stem.replace("_", "-") for path in RULE_PAGES.glob("*.py")} - {"--init--"}
    assert {rule.id for rule in RULES} == modules
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_list_says_of_a_rule_what_its_module_says() -> None:
    for listed in RULES:
        rule = importlib.import_module(f"lgdkit.check.rules.{listed.id.replace('-', '_')}").RULE
        assert (listed.id, listed.advises) == (rule.id, rule.severity is Severity.INFO)
        assert (listed.severity, listed.summary, listed.look) == (rule.severity, rule.summary, rule.look)


@pytest.mark.parametrize("folder", ["espoo", "mannheim", "umea"])
def test_what_is_not_asked_has_nothing_to_say(folder: str) -> None:
    """Rules about practices and sprints are not even loaded for a city that has none."""
    city = replace(read_city(disk.read_folder(EXAMPLES / folder).texts)[0], practices=(), sprints=())
    skipped = [rule for rule in RULES if not rule.concerns(city)]
    assert len(skipped) > 10
    assert [each for rule in skipped for each in rule.look(city, date(2026, 11, 22))] == []


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {path.stem.replace("_", "-") for path in RULE_PAGES.glob("*.md")} == {
        *(rule.id for rule in RULES),
        *RUN,
    }
    assert {path.stem for path in FAULT_PAGES.glob("*.md")} == {*FAULT_IDS, *WORKSPACE_IDS}


def test_no_id_is_both_a_rule_and_a_fault_of_form() -> None:
    assert not {rule.id for rule in RULES} & set(FAULT_IDS)
    assert list(FAULT_IDS) == sorted(set(FAULT_IDS))


def test_summaries_are_sentences() -> None:
    for rule in RULES:
        assert rule.summary[0].isupper()
        assert rule.summary.endswith(".")


# --- no id without a page ----------------------------------------------------------------------------------

KNOWN = {*(rule.id for rule in RULES), *FAULT_IDS, *WORKSPACE_IDS, *TEMPLATE_IDS, *RUN}
_MAKERS = {"Diagnostic", "YamlFault", "Rule", "Told", "fault", "found", "error", "_error", "_fault", "_note"}
_ID = re.compile(r"[a-z]+[0-9]*(?:-[a-z0-9]+)+")
_OTHER_WORDS = {"non-binding", "not-applicable", "not-started", "utf-8", "utf-16"}
"""Words with a hyphen that are no ids of findings."""
_FOR_EDITORS = {"examples", "meanings", "offered", "schema"}
"""Modules that hold words for editors, and make no findings."""


def _made(path: Path) -> Iterator[str]:
    """Give what stands in the source as the id of a finding: the first argument of what makes one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if name in _MAKERS and isinstance(first, ast.Constant) and _ID.fullmatch(str(first.value)):
                yield str(first.value)


def _words(path: Path) -> Iterator[str]:
    """Give every string with a hyphen: in the rooms that read, it is the id of a fault, or named above."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ID.fullmatch(node.value):
            yield node.value


def test_every_id_in_the_source_has_a_page() -> None:
    made = {each for path in SOURCE.rglob("*.py") for each in _made(path)}
    assert made - KNOWN == set()
    assert made > {
        "wrong-type",
        "yaml-syntax",
        "symbolic-link",
        "allow-unused",
    }  # the search finds what there is


def test_reading_has_no_fault_that_is_not_listed() -> None:
    rooms = [*(SOURCE / "read").glob("*.py"), *(SOURCE / "model").glob("*.py"), SOURCE / "disk.py"]
    words = {each for path in rooms if path.stem not in {"fault_ids", *_FOR_EDITORS} for each in _words(path)}
    assert words - _OTHER_WORDS - KNOWN == set()
    assert set(FAULT_IDS) - words == set()
