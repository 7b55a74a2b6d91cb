"""Texts that crash, hang or fill up other readers: each gives a located finding, soon, beside other files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile import CASES

if not hasattr(os, "fork"):
    pytest.skip("needs processes that part", allow_module_level=True)

SECONDS = 60.0  # no timing, only a bound against a hang
MIB = 500


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """Read every case in a process of its own: a crash is then a failed test and not the end of all tests."""
    program = Path(__file__).with_name("hostile.py")
    run = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stderr
    return {each["name"]: each for each in map(json.loads, run.stdout.splitlines())}


@pytest.mark.parametrize("name", CASES)
def test_hostile_text(name: str, told: dict[str, dict[str, Any]]) -> None:
    case = told[name]
    assert case["status"] == 0, "the process did not end by itself"
    assert CASES[name][0] in case["rules"]
    assert case["placed"]
    assert case["others"], "the other file was not read"
    assert case["count"] <= 250
    assert case["longest"] <= 1000
    assert case["seconds"] < SECONDS
    assert case["mib"] < MIB
