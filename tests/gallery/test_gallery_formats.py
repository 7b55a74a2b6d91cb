"""Every finding of the gallery in every format for programs: whole, by its schema, and with a name of its own."""

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from junitparser import JUnitXml  # type: ignore[import-untyped,unused-ignore]
from one_line import names
from test_gallery import told

from from_npm import fetched
from lgdkit.cli.machine import Machine
from lgdkit.render.formats import FORMATS, writer_of

pytestmark = pytest.mark.no_cover
ROOT = Path(__file__).resolve().parents[2]
SARIF = Path(os.environ.get("LGD_SARIF_SCHEMA", ROOT.parent / "shared" / "data" / "sarif-schema-2.1.0.json"))


@cache
def reports() -> dict[str, str]:
    machine = Machine()
    for name in names():
        machine.add(told(name).looked)
    report = machine.report("All of the gallery.")
    return {form: writer_of(form)(report) for form in FORMATS}


def test_json() -> None:
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(reports()["json"]))


@pytest.mark.skipif(
    not SARIF.is_file(), reason="the SARIF schema is not here: set LGD_SARIF_SCHEMA to its path"
)
def test_sarif() -> None:
    Draft4Validator(json.loads(SARIF.read_text("utf-8"))).validate(json.loads(reports()["sarif"]))


def test_junit_for_a_reader_of_such_files() -> None:
    """Which counts for itself: what stands there must be what there is."""
    read = JUnitXml.fromstring(reports()["junit"].encode())
    stated = [(suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) for suite in read]
    totals = (read.tests, read.failures, read.errors)
    for suite in read:
        suite.update_statistics()  # type: ignore[no-untyped-call,unused-ignore]
    read.update_statistics()  # type: ignore[no-untyped-call,unused-ignore]
    assert stated == [
        (suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) for suite in read
    ]
    assert totals == (read.tests, read.failures, read.errors)
    kinds = {type(result).__name__ for suite in read for case in suite for result in case.result}
    assert kinds == {"Failure"}


def test_gitlab_by_the_types_of_the_format(tmp_path: Path) -> None:
    """The compiler of TypeScript holds every entry against the types of Code Climate's issues."""
    home = fetched("codeclimate-types-0.3.1", "codeclimate-types@0.3.1", "typescript@5.9.3")
    (tmp_path / "node_modules").symlink_to(home / "node_modules")
    compiler = ("node", home / "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck")
    head = 'import type { Issue } from "codeclimate-types"\nexport const report: Issue[] = '
    for report, well in (
        (reports()["gitlab"], True),
        (reports()["gitlab"].replace('"minor"', '"little"'), False),
    ):
        (tmp_path / "report.ts").write_text(head + report, "utf-8")
        done = subprocess.run([*compiler, "report.ts"], cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode == 0) is well, done.stdout.decode()


def test_github_as_its_own_toolkit_writes_it() -> None:
    """GitHub's library for actions, given the same findings, prints the same lines."""
    home = fetched("actions-core-1.11.1", "@actions/core@1.11.1")
    found = json.loads(reports()["json"])["findings"]
    script = """
      const core = require("@actions/core")
      const write = {error: core.error, warning: core.warning, info: core.notice}
      for (const each of JSON.parse(require("fs").readFileSync(0, "utf-8"))) {
        write[each.severity](each.text, each.properties)
      }
    """
    lines = [line for line in reports()["github"].splitlines() if line.startswith("::")]
    given = [
        {
            "severity": each["severity"],
            "text": unquote(line.partition("::")[2].partition("::")[2]),
            "properties": {
                "title": each["rule"],
                "file": each["file"],
                "startLine": each["line"],
                "endLine": each["line"],
                "startColumn": each["column"],
                "endColumn": each["end_column"],
            },
        }
        for each, line in zip(found, lines, strict=True)
    ]
    done = subprocess.run(
        ["node", "-e", script], cwd=home, input=json.dumps(given).encode(), capture_output=True, check=True
    )
    assert [parts(line) for line in done.stdout.decode().splitlines()] == [parts(line) for line in lines]


def parts(line: str) -> tuple[str, frozenset[str], str]:
    """Return the command, its properties in whatever order, and its text as they are written."""
    _, head, text = line.split("::", 2)
    command, _, properties = head.partition(" ")
    return command, frozenset(properties.split(",")), text


def test_no_two_findings_share_a_name() -> None:
    marks = [each["fingerprint"] for each in json.loads(reports()["gitlab"])]
    assert len(set(marks)) == len(marks) >= len(names())


def test_every_format_has_them_all() -> None:
    count = len(json.loads(reports()["json"])["findings"])
    assert len(json.loads(reports()["gitlab"])) == count
    assert len(json.loads(reports()["sarif"])["runs"][0]["results"]) == count
    assert len(ElementTree.fromstring(reports()["junit"]).findall(".//failure")) == count  # noqa: S314
    assert reports()["github"].count("\n::") + 1 == count
    assert reports()["markdown"].count("\n| ") == count + 2
