"""Other cities that a city names: found in its workspace, wherever their folders are, or beside it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from small_space import city, lay, space_text

ROOT = Path(__file__).resolve().parents[2]
Lgd = Callable[..., subprocess.CompletedProcess[str]]
HEAT = "actions:\n  - {id: heat, title: Heat from the lake}\npractices: [{id: pumps, title: Pumps}]\n"
COPY = (
    "actions:\n  - id: warm\n    title: Heat from the lake\n"
    "    replicates: {from: lakeside/heat, digest: '0000000000000000'}\n"
)
SPRINT = "sprints: [{id: talk, title: A talk, practices: [{practice: %s}]}]\n"
CHANGED = '"lakeside/heat" has changed since it was taken over.'
ONLY = ("--select", "original-changed,unknown-reference", "--format", "concise")


@pytest.fixture
def group(tmp_path: Path) -> Path:
    files = {
        "lgd.yaml": space_text("north/data-of-lake", "south"),
        "north/data-of-lake/all.yaml": HEAT + city("lakeside"),
        "south/all.yaml": COPY + city("hillside"),
    }
    return lay(tmp_path / "group", files)


def test_the_original_is_a_member_whatever_its_folder_is_called(lgd: Lgd, group: Path) -> None:
    for where, folder in ((group, "."), (group, "south"), (group / "south", ".")):
        done = lgd("check", folder, *ONLY, cwd=where)
        assert done.returncode == 1
        assert done.stdout.count(CHANGED) == 1


def test_the_original_is_a_member_that_lies_elsewhere(lgd: Lgd, group: Path, tmp_path: Path) -> None:
    (group / "north").rename(tmp_path / "away")
    (group / "lgd.yaml").write_text(space_text("../away/data-of-lake", "south"), "utf-8")
    env = {**os.environ, "LGD_MEMBERS": str(tmp_path / "away")}
    assert CHANGED in lgd("check", "south", *ONLY, cwd=group, env=env).stdout
    shown = lgd("diff", "--replica", "hillside/warm", cwd=group, env=env)
    assert "lakeside/heat" in shown.stdout
    assert CHANGED not in lgd("check", "south", *ONLY, cwd=group).stdout  # not allowed: nothing is looked at


def test_a_city_that_is_no_member_is_none_of_the_workspace(lgd: Lgd, group: Path) -> None:
    (group / "lgd.yaml").write_text(space_text("north/data-of-lake"), "utf-8")
    assert lgd("check", "south", *ONLY, cwd=group).returncode == 0
    (group / "north/data-of-lake").rename(group / "lakeside")
    assert CHANGED in lgd("check", "south", *ONLY, cwd=group).stdout  # beside it, and called as the city is


@pytest.mark.parametrize("stand", [".", "south"])
def test_a_copy_and_its_original_are_compared(lgd: Lgd, group: Path, stand: str) -> None:
    done = lgd("diff", "--replica", "hillside/warm", cwd=group / stand)
    assert (done.returncode, done.stderr) == (0, "")
    assert "lakeside/heat" in done.stdout


def test_a_folder_that_only_bears_the_name_hides_no_city(lgd: Lgd, group: Path) -> None:
    lay(group / "lakeside", {"notes.txt": "no data"})
    assert lgd("diff", "--replica", "hillside/warm", cwd=group).returncode == 0


def test_a_record_of_another_city_has_to_be_there(lgd: Lgd, group: Path) -> None:
    lay(group, {"south/talk.yaml": SPRINT % "lakeside/pump"})
    for where in (group, group / "south"):
        done = lgd("check", *ONLY, cwd=where)
        assert done.stdout.count("unknown-reference") == 1
        assert 'lakeside has no practice with the id "pump".' in done.stdout
    assert 'Did you mean "lakeside/pumps"?' in lgd("check", *ONLY[:2], cwd=group).stdout
    lay(group, {"south/talk.yaml": SPRINT % "lakeside/pumps"})
    assert "unknown-reference" not in lgd("check", *ONLY, cwd=group).stdout
    lay(group, {"south/talk.yaml": SPRINT % "far-away/pumps"})  # not at hand: nobody can know
    assert "unknown-reference" not in lgd("check", *ONLY, cwd=group).stdout


def test_each_of_many_cities_is_told(lgd: Lgd, group: Path) -> None:
    names = [f"c{number}" for number in range(30)]
    files = {f"{name}/all.yaml": SPRINT % "lakeside/pump" + city(name) for name in names}
    lay(group, {**files, "lgd.yaml": space_text("north/data-of-lake", "south", *names)})
    found = lgd("check", *ONLY, cwd=group).stdout
    assert found.count("unknown-reference") == len(names)


def _commit(folder: Path) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*name, "commit", "-q", "-m", "First"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def test_each_member_is_compared_in_its_own_repository(lgd: Lgd, group: Path, tmp_path: Path) -> None:
    (group / "south").rename(tmp_path / "south")
    lay(group, {"east/all.yaml": "actions: [{id: wind, title: Wind}]\n" + city("seaside")})
    (group / "lgd.yaml").write_text(space_text("north/data-of-lake", "../south", "east"), "utf-8")
    (group / ".gitignore").write_text("north\n", "utf-8")
    for each in (group / "north", tmp_path / "south", group):
        _commit(each)
    env = {**os.environ, "LGD_MEMBERS": str(tmp_path)}
    none = lgd("diff", cwd=group, env=env)
    assert (none.returncode, "title" in none.stdout) == (0, False)
    for path in (group / "north/data-of-lake/all.yaml", tmp_path / "south/all.yaml", group / "east/all.yaml"):
        path.write_text(path.read_text("utf-8").replace("title: ", "title: More of "), "utf-8")
    found = json.loads(lgd("diff", "--format", "json", cwd=group, env=env).stdout)
    schema = json.loads((ROOT / "docs" / "diff.schema.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(found))
    changed = {
        (city["id"], each["kind"], each["id"], each["what"])
        for city in found["cities"]
        for each in city["changes"]
    }
    assert changed == {
        ("lakeside", "actions", "heat", "changed"),
        ("lakeside", "practices", "pumps", "changed"),
        ("hillside", "actions", "warm", "changed"),
        ("seaside", "actions", "wind", "changed"),
    }
    assert lgd("diff", "HEAD", "HEAD", cwd=group, env=env).returncode == 0
