"""`lgd status` as a person calls it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from repository import Repository
from status_city import CITY

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-06-30")


@pytest.fixture
def lintula(tmp_path: Path) -> Path:
    (tmp_path / "lintula").mkdir()
    (tmp_path / "lintula/city.yaml").write_text(CITY, "utf-8")
    return tmp_path / "lintula"


def test_the_city_one_is_in(lgd: Lgd, lintula: Path) -> None:
    done = lgd("status", *DAY, cwd=lintula)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Lintula, 2026-06-30\n\nDeals: 1 requested, ")
    assert "Not known: this takes a git repository" in done.stdout
    assert lgd("status", "lintula", *DAY, cwd=lintula.parent).stdout == done.stdout


def test_several_cities_in_a_language(lgd: Lgd) -> None:
    done = lgd("status", "examples", *DAY, "--lang", "en", "--format", "markdown")
    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if line.startswith("# ")] == [
        "# Espoo, 2026-06-30",
        "# Mannheim, 2026-06-30",
        "# Umeå, 2026-06-30",
    ]
    assert "City of Espoo" in done.stdout


def test_as_data(lgd: Lgd, lintula: Path) -> None:
    done = lgd("status", *DAY, "--format", "json", "--within", "0", cwd=lintula)
    [city] = json.loads(done.stdout)["cities"]
    assert (city["date"], city["until"], city["untouched"]) == ("2026-06-30", "2026-06-30", None)
    assert [each["record"] for each in city["due"]] == ["commitments/c-today"]


def test_a_calendar_is_the_same_on_any_day(lgd: Lgd, lintula: Path) -> None:
    done = lgd("status", "--format", "ics", "--lang", "en", cwd=lintula)
    other = lgd("status", "--format", "ics", "--lang", "en", "--date", "2035-01-01", cwd=lintula)
    assert done.stdout == other.stdout
    assert done.stdout.count("BEGIN:VEVENT") == 16
    assert done.stderr == ".: no review of deals/undated: the data does not say since when it holds\n"


def test_a_calendar_of_what_is_near(lgd: Lgd, lintula: Path) -> None:
    done = lgd("status", *DAY, "--format", "ics", "--within", "0", cwd=lintula)
    assert done.stdout.count("BEGIN:VEVENT") == 1
    assert "UID:lintula/commitments/c-today/due@lgdkit" in done.stdout
    assert done.stderr == ""


def test_lines_of_a_calendar_end_as_the_standard_wants(environment: dict[str, str], lintula: Path) -> None:
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "lgdkit", "status", str(lintula), "--format", "ics"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") > 0
    assert b"\r\r" not in done.stdout


def test_what_nobody_touches_in_a_repository(lgd: Lgd, lintula: Path) -> None:
    repository = Repository(lintula)
    repository.write("city.yaml", CITY)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "x", "--date", "2025-01-01T23:00:00-0300")
    repository.write("city.yaml", CITY.replace("text: Vaihtaa kattilat.", "text: Vaihtaa kaikki."))
    done = lgd("status", *DAY, "--format", "json", cwd=lintula)
    [city] = json.loads(done.stdout)["cities"]
    untouched = {each["record"]: each["last"] for each in city["untouched"]}
    assert set(untouched.values()) == {"2025-01-01"}
    assert "actions/pumps" in untouched
    assert "commitments/c-late" not in untouched  # somebody works on it
    [new] = [each for each in city["signatures"] if each["deal"] == "new"]
    assert (new["since"], new["since_what"], new["days"]) == (None, None, None)  # no state is written


def test_a_city_with_errors_is_named(lgd: Lgd, lintula: Path) -> None:
    (lintula / "city.yaml").write_text(CITY.replace("by: heat", "by: heatt"), "utf-8")
    done = lgd("status", *DAY, cwd=lintula)
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing is drafted" in done.stderr


@pytest.mark.parametrize(
    "wrong", [("--within", "-1"), ("--lang", "xx"), ("--date", "soon"), ("--format", "pdf"), ("nowhere",)]
)
def test_wrong_use(lgd: Lgd, lintula: Path, wrong: tuple[str, ...]) -> None:
    assert lgd("status", *wrong, cwd=lintula).returncode == 2
