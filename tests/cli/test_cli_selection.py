"""Which findings `lgd check` shows: --select, --ignore, --severity, and the city's own settings."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22", "--format", "concise")
CITY = """
city: {id: lintula, name: Lintula, country: FI, languages: [en], organisation: town%s}
stakeholders: [{id: town, name: Town, kind: municipality}]
actions:
  - {id: heat, title: Heat, lead: nobody, end: 2020, status: ongoing}
  - {id: sun, title: Sun, leed: town}
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city with a fault of form, an error, and a piece of advice."""
    (tmp_path / "city.yaml").write_text(CITY % "", "utf-8")
    return tmp_path


def settle(city: Path, settings: str) -> None:
    (city / "city.yaml").write_text(CITY % f", check: {{{settings}}}", "utf-8")


KNOWN = {"unknown-reference", "unknown-key", "action-overdue", "setting-without-effect"}
"""What these tests are about: what other rules find in this small city does not concern them."""


def rules(done: subprocess.CompletedProcess[str]) -> list[str]:
    *lines, _ = done.stdout.splitlines()
    assert done.stderr == ""
    assert done.returncode == (1 if lines else 0)
    found = [each.partition("[")[2].partition("]")[0] for each in lines]
    return [each for each in found if each in KNOWN]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], ["unknown-reference", "unknown-key"]),
        (["--severity", "info"], ["unknown-reference", "action-overdue", "unknown-key"]),
        (["--severity", "error"], ["unknown-reference", "unknown-key"]),
        (["--select", "form"], ["unknown-key"]),
        (["--select", "unknown-key"], ["unknown-key"]),
        (["--select", "form,references"], ["unknown-reference", "unknown-key"]),
        (["--select", "form", "--select", " references ,"], ["unknown-reference", "unknown-key"]),
        (["--select", "privacy"], []),
        (["--ignore", "form"], ["unknown-reference"]),
        (["--ignore", "unknown-key", "--ignore", "unknown-reference"], []),
        (["--select", "form", "--ignore", "unknown-key"], []),
        (["--select", "dates", "--severity", "info"], ["action-overdue"]),
    ],
)
def test_what_is_shown(lgd: Lgd, city: Path, options: list[str], shown: list[str]) -> None:
    assert rules(lgd("check", *DAY, *options, cwd=city)) == shown


def test_advice_that_is_not_shown_is_told_of(lgd: Lgd, city: Path) -> None:
    done = lgd("check", *DAY, "--select", "dates", cwd=city)
    assert rules(done) == []
    assert done.stdout.startswith("No error, no warning. ")
    assert " not shown; --severity info shows " in done.stdout
    # what was not asked for is not told of
    done = lgd("check", *DAY, "--ignore", "dates", cwd=city)
    assert "not shown" not in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--select", "unknown-kee"], "--select unknown-kee: no such rule; did you mean unknown-key?"),
        (["--ignore", "form,dattes"], "--ignore dattes: no such rule; did you mean dates?"),
        (["--ignore", "Unknown_Key"], "--ignore Unknown_Key: no such rule; did you mean unknown-key?"),
        (["--select", "qqqqqqq"], "--select qqqqqqq: no such rule; lgd rules lists them"),
        (["--select", ""], "--select: name a rule or a family; lgd rules lists them"),
        (["--ignore", " , "], "--ignore: name a rule or a family; lgd rules lists them"),
        (["--select", "x\x1b[31m"], "--select x\\u001b[31m: no such rule; lgd rules lists them"),
    ],
)
def test_a_name_that_nobody_knows(lgd: Lgd, city: Path, options: list[str], said: str) -> None:
    done = lgd("check", *DAY, *options, cwd=city)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"lgd: {said}\n"


def test_a_weight_that_nobody_knows(lgd: Lgd, city: Path) -> None:
    done = lgd("check", *DAY, "--severity", "low", cwd=city)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'low' is not one of 'error', 'warning', 'info'" in done.stderr


def test_the_city_weighs_a_rule(lgd: Lgd, city: Path) -> None:
    settle(city, "severity: {dates: warning}")
    assert rules(lgd("check", *DAY, cwd=city)) == ["unknown-reference", "action-overdue", "unknown-key"]
    assert rules(lgd("check", *DAY, "--severity", "error", cwd=city)) == ["unknown-reference", "unknown-key"]


def test_the_command_line_wins_over_the_city(lgd: Lgd, city: Path) -> None:
    settle(city, "ignore: [action-overdue]")
    info = ("--severity", "info")
    assert "action-overdue" not in rules(lgd("check", *DAY, *info, cwd=city))
    assert rules(lgd("check", *DAY, *info, "--select", "dates", cwd=city)) == ["action-overdue"]
    assert rules(lgd("check", *DAY, *info, "--select", "dates", "--ignore", "dates", cwd=city)) == []


def test_no_setting_lets_a_broken_document_out(lgd: Lgd, city: Path) -> None:
    settle(city, "ignore: [unknown-reference, unknown-key], severity: {unknown-reference: info}")
    done = lgd("check", *DAY, cwd=city)
    assert set(rules(done)) == {"unknown-reference", "unknown-key", "setting-without-effect"}
    for command in ("map", "roadmap", "mou"):
        drafted = lgd(command, "-o", "-", cwd=city)
        assert (drafted.returncode, drafted.stdout) == (1, "")
        assert "2 errors, so nothing is drafted" in drafted.stderr


def test_what_the_city_calls_an_error_stops_its_documents(lgd: Lgd, city: Path) -> None:
    text = (CITY % "").replace("lead: nobody", "lead: town").replace("leed", "lead")
    (city / "city.yaml").write_text(text, "utf-8")
    assert lgd("map", "-o", "-", cwd=city).returncode == 0
    (city / "city.yaml").write_text(
        text.replace("organisation: town}", "organisation: town, check: {severity: {dates: error}}}"), "utf-8"
    )
    drafted = lgd("map", "-o", "-", cwd=city)
    assert (drafted.returncode, drafted.stdout) == (1, "")
    assert "1 error, so nothing is drafted" in drafted.stderr
