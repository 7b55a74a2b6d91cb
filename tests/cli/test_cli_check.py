"""`lgd check` as a person calls it: what it reads, what it prints, how it ends."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22")
FAULT = 'umea/actions/port.yaml:11:11: error[unknown-reference] No stakeholder has the id "umea-hamm".'


@pytest.fixture
def broken(workspace: Path) -> Path:
    """The three cities, one of them with one fault."""
    change(workspace / "umea/actions/port.yaml", "lead: umea-hamn", "lead: umea-hamm")
    return workspace


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def first(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.split("\n", 1)[0]


def last(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.rstrip("\n").rsplit("\n", 1)[-1]


def test_a_workspace_without_fault(lgd: Lgd, examples: Path) -> None:
    done = lgd("check", "examples", *DAY, cwd=examples.parent)
    assert done.returncode == 0
    assert done.stdout.startswith("No error, no warning. Checked 3 cities, ")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_city_with_a_fault(lgd: Lgd, broken: Path) -> None:
    done = lgd("check", "umea", *DAY, cwd=broken)
    assert done.returncode == 1
    assert first(done) == FAULT
    assert last(done).startswith("1 error. Checked 1 city, ")
    assert done.stderr == "1 of them has one right answer: lgd check --fix\n"


def test_the_folder_one_is_in(lgd: Lgd, broken: Path) -> None:
    done = lgd("check", *DAY, cwd=broken / "umea")
    assert first(done) == FAULT.removeprefix("umea/")


def test_a_workspace_names_each_file_with_its_city(lgd: Lgd, broken: Path) -> None:
    done = lgd("check", ".", *DAY, cwd=broken)
    assert (done.returncode, first(done)) == (1, FAULT)
    assert "Checked 3 cities" in last(done)


def test_advice_alone_is_no_fault(lgd: Lgd, workspace: Path) -> None:
    change(workspace / "umea/actions/port.yaml", "        due: 2030\n", "        due: 2025\n")
    change(workspace / "umea/actions/port.yaml", "    end: 2030\n", "    end: 2025\n")
    done = lgd("check", "umea", *DAY, cwd=workspace)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert done.stdout.startswith("No error, no warning. Checked 1 city, ")
    assert done.stdout.endswith(" --severity info adds advice.\n")
    done = lgd("check", "umea", *DAY, "--severity", "info", cwd=workspace)
    assert "info[action-overdue]" in done.stdout
    assert done.returncode == 1
    assert re.match(r"\d+ pieces of advice\. ", last(done))


def test_a_file_is_checked_with_its_city(lgd: Lgd, broken: Path) -> None:
    """What it refers to stands in other files, and their faults are not asked for."""
    change(broken / "umea/sources.yaml", "publisher: Viable Cities\n", "publisherr: Viable Cities\n")
    done = lgd("check", "umea/actions/port.yaml", *DAY, cwd=broken)
    assert (done.returncode, first(done)) == (1, FAULT)
    assert last(done).startswith("1 error. Checked 1 city, ")


@pytest.mark.parametrize(
    ("here", "path", "shown"),
    [
        ("umea", "actions/port.yaml", "actions/port.yaml:11:11"),
        ("umea/actions", "port.yaml", "port.yaml:11:11"),
        ("umea/stakeholders", "../actions/port.yaml", "../actions/port.yaml:11:11"),
        ("umea/actions", "..", "../actions/port.yaml:11:11"),
    ],
)
def test_a_file_is_named_as_seen_from_here(lgd: Lgd, broken: Path, here: str, path: str, shown: str) -> None:
    assert first(lgd("check", path, *DAY, cwd=broken / here)).startswith(f"{shown}: error[")


def test_an_absolute_path_stays_absolute(lgd: Lgd, broken: Path) -> None:
    file = broken / "umea/actions/port.yaml"
    assert first(lgd("check", file, *DAY)).startswith(f"{file}:11:11: error[")


def test_several_paths_of_a_city_are_one_city(lgd: Lgd, broken: Path) -> None:
    done = lgd("check", "umea/actions/port.yaml", "umea/city.yaml", "umea/deals.yaml", *DAY, cwd=broken)
    assert (done.returncode, first(done)) == (1, FAULT)
    assert last(done).startswith("1 error. Checked 1 city, ")


def test_a_city_that_is_asked_for_twice_is_checked_once(lgd: Lgd, broken: Path) -> None:
    done = lgd("check", ".", "umea", "umea/city.yaml", *DAY, cwd=broken)
    assert done.stdout.count("unknown-reference") == 1
    assert last(done).startswith("1 error. Checked 3 cities, ")


def test_several_cities(lgd: Lgd, workspace: Path) -> None:
    done = lgd("check", "umea", "espoo", *DAY, cwd=workspace)
    assert (done.returncode, done.stdout[:39]) == (0, "No error, no warning. Checked 2 cities,")


@pytest.mark.parametrize("path", ["nowhere", "umea/nowhere.yaml", "umea/city.yaml/x", "x" * 300, "é\udcff"])
def test_a_path_that_does_not_exist(lgd: Lgd, workspace: Path, path: str) -> None:
    """Nothing is printed of what was asked for before it: the command was called wrongly."""
    done = lgd("check", "umea", path, *DAY, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lgd: there is no ")


@pytest.mark.parametrize("path", ["README.md", "umea/drafts/x.yaml", "umea/.hidden/x.yaml"])
def test_a_file_that_holds_no_data(lgd: Lgd, workspace: Path, path: str) -> None:
    (workspace / path).parent.mkdir(exist_ok=True)
    (workspace / path).write_text("actions: []\n", "utf-8")
    done = lgd("check", path, *DAY, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"lgd: {path} is no data of a city: ")


def test_an_empty_folder_is_no_city(lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("check", tmp_path, *DAY)
    assert done.returncode == 1
    assert "error[no-city]" in first(done)


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "2026-11", "22.11.2026"])
def test_a_day_that_is_none(lgd: Lgd, examples: Path, day: str) -> None:
    done = lgd("check", examples / "umea", "--date", day)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"lgd: --date {day}: not a day; write it as 2026-01-31\n"


def test_the_day_decides_what_is_late(lgd: Lgd, examples: Path) -> None:
    done = lgd("check", examples / "umea", "--date", "2020-01-01")
    assert done.returncode == 1
    assert "error[done-in-future]" in done.stdout
    assert "a date up to 2020-01-01" in done.stdout


def test_what_is_no_yaml_is_a_finding_among_others(lgd: Lgd, broken: Path) -> None:
    (broken / "umea/more.yaml").write_bytes(b"\xff\xfe\x00actions")
    (broken / "umea/link.yaml").symlink_to("/etc/passwd")
    done = lgd("check", "umea", *DAY, cwd=broken)
    assert done.returncode == 1
    assert "umea/link.yaml:1:1: error[symbolic-link]" in done.stdout
    assert "umea/more.yaml:1:1: error[not-utf8]" in done.stdout
    assert FAULT in done.stdout
    assert last(done).startswith("3 errors. ")


def test_the_data_steers_no_terminal_and_no_log(lgd: Lgd, workspace: Path) -> None:
    key = r'"lead##[error]x\e[31m\u202e"'
    change(workspace / "umea/actions/port.yaml", "lead: umea-hamn", f"{key}: umea-hamn")
    done = lgd("check", "umea", *DAY, cwd=workspace, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "##[" not in done.stdout


def on_terminal(*arguments: str, cwd: Path, env: dict[str, str]) -> str:
    """Run `lgd` with a terminal for its output, and return what it wrote there."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", *arguments], cwd=cwd, env=env, stdout=its, stderr=its, stdin=its
    )
    os.close(its)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    process.wait(60)
    return shown.decode("utf-8")


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_on_a_terminal(
    broken: Path, environment: dict[str, str], more: dict[str, str], coloured: bool
) -> None:
    shown = on_terminal("check", "umea", *DAY, cwd=broken, env={**environment, **more})
    assert ("\x1b[" in shown) is coloured
    plain = shown.replace("\x1b[31m\x1b[1m", "").replace("\x1b[0m", "").replace("\r\n", "\n")
    assert plain.startswith(FAULT)


def test_the_same_text_on_a_terminal_and_piped(broken: Path, environment: dict[str, str], lgd: Lgd) -> None:
    env = {**environment, "TERM": "xterm", "NO_COLOR": "1"}
    shown = on_terminal("check", "umea", *DAY, cwd=broken, env=env)
    piped = lgd("check", "umea", *DAY, cwd=broken)
    assert shown.replace("\r\n", "\n") == piped.stdout + piped.stderr


@pytest.mark.parametrize("force", ["FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS", "GITHUB_ACTIONS"])
def test_no_colour_in_a_pipe(lgd: Lgd, broken: Path, force: str) -> None:
    done = lgd("check", "umea", *DAY, cwd=broken, env={force: "1", "TERM": "xterm-256color"})
    assert first(done) == FAULT
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("no_colour", ["", "1"])
def test_the_table_of_a_map_fits_the_terminal(
    workspace: Path, environment: dict[str, str], no_colour: str
) -> None:
    """On a narrow one it has fewer columns; where no colours are wanted, no bold print either."""
    env = {**environment, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": no_colour}
    shown = on_terminal("map", "espoo", "--lang", "en", cwd=workspace, env=env)
    assert ("\x1b[" in shown) is (not no_colour)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n").split("\n")
    assert max(map(len, lines)) <= 100
    assert "Decision" not in lines[1]
    assert "Cost" in lines[1]
    assert any("229,674,000" in line for line in lines)  # no figure is broken in two
