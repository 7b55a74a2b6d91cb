"""Every finding of the gallery in every format for programs: whole, by its schema, and with a name of its own."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from one_line import CASES, changed_texts, names, read_case
from test_gallery import printed

from lgdkit.cli.machine import Machine
from lgdkit.cli.report import looked
from lgdkit.cli.selection import Selection
from lgdkit.diagnostics import Severity
from lgdkit.render.formats import FORMATS, writer_of

ROOT = Path(__file__).resolve().parents[2]
SARIF = Path(os.environ.get("LGD_SARIF_SCHEMA", ROOT.parent / "shared" / "data" / "sarif-schema-2.1.0.json"))


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    machine = Machine()
    for name in names():
        case = read_case(CASES / f"{name}.yaml")
        checked, _ = printed(case.city, changed_texts(case)[0], case.rule)
        root = ROOT / "examples" / case.city
        machine.add(looked(root, checked, 1, None, Selection(least=Severity.INFO), with_names=True))
    report = machine.report("All of the gallery.")
    return {form: writer_of(form)(report) for form in FORMATS}


def test_json(reports: dict[str, str]) -> None:
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(reports["json"]))


@pytest.mark.skipif(
    not SARIF.is_file(), reason="the SARIF schema is not here: set LGD_SARIF_SCHEMA to its path"
)
def test_sarif(reports: dict[str, str]) -> None:
    Draft4Validator(json.loads(SARIF.read_text("utf-8"))).validate(json.loads(reports["sarif"]))


def test_no_two_findings_share_a_name(reports: dict[str, str]) -> None:
    marks = [each["fingerprint"] for each in json.loads(reports["gitlab"])]
    assert len(set(marks)) == len(marks) >= len(names())


def test_every_format_has_them_all(reports: dict[str, str]) -> None:
    count = len(json.loads(reports["json"])["findings"])
    assert len(json.loads(reports["gitlab"])) == count
    assert len(json.loads(reports["sarif"])["runs"][0]["results"]) == count
    assert len(ElementTree.fromstring(reports["junit"]).findall(".//failure")) == count  # noqa: S314
    assert reports["github"].count("\n::") + 1 == count
    assert reports["markdown"].count("\n| ") == count + 2
