"""`lgd group`: on the terminal, as drafts and as data."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from small_space import city, lay, space_text

ROOT = Path(__file__).resolve().parents[2]
Lgd = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def group(examples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples, tmp_path / "group"))


def test_the_drafts_of_the_examples_are_up_to_date(lgd: Lgd, examples: Path) -> None:
    done = lgd("group", examples, "--check")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_table_on_the_terminal_and_a_draft_in_each_language(lgd: Lgd, group: Path) -> None:
    shutil.rmtree(group / "drafts")
    shutil.rmtree(group / ".lgd")
    done = lgd("group", group)
    assert done.returncode == 0
    assert done.stdout.startswith("ALLIANCE leadership group\n")
    assert max(map(len, done.stdout.splitlines())) <= 120
    assert {each.name for each in (group / "drafts").iterdir()} == {
        f"group.{code}.md" for code in ("en", "fi", "sv", "de")
    }


def test_an_edit_by_hand_is_kept(lgd: Lgd, group: Path) -> None:
    path = group / "drafts" / "group.en.md"
    path.write_text(path.read_text("utf-8").replace("## Deals\n", "## Deals\n\nOur own word.\n"), "utf-8")
    yaml = group / "lgd.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("ALLIANCE leadership group", "The group"), "utf-8")
    assert "+# Comparison of cities: The group" in lgd("group", group, "--diff").stdout
    assert lgd("group", group, "--lang", "en").returncode == 0
    text = path.read_text("utf-8")
    assert "Our own word." in text
    assert text.startswith("# Comparison of cities: The group\n")


def test_the_comparison_in_other_forms(lgd: Lgd, group: Path) -> None:
    command = ("group", group, "--lang", "sv", "--to", "docx,html", "--to", "pdf,md")
    done = lgd(*command)
    assert done.returncode == 0
    assert done.stderr.endswith("drafts: 3 docx and html and pdf files written, 0 unchanged\n")
    made = {form: (group / "drafts" / f"group.sv.{form}").read_bytes() for form in ("docx", "html", "pdf")}
    assert (made["docx"][:2], made["pdf"][:5]) == (b"PK", b"%PDF-")
    page = made["html"].decode()
    assert '<html lang="sv"' in page
    assert "ALLIANCE" in page
    assert lgd(*command, "--check").returncode == 0
    draft = group / "drafts" / "group.sv.md"
    draft.write_text(draft.read_text("utf-8") + "\nEn rad för hand.\n", "utf-8")
    assert "group.sv.html: out of date" in lgd(*command, "--check").stderr
    printed = lgd("group", group, "--lang", "en", "--to", "html", "--out", "-")
    assert printed.stdout.startswith("<!doctype html>")
    assert "leave out --out, --to," in lgd("group", group, "--format", "csv", "--to", "html").stderr


def test_json_has_its_shape(lgd: Lgd, examples: Path) -> None:
    schema = json.loads((ROOT / "docs" / "group.schema.json").read_text("utf-8"))
    found = json.loads(lgd("group", examples, "--format", "json").stdout)
    assert not list(Draft202012Validator(schema).iter_errors(found))
    assert [each["city"] for each in found["cities"]] == ["espoo", "mannheim", "umea"]
    assert found["group"]["figures_per_head_comparable"] is False
    assert found["cities"][2]["people_within_boundary"] is True


def test_csv_has_a_row_for_each_city(lgd: Lgd, examples: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(lgd("group", examples, "--format", "csv").stdout)))
    assert [row["city"] for row in rows] == ["espoo", "mannheim", "umea"]
    assert lgd("group", examples, "--format", "csv", "--check").returncode == 2


def test_a_broken_city_is_named_and_the_others_are_compared(lgd: Lgd, tmp_path: Path) -> None:
    files = {
        "lgd.yaml": space_text(),
        "a/x.yaml": city("a"),
        "b/x.yaml": city("b") + "actions: [{id: x}]\n",
        "c/x.yaml": city("c"),
    }
    done = lgd("group", ".", "--out", "-", cwd=lay(tmp_path, files))
    assert done.returncode == 1
    assert "b: 1 error" in done.stderr
    assert "| City a |" in done.stdout
    assert "| City c |" in done.stdout


def test_cities_that_lie_side_by_side_need_no_file(lgd: Lgd, tmp_path: Path) -> None:
    files = {f"{name}/x.yaml": city(name) for name in "abcdefgh"}
    done = lgd("group", ".", cwd=lay(tmp_path, files))
    assert done.returncode == 0
    assert (tmp_path / "drafts" / "group.en.md").read_text("utf-8").startswith("# Comparison of cities\n")
    assert lgd("group", tmp_path / "a" / "none").returncode == 2
    assert lgd("group", lay(tmp_path / "empty", {"x.txt": ""})).returncode != 0
