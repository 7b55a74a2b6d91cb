"""`lgd fmt` as a person calls it: what it changes, what it names, how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lgdkit.cli.fmt import fmt

Lgd = Callable[..., subprocess.CompletedProcess[str]]
ODD = b"# top\ncity: {id: lintula}   # c\nactions:\n- title:  'x'\n"
EVEN = b"# top\ncity: {id: lintula}   # c\n\nactions:\n  - title: x\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city with a file in the layout and one in another."""
    folder = tmp_path / "lintula"
    folder.mkdir()
    (folder / "city.yaml").write_bytes(ODD)
    (folder / "sources.yaml").write_bytes(b"sources: []\n")
    return folder


def test_a_city(lgd: Lgd, city: Path) -> None:
    done = lgd("fmt", "lintula", cwd=city.parent)
    assert (done.returncode, done.stdout) == (0, "lintula/city.yaml\n")
    assert done.stderr == "1 file laid out anew, 1 file in the layout.\n"
    assert (city / "city.yaml").read_bytes() == EVEN
    again = lgd("fmt", cwd=city)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "2 files in the layout.\n")


def test_check_writes_nothing(lgd: Lgd, city: Path) -> None:
    done = lgd("fmt", "--check", "lintula", cwd=city.parent)
    assert (done.returncode, done.stdout) == (1, "lintula/city.yaml\n")
    assert done.stderr == "1 file would be laid out anew, 1 file in the layout.\n"
    assert (city / "city.yaml").read_bytes() == ODD
    done = lgd("fmt", "--check", "lintula/sources.yaml", cwd=city.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 file in the layout.\n")


def test_diff_writes_nothing(lgd: Lgd, city: Path) -> None:
    done = lgd("fmt", "--diff", "city.yaml", cwd=city)
    assert done.returncode == 1
    assert done.stdout == (
        "--- a/city.yaml\n+++ b/city.yaml\n@@ -1,4 +1,5 @@\n # top\n city: {id: lintula}   # c\n+\n"
        " actions:\n-- title:  'x'\n+  - title: x\n"
    )
    assert (city / "city.yaml").read_bytes() == ODD


def test_a_difference_steers_no_terminal(lgd: Lgd, city: Path) -> None:
    (city / "city.yaml").write_bytes("city:  {id: x, note: '\u061c##[error]'}\r\nactions: []".encode())
    done = lgd("fmt", "--diff", "city.yaml", cwd=city)
    assert "\\u061c# #[error]" in done.stdout
    assert "\\ No newline at end of file" in done.stdout
    assert "\u061c" not in done.stdout


def test_a_file_with_a_fault_is_named_and_left(lgd: Lgd, city: Path) -> None:
    (city / "deals.yaml").write_bytes(b"deals: []\ndeals:   []\n")
    (city / "link.yaml").symlink_to(city / "city.yaml")
    done = lgd("fmt", "lintula", cwd=city.parent)
    assert (done.returncode, done.stdout) == (1, "lintula/city.yaml\n")
    assert (
        'lintula/deals.yaml:2: left alone: The key "deals" stands twice in the same mapping. '
        "Join the two, or take one out.\n" in done.stderr
    )
    assert (
        "lintula/link.yaml: left alone: This is a symbolic link, and links are not followed." in done.stderr
    )
    assert done.stderr.endswith("1 file laid out anew, 1 file in the layout, 2 files left alone.\n")
    assert (city / "deals.yaml").read_bytes() == b"deals: []\ndeals:   []\n"
    assert (city / "link.yaml").is_symlink()


def test_a_full_disk(city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SystemExit) as end:
        fmt([str(city)], check=False, diff=False)
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "city.yaml: not written: No space left on device\n" in said.err
    assert said.err.endswith("1 file in the layout, 1 file left alone.\n")
    assert (city / "city.yaml").read_bytes() == ODD


def test_a_file_that_is_no_data(lgd: Lgd, city: Path) -> None:
    (city / "drafts").mkdir()
    (city / "drafts/x.yaml").write_bytes(b"actions:  []")
    done = lgd("fmt", "drafts/x.yaml", cwd=city)
    assert (done.returncode, done.stdout) == (2, "")
    assert "drafts/x.yaml is no data of a city" in done.stderr
    assert lgd("fmt", "nowhere", cwd=city).returncode == 2
    done = lgd("fmt", "-", "city.yaml", cwd=city)
    assert (done.returncode, done.stderr) == (2, "lgd: - stands for one text: name it alone\n")


def through(text: bytes, *options: str) -> tuple[int, bytes, bytes]:
    """Give a text to `lgd fmt -`."""
    done = subprocess.run(
        [sys.executable, "-m", "lgdkit", "fmt", *options, "-"], input=text, capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_from_standard_input() -> None:
    assert through(ODD) == (0, EVEN, b"")
    assert through(EVEN) == (0, EVEN, b"")
    windows = ODD.replace(b"\n", b"\r\n")
    assert through(windows) == (0, EVEN.replace(b"\n", b"\r\n"), b"")
    assert through(ODD, "--check") == (1, b"", b"")
    assert through(EVEN, "--check") == (0, b"", b"")
    assert through(EVEN, "--diff") == (0, b"", b"")
    status, out, _ = through(ODD, "--diff")
    assert (status, out[:31]) == (1, b"--- a/<stdin>\n+++ b/<stdin>\n@@ ")


def test_a_fault_in_standard_input() -> None:
    """Nothing is printed: an editor would take it for the new text."""
    status, out, said = through(b"a: 1\na: 2\n")
    assert (status, out) == (1, b"")
    assert (
        said
        == b'<stdin>:2: left alone: The key "a" stands twice in the same mapping. Join the two, or take one out.\n'
    )
    assert through(b"a: 1\n" * 1_000_000)[:2] == (1, b"")


def test_an_empty_folder(lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("fmt", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No file.\n")
