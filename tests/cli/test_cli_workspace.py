"""Commands in a workspace: they take its cities, and say what is wrong with it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lgdkit.cli.space import ALLOWED
from lgdkit.read.yaml12 import parse
from small_space import city, lay, space_text

ROOT = Path(__file__).resolve().parents[2]
Lgd = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("kind", ["workspace", "vocabulary"])
def test_the_schemas_are_up_to_date(lgd: Lgd, kind: str) -> None:
    done = lgd("schema", "--of", kind)
    assert done.stdout == (ROOT / "docs" / f"{kind}.schema.json").read_text("utf-8"), (
        f"run: lgd schema --of {kind} --output docs/{kind}.schema.json"
    )
    assert lgd("schema", "--of", kind, "--format", "markdown").stdout.startswith("# The format of ")
    assert lgd("schema", "--of", kind, "--workspace").returncode == 2


def test_the_example_fits_its_schema(lgd: Lgd, examples: Path) -> None:
    schema = json.loads((ROOT / "docs" / "workspace.schema.json").read_text("utf-8"))
    data = parse((examples / "lgd.yaml").read_bytes()).data
    assert not list(Draft202012Validator(schema).iter_errors(data))
    assert list(Draft202012Validator(schema).iter_errors({"name": "X", "members": "a"}))


def test_check_tells_what_is_wrong_with_the_workspace_and_goes_on(lgd: Lgd, tmp_path: Path) -> None:
    files = {"lgd.yaml": space_text("a", "b", "c", "../d"), "a/x.yaml": city("a"), "b/x.yaml": city("a")}
    lay(tmp_path, files)
    done = lgd("check", ".", "--format", "concise", "--severity", "error", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()[:3]] == [
        ["lgd.yaml:3:17:", "error[member-missing]"],
        ["lgd.yaml:3:20:", "error[member-outside]"],
        ["lgd.yaml:3:14:", "error[duplicate-id]"],
    ]
    assert "Checked 2 cities," in done.stdout
    assert lgd("check", "lgd.yaml", "--format", "concise", cwd=tmp_path).stdout.count("error[") == 2


def test_json_counts_no_city_more(lgd: Lgd, tmp_path: Path) -> None:
    lay(tmp_path, {"lgd.yaml": space_text("a", "b"), "a/x.yaml": city("a")})
    found = json.loads(lgd("check", ".", "--format", "json", "--severity", "error", cwd=tmp_path).stdout)
    assert found["summary"]["cities"] == 1
    assert [each["rule"] for each in found["findings"]] == ["member-missing"]


def test_a_member_outside_is_read_and_written_only_where_the_person_allows_it(
    lgd: Lgd, tmp_path: Path
) -> None:
    lay(tmp_path, {"space/lgd.yaml": space_text("../out"), "out/x.yaml": city("out")})
    assert lgd("map", "space", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "out" / "drafts").exists()
    env = {**os.environ, ALLOWED: str(tmp_path / "out")}
    assert lgd("map", "space", cwd=tmp_path, env=env).returncode == 0
    assert (tmp_path / "out" / "drafts" / "map.en.md").exists()
    done = lgd("map", "space", cwd=tmp_path, env={**os.environ, ALLOWED: "out"})
    assert (done.returncode, "no whole path" in done.stderr) == (2, True)


def test_the_file_is_laid_out_like_data(lgd: Lgd, tmp_path: Path) -> None:
    lay(tmp_path, {"lgd.yaml": space_text("a").replace("[en]", "[ en ]"), "a/x.yaml": city("a")})
    assert "lgd.yaml" in lgd("fmt", ".", cwd=tmp_path).stdout.splitlines()
    assert "[en]" in (tmp_path / "lgd.yaml").read_text("utf-8")
