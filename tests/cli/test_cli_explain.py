"""`lgd explain` and `lgd rules` as a person calls them."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lgdkit.disk import read_pages

Lgd = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]


def test_a_page(lgd: Lgd) -> None:
    done = lgd("explain", "unknown-reference")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("unknown-reference (error, references)\n\nA record names another one ")
    for head in ("Why", "How to mend", "Broken", "Mended"):
        assert f"\n\n{head}\n\n" in done.stdout
    assert "\n        lead: heet\n" in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 80
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("rule", ["bad-date", "allow-unused", "setting-without-effect"])
def test_what_no_rule_finds_has_a_page_too(lgd: Lgd, rule: str) -> None:
    assert lgd("explain", rule).stdout.startswith(f"{rule} (")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("unknown-refrence", "unknown-refrence: no such rule; did you mean unknown-reference?"),
        ("BAD_DATE", "BAD_DATE: no such rule; did you mean bad-date?"),
        ("qqqqq", "qqqqq: no such rule; lgd rules lists them"),
        ("languages", "languages is a family of rules; name one of them: "),
        ("x\x1b[31m", "x\\u001b[31m: no such rule; lgd rules lists them"),
        ("../accept", "../accept: no such rule; "),
    ],
)
def test_what_is_no_rule(lgd: Lgd, rule: str, said: str) -> None:
    done = lgd("explain", rule)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"lgd: {said}")
    assert done.stderr.count("\n") == 1


def test_a_rule_must_be_named(lgd: Lgd) -> None:
    assert lgd("explain").returncode == 2


def test_the_list(lgd: Lgd) -> None:
    done = lgd("rules")
    assert (done.returncode, done.stderr) == (0, "")
    for rule in read_pages():
        assert f"\n  {rule} " in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 80


def test_the_list_for_programs(lgd: Lgd) -> None:
    done = lgd("rules", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    listed = json.loads(done.stdout)
    assert listed["version"] == 1
    assert sorted(each["id"] for each in listed["rules"]) == sorted(read_pages())


def test_the_reference(lgd: Lgd) -> None:
    assert lgd("rules", "--format", "markdown").stdout == (ROOT / "docs/rules.md").read_text("utf-8")


def on_terminal(*arguments: str, env: dict[str, str]) -> str:
    ours, its = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "lgdkit", *arguments], env=env, stdout=its, stderr=its)
    os.close(its)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    process.wait(60)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", ["50", "200"])
def test_on_a_terminal(environment: dict[str, str], columns: str) -> None:
    env = {**environment, "TERM": "xterm-256color", "COLUMNS": columns}
    shown = on_terminal("explain", "unknown-reference", env=env)
    assert shown.startswith("\x1b[1munknown-reference\x1b[0m (error, references)\n")
    paragraphs = [line for line in shown.split("\n") if "\x1b" not in line and not line.startswith("    ")]
    assert max(map(len, paragraphs)) <= min(int(columns), 88)
    assert (max(map(len, paragraphs)) > 80) is (columns == "200")
    shown = on_terminal("rules", env={**env, "NO_COLOR": "1"})
    assert "\x1b" not in shown
    # names and weights are never broken, and 20 letters stand beside them on the narrowest terminal
    names = max(
        len(each["id"]) for each in json.loads(on_terminal("rules", "--format", "json", env=env))["rules"]
    )
    least = 2 + names + 2 + len("warning") + 2 + 20
    assert max(map(len, shown.split("\n"))) <= max(least, int(columns))


def test_nothing_of_a_city_is_read(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "city.yaml").write_text("[", "utf-8")
    assert lgd("explain", "bad-date", cwd=tmp_path).returncode == 0
