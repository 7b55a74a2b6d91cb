"""The page on mending names findings that there are, each with the page that explains it."""

import re
from pathlib import Path

import pytest

from lgdkit.check.rules import RULES
from lgdkit.read.fault_ids import FAULT_IDS

PAGE = Path(__file__).parents[1] / "docs/mending.md"
ROWS = re.findall(r"^\| (?:\[([a-z-]+)\]\(([^)]+)\)|([a-z][a-z-]+)) \|", PAGE.read_text("utf-8"), re.M)[1:]


def test_there_are_rows() -> None:
    assert len(ROWS) == 15


@pytest.mark.parametrize(("name", "link", "bare"), ROWS)
def test_each_names_a_finding(name: str, link: str, bare: str) -> None:
    assert (name or bare) in {*FAULT_IDS, *(rule.id for rule in RULES), "allow-unused"}
    if link:
        assert (PAGE.parent / link).read_text("utf-8").startswith(f"# {name}\n")
