"""`lgd check --fix` and `--diff`: what is written, what is shown, and with which status it ends."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22")
FILE = "umea/actions/port.yaml"
DIFF = """--- a/umea/actions/port.yaml
+++ b/umea/actions/port.yaml
@@ -8,7 +8,7 @@
     field: mobilitet
     kind: technical
     levers: [technology, governance]
-    lead: umea-hamm
+    lead: umea-hamn
     partners: [umea-kommun, infrastruktur-i-umea]
     start: 2024
     end: 2030
"""


@pytest.fixture
def broken(workspace: Path) -> Path:
    path = workspace / FILE
    path.write_text(path.read_text("utf-8").replace("lead: umea-hamn", "lead: umea-hamm"), "utf-8")
    return workspace


def tree(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_the_mistake_is_mended_and_nothing_else(lgd: Lgd, broken: Path, examples: Path) -> None:
    before = tree(broken)
    done = lgd("check", "umea", "--fix", *DAY, cwd=broken)
    assert (done.returncode, done.stderr) == (0, "1 finding mended in 1 file.\n")
    assert done.stdout.startswith("No error, no warning. Checked 1 city")
    assert (broken / FILE).read_bytes() == (examples / FILE).read_bytes()
    before[broken / FILE] = (examples / FILE).read_bytes()
    assert tree(broken) == before
    again = lgd("check", "umea", "--fix", *DAY, cwd=broken)
    assert (again.returncode, again.stderr) == (0, "Nothing to mend.\n")
    assert tree(broken) == before


@pytest.mark.parametrize("flags", [("--diff",), ("--fix", "--diff")])
def test_the_difference_is_shown_and_nothing_is_written(
    lgd: Lgd, broken: Path, flags: tuple[str, ...]
) -> None:
    before = tree(broken)
    done = lgd("check", "umea", *flags, *DAY, cwd=broken)
    assert done.stdout == DIFF
    assert done.stderr == "1 finding can be mended in 1 file: lgd check --fix\n"
    assert done.returncode == 1
    assert tree(broken) == before


def test_the_difference_can_be_applied(lgd: Lgd, broken: Path) -> None:
    path = broken / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").rstrip())
    command = [sys.executable, "-m", "lgdkit", "check", "--diff", *DAY]
    shown = subprocess.run(command, cwd=broken, capture_output=True, check=False).stdout
    subprocess.run(["git", "apply", "-p1", "-"], input=shown, cwd=broken, check=True)
    assert b"lead: umea-hamn\r\n" in path.read_bytes()
    done = lgd("check", "--diff", *DAY, cwd=broken)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing to mend.\n")


def test_no_newline_at_the_end(lgd: Lgd, workspace: Path) -> None:
    path = workspace / "umea/last.yaml"
    path.write_text('persons:\n  - {id: p-1, nmae: "A"}', "utf-8")
    assert lgd("check", "umea", "--diff", *DAY, cwd=workspace).stdout == (
        "--- a/umea/last.yaml\n+++ b/umea/last.yaml\n@@ -1,2 +1,2 @@\n persons:\n"
        '-  - {id: p-1, nmae: "A"}\n\\ No newline at end of file\n'
        '+  - {id: p-1, name: "A"}\n\\ No newline at end of file\n'
    )


def test_what_steers_a_terminal_is_shown_by_its_number(lgd: Lgd, workspace: Path) -> None:
    path = workspace / "umea/more.yaml"
    path.write_text('persons:\n  - {id: p-1, name: "A\u202eB \x1b[31m ##[add-mask]x"}\n', "utf-8")
    shown = lgd("check", "umea", "--diff", *DAY, cwd=workspace).stdout
    assert '-  - {id: p-1, name: "A\\u202eB \\u001b[31m # #[add-mask]x"}\n' in shown
    assert "\x1b" not in shown


def test_only_the_file_that_was_named(lgd: Lgd, broken: Path) -> None:
    other = broken / "umea/deals.yaml"
    other.write_text(other.read_text("utf-8").replace("state: requested", "state: Requested", 1), "utf-8")
    done = lgd("check", FILE, "--fix", *DAY, cwd=broken)
    assert "1 finding mended in 1 file." in done.stderr
    assert "state: Requested" in other.read_text("utf-8")


def test_a_link_is_not_written_through(lgd: Lgd, broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "outside.yaml"
    (broken / FILE).rename(target)
    (broken / FILE).symlink_to(target)
    before = target.read_bytes()
    lgd("check", "umea", "--fix", *DAY, cwd=broken)
    assert target.read_bytes() == before
    assert (broken / FILE).is_symlink()


def test_a_file_that_cannot_be_written(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rights do not hold back the administrator, as whom tests may run: the disk is said to be full."""
    from lgdkit.cli.check import check

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lgdkit.rewrite.replace", full)
    monkeypatch.chdir(broken)
    with pytest.raises(SystemExit) as end:
        check(["umea"], "2026-11-22", fix=True)
    shown = capsys.readouterr()
    assert end.value.code == 2
    assert "umea/actions/port.yaml: not mended: No space left on device\n" in shown.err
    assert "unknown-reference" in shown.out


def test_what_does_not_fit_is_left(lgd: Lgd, workspace: Path) -> None:
    path = workspace / "umea/deals.yaml"
    text = path.read_text("utf-8")
    at = text.index("parties: [")
    path.write_text(text[:at] + "parties: umea-kommun" + text[text.index("]", at) + 1 :], "utf-8")
    before = tree(workspace)
    done = lgd("check", "umea", "--fix", *DAY, cwd=workspace)
    assert done.returncode == 1
    assert done.stderr.endswith(
        "1 finding left as found: the near answer does not fit there.\nNothing to mend.\n"
    )
    assert tree(workspace) == before


def test_a_check_without_it_loads_none_of_it(lgd: Lgd, broken: Path) -> None:
    code = (
        "import sys\nfrom lgdkit.cli.check import check\n"
        "try:\n    check(['umea'], '2026-11-22')\nexcept BaseException:\n    pass\n"
        "print([each for each in ('lgdkit.mending', 'lgdkit.git', 'lgdkit.since', 'lgdkit.read.edit') "
        "if each in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=broken, capture_output=True, text=True, check=True
    )
    assert done.stderr.endswith("[]\n")


def test_a_translation_is_noted(lgd: Lgd, workspace: Path) -> None:
    path = workspace / "umea/last.yaml"
    translated = "{sv: Hamn, en: {text: Port, origin: machine}}"
    path.write_text(f"sources:\n  - {{id: s-1, title: {translated}}}\n", "utf-8")
    shown = lgd("check", "umea", "--diff", *DAY, cwd=workspace)
    assert shown.stderr == "1 translation: to be noted which text it was made from.\n"
    done = lgd("check", "umea", "--fix", *DAY, cwd=workspace)
    assert done.stderr == "1 translation: noted which text it was made from.\n"
    assert "en: {text: Port, origin: machine, of: " in path.read_text("utf-8")
