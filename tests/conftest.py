"""What the tests share: the examples, the command as a process, and the blessing of expected outputs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

from starter import POSSIBLE, Starter

# in CI the same examples at every run: a change is judged by what it changes; by hand new ones are looked for
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("by-hand", deadline=None)  # a slow machine is no fault of the program
settings.load_profile("ci" if os.environ.get("CI") else "by-hand")

ROOT = Path(__file__).resolve().parents[1]
_LEFT_OUT = shutil.ignore_patterns("drafts", ".lgd")
_SET_BY_TESTS = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "GITHUB_ACTIONS", "LGD_TRACEBACK")
_SLOW = ("PYTHONDONTWRITEBYTECODE",)
"""What would make each start of `lgd` compile its modules anew."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="Write expected outputs anew; read the difference.")
    parser.addoption("--generated", type=int, default=60, help="How many generated files are laid out.")


def pytest_collection() -> None:
    from compiled import share  # not before coverage is measured: it loads modules of ours

    share()
    _measure_once()


def _measure_once() -> None:
    """Leave one coverage running, so that a test with `no_cover` goes without.

    In a worker pytest-cov begins a second one, whose data nobody takes: it would step in wherever the first one rests.
    """
    running = []
    while (found := Coverage.current()) is not None:
        found.stop()
        running.append(found)
    if running:
        running[0].start()


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are written anew instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the three example cities; nothing may write into it."""
    return ROOT / "examples"


@pytest.fixture
def workspace(tmp_path: Path, examples: Path) -> Path:
    """A copy of the three example cities, without their drafts, for the test alone."""
    return shutil.copytree(examples, tmp_path / "cities", ignore=_LEFT_OUT)


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment of the process, without what changes the look of its output."""
    return {name: value for name, value in os.environ.items() if name not in (*_SET_BY_TESTS, *_SLOW)}


@pytest.fixture(scope="session")
def starter(environment: dict[str, str]) -> Iterator[Starter | None]:
    """What starts `lgd` quickly, where the system can."""
    found = Starter(environment) if POSSIBLE else None
    yield found
    if found is not None:
        found.end()


@pytest.fixture(scope="session")
def lgd(
    environment: dict[str, str], starter: Starter | None
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `lgd` as a person would, in a process of its own; no run may show a traceback."""

    def run(
        *arguments: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        words = [str(each) for each in arguments]
        if starter is not None and env is None:
            done = starter.run(words, cwd)
        else:
            done = subprocess.run(
                [sys.executable, "-m", "lgdkit", *words],
                cwd=cwd,
                env={**environment, **(env or {})},
                capture_output=True,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run
