"""Many cities: the same bytes on one core, on several and on a cluster; what goes wrong is named and stops nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from small_space import city, lay, space_text

Lgd = Callable[..., subprocess.CompletedProcess[str]]
CITIES = 12
BROKEN = 7
EAGER = """
import sys
import lgdkit.cli.crew as crew
crew._SOON, crew._WORTH_IT, crew._cores = 0.0, 0.0, lambda: 2
from lgdkit.cli import run
sys.argv[0] = "lgd"
run()
"""
"""Runs `lgd` with two processes from the second city on, however short the work."""


def name(number: int) -> str:
    return f"c{number:02}"


@pytest.fixture
def space(tmp_path: Path) -> Path:
    files = {"lgd.yaml": space_text()}
    for number in range(CITIES):
        text = city(name(number), "en, fi")
        text += f"actions: [{{id: a, title: Action {number}, lead: town}}]\n"
        files[f"{name(number)}/x.yaml"] = text
    files[f"{name(BROKEN)}/x.yaml"] += "commitments: [{id: x}]\n"
    return lay(tmp_path / "space", files)


def eagerly(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", EAGER, *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, **(env or {})},
    )


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


COMMANDS = (
    ("check", "."),
    ("check", ".", "--format", "json"),
    ("map", "."),
    ("map", ".", "--format", "csv"),
    ("roadmap", "."),
    ("mou", "."),
    ("group", "."),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_several_processes_give_the_bytes_of_one(lgd: Lgd, space: Path, command: tuple[str, ...]) -> None:
    other = Path(shutil.copytree(space, space.with_name("other")))
    one, several = lgd(*command, cwd=space), eagerly(*command, cwd=other)
    assert (several.returncode, several.stdout, several.stderr) == (1, one.stdout, one.stderr)
    assert one.returncode == 1
    assert name(BROKEN) in one.stdout + one.stderr
    assert files_of(space) == files_of(other)


def test_a_city_that_cannot_be_written_stops_no_other(space: Path) -> None:
    shutil.rmtree(space / name(BROKEN))
    (space / name(3) / "drafts").write_text("in the way\n")
    done = eagerly("roadmap", ".", cwd=space)
    assert done.returncode != 0
    assert f"{name(3)}/" in done.stderr
    assert (
        sum((space / name(number) / "drafts" / "roadmap.en.md").is_file() for number in range(CITIES))
        == CITIES - 2
    )


def test_a_fault_of_ours_in_one_city_is_named_and_stops_no_other(space: Path) -> None:
    shutil.rmtree(space / name(BROKEN))
    fault = "import lgdkit.view.standing as s\nold = s.standing\n"
    fault += f"def standing(city):\n    if city.record.id == {name(4)!r}: raise KeyError('x')\n    return old(city)\n"
    fault += "s.standing = standing\n"
    done = subprocess.run(
        [sys.executable, "-c", fault + EAGER, "group", ".", "--out", "-"],
        cwd=space,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert f"a fault of lgdkit, not of your data, at {name(4)}: KeyError" in done.stderr


def slow(space: Path, seconds: float) -> "subprocess.Popen[str]":
    """Start a run in which each city takes its time, and wait until its workers are there."""
    wait = "import lgdkit.pipeline as p, time\nold = p.check\n"
    wait += f"def check(*a, **k):\n    time.sleep({seconds})\n    return old(*a, **k)\np.check = check\n"
    process = subprocess.Popen(
        [sys.executable, "-c", wait + EAGER, "check", "."],
        cwd=space,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        # a shell lets what it starts in the background ignore Ctrl-C, and so all that is started by that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(200):
        if len(children(process.pid)) >= 2:
            return process
        time.sleep(0.05)
    process.kill()
    raise AssertionError("no workers")


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(each) for each in path.read_text().split()] if path.exists() else []


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_that_is_killed_is_told_and_nothing_hangs(space: Path) -> None:
    process = slow(space, 0.5)
    os.kill(children(process.pid)[0], signal.SIGKILL)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "a worker process was ended from outside" in error
    assert "Traceback" not in error


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_ctrl_c_ends_all_at_once(space: Path) -> None:
    process = slow(space, 5)
    workers = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130, error
    assert f"of {CITIES} cities are done, and nothing is half written" in error
    assert "Traceback" not in error
    assert not [each for each in workers if Path(f"/proc/{each}").exists()]


def test_a_cluster_needs_its_extra_and_an_address_that_answers(lgd: Lgd, space: Path) -> None:
    done = lgd("check", ".", "--cluster", "tcp://127.0.0.1:1", cwd=space)
    assert done.returncode == 2
    assert (
        "lgdkit[cluster]" if find_spec("distributed") is None else "no cluster answers there"
    ) in done.stderr


def _cluster() -> tuple[subprocess.Popen[str], str]:
    """Start a scheduler with two workers on this machine; return its process and its address."""
    pytest.importorskip("distributed", reason="the extra cluster is not installed")
    code = (
        "from distributed import LocalCluster\n"
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    c = LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None, host='127.0.0.1')\n"
        "    print(c.scheduler_address, flush=True)\n"
        "    sys.stdin.read()\n"
        "    c.close()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    return process, process.stdout.readline().strip()


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    process, address = _cluster()
    yield address
    process.communicate(timeout=30)


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[1], COMMANDS[2], COMMANDS[6]], ids=" ".join)
def test_a_cluster_gives_the_bytes_of_one_process(
    lgd: Lgd, space: Path, cluster: str, command: tuple[str, ...]
) -> None:
    other = Path(shutil.copytree(space, space.with_name("other")))
    one, far = lgd(*command, cwd=space), lgd(*command, "--cluster", cluster, cwd=other)
    assert (far.returncode, far.stdout, far.stderr) == (1, one.stdout, one.stderr)
    assert files_of(space) == files_of(other)


def test_a_cluster_that_is_lost_ends_the_run_and_nothing_is_half_written(lgd: Lgd, tmp_path: Path) -> None:
    many = 150
    files = {f"{name(number)}/x.yaml": city(name(number), "en, fi") for number in range(many)}
    space = lay(tmp_path / "many", files)
    process, address = _cluster()
    run = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", "map", ".", "--cluster", address],
        cwd=space,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    begun = time.monotonic()
    while not (space / name(10) / "drafts").exists() and time.monotonic() - begun < 60:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)  # the scheduler, and its workers with it
    process.communicate()
    _, error = run.communicate(timeout=60)
    assert run.returncode == 2
    assert f"lgd: the cluster {address} was lost" in error
    assert f"of {many} cities are done, and nothing is half written: run it again" in error
    assert "Traceback" not in error
    there = {path: text for path, text in files_of(space).items() if path.endswith(".md")}
    assert 0 < len(there) < many * 2
    assert lgd("map", ".", cwd=space).returncode == 0  # the next run goes on from what is there
    whole = files_of(space)
    assert {path: whole[path] for path in there} == there
    assert not [path for path in whole if path.endswith(".tmp")]  # what was begun is cleared away
    assert len([each for each in whole if each.endswith(".md")]) >= many * 2
