"""When something outside the data goes wrong: a closed pipe, a full disk, an interrupt, a fault of ours."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Lgd = Callable[..., subprocess.CompletedProcess[str]]
PRINTING = [
    ["schema"],
    ["check", "examples", "--date", "2020-01-01"],
    ["map", "examples/umea", "-o", "-"],
    ["--help"],
]


def names(arguments: list[str]) -> str:
    return arguments[0]


def start(environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "lgdkit", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("arguments", PRINTING, ids=names)
def test_the_reader_goes_after_a_line(environment: dict[str, str], arguments: list[str]) -> None:
    """As in `lgd schema | head -1`."""
    with start(environment, *arguments) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert "fault of lgdkit" not in said


def test_the_reader_has_gone_before_anything_is_said(environment: dict[str, str]) -> None:
    with start(environment, "check", "examples/umea", "--date", "2026-11-22") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk at hand")
@pytest.mark.parametrize("arguments", PRINTING, ids=names)
def test_a_full_disk_is_no_fault_of_lgdkit(environment: dict[str, str], arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lgdkit", *arguments],
            cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().endswith("lgd: No space left on device\n")


@pytest.mark.parametrize("arguments", [["check", "examples/umea"], ["--help"]], ids=names)
def test_no_output_at_all(environment: dict[str, str], arguments: list[str]) -> None:
    """As in `lgd check >&-`."""
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "lgdkit", *arguments],
        cwd=ROOT, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_is_no_finding(environment: dict[str, str], tmp_path: Path) -> None:
    """As with Ctrl-C: not the status of a finding, and no traceback."""
    (tmp_path / "city.yaml").write_text("city: {}\n", "utf-8")
    code = (
        "import sys, time\n"
        "import lgdkit.pipeline\n"
        "lgdkit.pipeline.check = lambda *_, **__: (print('now', flush=True), time.sleep(60))\n"
        f"sys.argv = ['lgd', 'check', {str(tmp_path)!r}]\n"
        "from lgdkit.cli import run\n"
        "run()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell lets what it starts in the background ignore Ctrl-C, and so all that is started by that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"now\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert b"Traceback" not in said
    assert process.returncode == 130


FAULTY = """
import sys
import lgdkit.pipeline
def check(*arguments, **options):
    raise {error}
lgdkit.pipeline.check = check
sys.argv = ["lgd", "{command}", "examples/umea"]
from lgdkit.cli import run
run()
"""


@pytest.mark.parametrize(
    ("command", "error"),
    [("check", "ValueError('\\x1b[31mU' + 'x' * 500)"), ("map", "RecursionError()"), ("mou", "KeyError(1)")],
)
def test_a_fault_of_ours(environment: dict[str, str], command: str, error: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY.format(error=error, command=command)],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    name = error.partition("(")[0]
    assert done.stderr.startswith(f"lgd: a fault of lgdkit, not of your data: {name}: ")
    assert done.stderr.endswith(
        "\nPlease report it, with the output of the same command under LGD_TRACEBACK=1.\n"
    )
    assert done.stderr.count("\n") == 2
    assert len(done.stderr) < 500
    assert "\x1b" not in done.stderr


def test_a_fault_of_ours_with_its_traceback(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY.format(error="ValueError('why')", command="check")],
        cwd=ROOT,
        env={**environment, "LGD_TRACEBACK": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "ValueError: why" in done.stderr


def test_the_output_is_utf_8_in_every_locale(lgd: Lgd) -> None:
    done = lgd("map", "examples/umea", "--format", "csv", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert "Föreningslivet" in done.stdout
    assert done.stderr == ""


def test_what_was_drafted_is_kept_where_the_drafts_are(lgd: Lgd, workspace: Path) -> None:
    """What is written is written whole: no temporary file is left over."""
    assert lgd("map", "umea", cwd=workspace).returncode == 0
    for folder in ("umea/drafts", "umea/.lgd/base"):
        found = {path.name for path in (workspace / folder).iterdir()}
        assert found == {"map.en.md", "map.sv.md", "pictures"}
        pictures = [path.name for path in (workspace / folder / "pictures").iterdir()]
        assert [each for each in pictures if not each.endswith((".en.svg", ".sv.svg"))] == []
    assert {path.name for path in (workspace / "umea/.lgd").iterdir()} == {
        ".gitattributes",
        ".gitignore",
        "base",
    }
