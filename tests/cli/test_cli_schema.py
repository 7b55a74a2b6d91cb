"""`lgd schema`: for editors, with the ids that exist, and for people."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lgdkit.read.reference import reference

Lgd = Callable[..., subprocess.CompletedProcess[str]]


def stakeholders(text: str) -> dict[str, str]:
    listed = json.loads(text)["$defs"]["StakeholderRef"]["anyOf"][0]
    return dict(zip(listed["enum"], listed["enumDescriptions"], strict=True))


def test_the_ids_of_a_city(lgd: Lgd, examples: Path) -> None:
    done = lgd("schema", "--workspace", examples / "espoo")
    assert (done.returncode, done.stderr) == (0, "")
    found = stakeholders(done.stdout)
    assert found["fortum"] == "Fortum"
    assert "umea-kommun" not in found
    assert lgd("schema", "--workspace", cwd=examples / "espoo").stdout == done.stdout


def test_the_ids_of_several_cities(lgd: Lgd, examples: Path) -> None:
    found = stakeholders(lgd("schema", "--workspace", examples).stdout)
    assert found["fortum"] == "Fortum (espoo)"
    assert found["umea-kommun"] == "Umeå kommun (umea)"


def test_the_rules_can_be_accepted_by_name(lgd: Lgd, examples: Path) -> None:
    rules = json.loads(lgd("schema", "--workspace", examples).stdout)["$defs"]["RuleRef"]["anyOf"][0]
    assert "action-without-lead" in rules["enum"]
    assert all(rules["enumDescriptions"])


def test_a_city_with_faults_has_its_ids_too(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("city: {id: a}\nstakeholders: [{id: oy}, {id: ab, name: 1}]\n", "utf-8")
    assert stakeholders(lgd("schema", "--workspace", tmp_path).stdout) == {"ab": "", "oy": ""}


def test_into_a_file(lgd: Lgd, tmp_path: Path, examples: Path) -> None:
    file = tmp_path / "deep" / "schema.json"
    done = lgd("schema", "--workspace", examples / "umea", "--output", file)
    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_text("utf-8") == lgd("schema", "--workspace", examples / "umea").stdout


def test_the_page_for_people(lgd: Lgd) -> None:
    assert lgd("schema", "--format", "markdown").stdout == reference()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("examples",), "PATH and --closed count with --workspace alone"),
        (("--closed",), "PATH and --closed count with --workspace alone"),
        (("--workspace", "--format", "markdown"), "--workspace and --closed are for editors"),
        (("--workspace", "nowhere"), "there is no folder nowhere"),
        (("--output", "README.md/x"), "README.md/x cannot be written"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], said: str, lgd: Lgd) -> None:
    done = lgd("schema", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(f"lgd: {said}")
