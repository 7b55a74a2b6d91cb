"""What `lgd check` writes for other programs: each format whole, as a file to be read, and held to its schema.

`pytest --bless` writes the expected files anew; read the difference.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped,unused-ignore]
import pytest

from lgdkit import __version__
from lgdkit.cli.target import FORMATS
from lgdkit.render.formats import FORMATS as MACHINE

Lgd = Callable[..., subprocess.CompletedProcess[str]]
HERE = Path(__file__).parent / "reports"
ROOT = Path(__file__).resolve().parents[2]
RULES = "form,unknown-reference,end-before-start,duplicate-id,missing-translation,action-overdue"
"""The rules that find something here: another rule is no reason to bless the reports anew."""
DAY = ("--date", "2026-11-22", "--severity", "info", "--select", RULES)
ENDINGS = {"json": "json", "gitlab": "gitlab.json", "sarif": "sarif", "junit": "xml", "markdown": "md"}
HOSTILE = r"""
sources:
  - id: "x ##[error]\e[31m\u202e 50 %, a: b\r\n::error::|"
    title: Plan
    "[a](https://example.org) <b> | `c` ]]>": 1
"""
SARIF = Path(os.environ.get("LGD_SARIF_SCHEMA", ROOT.parent / "shared" / "data" / "sarif-schema-2.1.0.json"))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one broken city in a folder of it."""
    root = tmp_path_factory.mktemp("repository")
    (root / ".git").mkdir()
    shutil.copytree(HERE / "city", root / "data" / "lintula")
    (root / "data" / "lintula" / "a, b: 50 %.yaml").write_text(HOSTILE, "utf-8")  # no name for every system
    return root


@pytest.fixture(scope="module")
def reports(lgd: Lgd, repository: Path) -> dict[str, str]:
    """All formats of one run, each from its file."""
    wanted = [argument for form in FORMATS for argument in ("--format", f"{form}=out/{form}")]
    done = lgd("check", "data", *DAY, *wanted, cwd=repository)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert done.stderr.startswith("7 errors, 1 warning. ")
    return {form: (repository / "out" / form).read_text("utf-8") for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_whole(reports: dict[str, str], form: str, bless: bool) -> None:
    expected = HERE / f"report.{ENDINGS.get(form, f'{form}.txt')}"
    text = reports[form].replace(f'"{__version__}"', '"VERSION"')
    if bless:
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_printed_is_what_a_file_holds(
    lgd: Lgd, repository: Path, reports: dict[str, str], form: str
) -> None:
    done = lgd("check", "data", *DAY, "--format", form, cwd=repository)
    hint = "1 of them has one right answer: lgd check --fix\n" if form == "text" else ""
    assert (done.returncode, done.stderr) == (1, hint)
    assert done.stdout == reports[form]


def test_no_report_steers_a_terminal_or_a_log(reports: dict[str, str]) -> None:
    for form, text in reports.items():
        assert not re.search(r"(?!\n)[\x00-\x1f\x7f-\x9f]", text), form
        assert "##[" not in text
        commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
        assert len(commands) == (8 if form == "github" else 0)


# --- each by its own checker -------------------------------------------------------------------------------


def test_json_is_what_its_schema_says(reports: dict[str, str]) -> None:
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    report = json.loads(reports["json"])
    jsonschema.Draft202012Validator(schema).validate(report)
    assert set(report["findings"][0]) == set(schema["$defs"]["finding"]["properties"])
    assert set(report["summary"]) == set(schema["properties"]["summary"]["properties"])
    assert any(each["related"] for each in report["findings"])


@pytest.mark.skipif(
    not SARIF.is_file(), reason="the SARIF schema is not here: set LGD_SARIF_SCHEMA to its path"
)
def test_sarif_is_what_oasis_says(reports: dict[str, str]) -> None:
    schema = json.loads(SARIF.read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(reports["sarif"]))


def test_sarif_names_each_rule_once_and_points_to_it(reports: dict[str, str]) -> None:
    (run,) = json.loads(reports["sarif"])["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({each["id"] for each in rules}) == len(rules)
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert rules[each["ruleIndex"]]["help"]["markdown"].startswith(f"# {each['ruleId']}\n")
    marks = [each["partialFingerprints"]["lgdkit/v1"] for each in run["results"]]
    assert len(set(marks)) == len(marks)


GITLAB: dict[str, Any] = {
    # the fields that GitLab's page on code quality documents for a report made by a tool of one's own
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "issue"},
            "categories": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab_is_what_its_page_says(reports: dict[str, str]) -> None:
    report = json.loads(reports["gitlab"])
    jsonschema.validate(report, GITLAB)
    assert len({each["fingerprint"] for each in report}) == len(report) == 8


JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    # of each element: what it must carry, what it may, and what may stand in it; from Jenkins' junit-10.xsd
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"time", "skipped", "timestamp", "hostname", "id", "package", "file"},
        {"testcase", "properties", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"failure", "error", "skipped"}),
    "failure": (set(), {"type", "message"}, set()),
}


def test_junit_is_what_its_readers_know(reports: dict[str, str]) -> None:
    root = ElementTree.fromstring(reports["junit"].encode())  # noqa: S314
    assert root.tag == "testsuites"
    for element in root.iter():
        must, may, inside = JUNIT[element.tag]
        assert must <= set(element.keys()) <= must | may
        assert {each.tag for each in element} <= inside
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    assert len(root.findall(".//failure")) == 8


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as GitHub's runner does: part, then put back what was escaped."""
    found = []
    for line in text.split("\n"):
        match = re.fullmatch(r"::([a-z]+) ([^:]*)::(.*)", line)
        if match:
            pairs = dict(each.split("=", 1) for each in match[2].split(","))
            for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
                pairs = {name: value.replace(code, sign) for name, value in pairs.items()}
            words = match[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
            found.append((match[1], pairs, words))
    return found


def test_github_reads_each_command(reports: dict[str, str]) -> None:
    found = commands(reports["github"])
    told = json.loads(reports["json"])["findings"]
    assert [each[0] for each in found] == [
        {"info": "notice"}.get(each["severity"], each["severity"]) for each in told
    ]
    for (_, properties, words), each in zip(found, told, strict=True):
        assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert properties["file"] == each["file"]
        assert int(properties["line"]) == each["line"]
        assert properties["title"] == each["rule"]
        assert words.split("\n")[0] == each["message"]


# --- the place of a file, and the name of a finding ---------------------------------------------------------


def told(lgd: Lgd, *arguments: str, cwd: Path) -> list[dict[str, Any]]:
    return list(json.loads(lgd("check", *arguments, *DAY, "--format", "json", cwd=cwd).stdout)["findings"])


@pytest.mark.parametrize(
    ("here", "path"),
    [
        ("", "."),
        ("", "data/lintula/actions.yaml"),
        ("data", "lintula"),
        ("data/lintula", "."),
        ("data/lintula", "actions.yaml"),
    ],
)
def test_paths_lead_from_the_root_of_the_repository(lgd: Lgd, repository: Path, here: str, path: str) -> None:
    found = told(lgd, path, cwd=repository / here)
    assert {each["file"] for each in found} >= {"data/lintula/actions.yaml"}
    assert all(each["file"].startswith("data/lintula/") for each in found)


def test_without_a_repository_paths_lead_from_here(lgd: Lgd, tmp_path: Path) -> None:
    shutil.copytree(HERE / "city", tmp_path / "lintula")
    assert told(lgd, "lintula", cwd=tmp_path)[0]["file"] == "lintula/actions.yaml"
    assert told(lgd, ".", cwd=tmp_path / "lintula")[0]["file"] == "actions.yaml"


def test_a_folder_that_is_no_city_is_named_itself(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (found,) = told(lgd, "empty", cwd=tmp_path)
    assert (found["rule"], found["file"]) == ("no-city", "empty")


def test_a_fingerprint_stays_when_lines_move(lgd: Lgd, repository: Path, tmp_path: Path) -> None:
    before = told(lgd, ".", cwd=repository)
    shutil.copytree(repository / "data", tmp_path / "data")
    file = tmp_path / "data" / "lintula" / "actions.yaml"
    file.write_text("# a line more\nindicators: []\n" + file.read_text("utf-8"), "utf-8")
    after = told(lgd, ".", cwd=tmp_path)
    moved = {each["fingerprint"]: each["line"] for each in after}
    assert [each["line"] for each in before] != list(moved.values())
    assert [each["fingerprint"] for each in before] == list(moved)


def test_every_city_is_a_suite(lgd: Lgd, examples: Path) -> None:
    done = lgd("check", "examples", "--date", "2026-11-22", "--format", "junit", cwd=ROOT)
    suites = ElementTree.fromstring(done.stdout.encode())  # noqa: S314
    assert (done.returncode, suites.get("failures")) == (0, "0")
    assert [Path(each.get("name", "")).name for each in suites] == ["espoo", "mannheim", "umea"]


def test_the_lists_of_formats_agree() -> None:
    assert set(MACHINE) | {"text", "concise"} == set(FORMATS)
    help_of_check = (ROOT / "src/lgdkit/cli/check.py").read_text("utf-8")
    assert "text, concise, json, github, gitlab, sarif, junit or markdown" in help_of_check
