"""Runs that are killed: no edit is lost, no draft is a mix, and the next run ends well.

benchmarks/kills.py does it; here some kills at random moments, and one at each of the first steps. With
LGD_KILLS=1000 in the environment, so many.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "kills.py"
KILLS = os.environ.get("LGD_KILLS", "8")


def run(environment: dict[str, str], *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_kills_at_random_moments(environment: dict[str, str]) -> None:
    seen = run(environment, "--kills", KILLS, "--seed", "3")
    assert seen["caught running"] > 0
    assert seen["edits there after the kill"] > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_a_kill_at_each_step(environment: dict[str, str]) -> None:
    """Of a city with few drafts, so that there are few steps."""
    seen = run(environment, "--every-step", "400", "--partners", "2", "--seed", "2")
    assert seen["killed at each step up to"] > 20
    assert seen["killed in the midst"] > 0
