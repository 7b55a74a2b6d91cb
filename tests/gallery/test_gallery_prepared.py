"""The gallery of what one changed line of an example cannot break: something must stand there before.

A case in `prepared/` has the files, a command of lgd that runs `first`, a change that comes `then`, and the rule.
Beside each stands all that `lgd check` prints; `pytest --bless` writes it anew, for a person to read.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from one_line import CASES, names, read_case

from lgdkit.check.rules import RULES

PREPARED = Path(__file__).parent / "prepared"
NAMES = sorted(path.stem for path in PREPARED.glob("*.yaml"))
_ADVICE = frozenset({"principle-missing"})
"""Rules that give advice, which is looked for where somebody asks for it."""
Lgd = Callable[..., subprocess.CompletedProcess[str]]


def case_of(name: str) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load((PREPARED / f"{name}.yaml").read_text("utf-8"))
    return case


@pytest.mark.parametrize("name", NAMES)
def test_one_fault_gives_one_finding(name: str, lgd: Lgd, tmp_path: Path, bless: bool) -> None:
    case = case_of(name)
    for path, text in case["files"].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    if "first" in case:
        assert lgd(*case["first"], cwd=tmp_path).returncode == 0
    if "then" in case:
        changed = tmp_path / case["then"]["file"]
        text = changed.read_text("utf-8")
        assert text.count(case["then"]["is"]) == 1
        changed.write_text(text.replace(case["then"]["is"], case["then"]["becomes"]), "utf-8")
    rule = case["rule"]
    only = ("--select", rule, "--severity", "info") if rule in _ADVICE else ()
    done = lgd("check", "--date", "2026-11-22", *only, cwd=tmp_path)
    out = PREPARED / f"{name}.out"
    if bless:
        out.write_text(done.stdout, "utf-8")
    assert done.stdout == out.read_text("utf-8"), "pytest --bless tests/gallery writes it; read it"
    assert done.stdout.count(f"[{rule}]") == 1
    assert done.stdout.count("way out:") == 1, "one fault, one finding"


def test_every_rule_has_a_case() -> None:
    shown = {read_case(CASES / f"{name}.yaml").rule for name in names()}
    assert {rule.id for rule in RULES} <= shown | {case_of(name)["rule"] for name in NAMES}
