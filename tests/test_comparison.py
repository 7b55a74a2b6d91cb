"""The page that holds `lgd check` beside other tools says what `lgd check` says today.

What the others say is written by the same script, and their versions stand on the page.
"""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from lgdkit.read.yaml12 import parse

ROOT = Path(__file__).resolve().parents[1]


def script() -> ModuleType:
    name = "comparison"
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


comparison = script()
FAULTS = comparison.faults()
PAGE = comparison.PAGE.read_text("utf-8")
WHOLE = comparison.BROKEN / "whole" / comparison.FILE


def test_thirty_faults() -> None:
    assert len(FAULTS) == 30
    folders = {path.name for path in comparison.BROKEN.iterdir()}
    assert folders == {"whole", *(fault.name for fault in FAULTS)}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.name))
def test_the_page_says_what_lgd_says(fault: "comparison.Fault") -> None:  # type: ignore[name-defined]
    said = comparison.lgd(fault)
    row = f"| {fault.what} | {fault.line} | {comparison.place_cell(said, fault)} |"
    assert row in PAGE, "run: python benchmarks/comparison.py"
    told = PAGE.split(f"\n[{fault.name}](", 1)[1]
    words = re.search(r"^- lgd: (.*)$", told, re.M)
    assert words is not None
    assert words[1] == (comparison.plain(said.told()) if said else "nothing"), (
        "run: python benchmarks/comparison.py"
    )


def test_lgd_points_to_the_line_of_what_it_finds() -> None:
    found = {fault.name: comparison.lgd(fault) for fault in FAULTS}
    assert [name for name, said in found.items() if said is None] == ["spaces-at-line-end"]
    lines = {fault.name: fault.line for fault in FAULTS}
    assert {name: said.line for name, said in found.items() if said} == {
        name: line for name, line in lines.items() if name != "spaces-at-line-end"
    }


def test_a_file_differs_from_the_whole_one_where_it_says() -> None:
    whole = WHOLE.read_bytes().splitlines()[1:]
    for fault in FAULTS:
        lines = fault.text.splitlines()[1:]
        pairs = zip(whole, lines, strict=False)
        first = next(number for number, (one, other) in enumerate(pairs, 2) if one != other)
        assert 0 <= first - fault.line <= 2, fault.name  # a field that was taken out is missed at its record


def test_the_whole_city_passes_all_three() -> None:
    text = WHOLE.read_bytes()
    assert comparison.lgd(comparison.Fault("whole", 1, "nothing", text)) is None
    schema = comparison.closed_schema()
    Draft202012Validator.check_schema(schema)
    data = parse(text).data
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    command = [sys.executable, "-m", "yamllint", "--strict", str(WHOLE)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
