"""One run at a time: the lock, its owner, and when it is broken."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lgdkit.drafts.lock import STALE, LockedError, locked

HOLDER = """
import sys, time
from pathlib import Path
from lgdkit.drafts.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_one_after_the_other(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / ".lgd/lock"):
            assert (tmp_path / ".lgd/lock").read_text().startswith(f"{os.getpid()} on ")
        assert not (tmp_path / ".lgd/lock").exists()


def test_it_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), locked(tmp_path / "lock"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_alive_keeps_it(tmp_path: Path) -> None:
    with holder(tmp_path / "lock") as process:
        with pytest.raises(LockedError, match=f"process {process.pid} on "), locked(tmp_path / "lock", 0.2):
            pass
        process.kill()
        process.wait()
        with locked(tmp_path / "lock", 0):  # what a killed run leaves is taken at once
            assert (tmp_path / "lock").read_text().startswith(f"{os.getpid()} on ")


def test_it_is_waited_for(tmp_path: Path) -> None:
    code = HOLDER.replace("time.sleep(60)", "time.sleep(0.3)")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with locked(tmp_path / "lock", 10):
            process.wait()


def test_another_machine_keeps_it_until_it_is_stale(tmp_path: Path) -> None:
    """Its locks may be invisible here, on a shared disk."""
    (tmp_path / "lock").write_text("17 on elsewhere\n")
    with pytest.raises(LockedError, match="process 17 on elsewhere"), locked(tmp_path / "lock", 0):
        pass
    assert (tmp_path / "lock").read_text() == "17 on elsewhere\n"
    old = time.time() - STALE - 1
    os.utime(tmp_path / "lock", (old, old))
    with locked(tmp_path / "lock", 0):
        pass


def test_a_lock_without_an_owner(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("")
    with locked(tmp_path / "lock", 0):
        pass


def test_a_link_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "else").write_text("mine")
    (tmp_path / "lock").symlink_to(tmp_path / "else")
    with pytest.raises(OSError, match="symbolic link"), locked(tmp_path / "lock", 0):
        pass
    assert (tmp_path / "else").read_text() == "mine"


def test_many_at_once(tmp_path: Path) -> None:
    """Each adds one to a number that all of them read and write."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom lgdkit.drafts.lock import locked\n"
        "number = Path(sys.argv[1]) / 'number'\n"
        "for _ in range(20):\n"
        "    with locked(Path(sys.argv[1]) / 'lock', 60):\n"
        "        found = int(number.read_text())\n"
        "        number.write_text(str(found + 1))\n"
    )
    (tmp_path / "number").write_text("0")
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) for _ in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    assert (tmp_path / "number").read_text() == "80"
