"""What the README shows is what the tool says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
CITY = re.search(r"```yaml\n(city:.*?)```", README, re.S)
SHOWN = dict(re.findall(r"```console\n\$ (lgd [^\n]+)\n(.*?)```", README, re.S))


def run(command: str, folder: Path, text: str) -> str:
    (folder / "lintula").mkdir()
    (folder / "lintula" / "lintula.yaml").write_text(text, encoding="utf-8")
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
    result = subprocess.run(
        arguments, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return "\n".join(line.rstrip() for line in result.stdout.splitlines()) + "\n"


def city() -> str:
    assert CITY is not None
    return CITY[1]


def test_check(tmp_path: Path) -> None:
    text = (
        city()
        .replace("lead: lintu-energia", "lead: lintu-energie")
        .replace("ghg: 9 kt/year", "ghg: 90 kt/year")
    )
    assert run("lgd check lintula", tmp_path, text) == SHOWN["lgd check lintula"]


def test_the_example_itself_is_clean(tmp_path: Path) -> None:
    assert run("lgd check lintula", tmp_path, city()).startswith("No finding.")


def test_map(tmp_path: Path) -> None:
    command = "lgd map lintula --lang en"
    assert run(command, tmp_path, city()) == SHOWN[command]


def test_records_are_added(tmp_path: Path) -> None:
    """The commands follow each other; the city has no error then, and is in the one layout."""
    block = re.search(r"```sh\n(lgd add .*?)```", README, re.S)
    assert block
    run("lgd fmt lintula", tmp_path, city())
    for command in block[1].splitlines():
        arguments = [sys.executable, "-m", "lgdkit", *shlex.split(command)[1:]]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "lintula/lintula.yaml\n"), done.stderr
    for last in ("check", "fmt --check"):
        arguments = [sys.executable, "-m", "lgdkit", *last.split(), "lintula"]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "error[" not in done.stdout
        assert done.returncode == 0 or last == "check", done.stdout


def test_every_command_is_named() -> None:
    from lgdkit.cli import COMMANDS

    assert [name for name in COMMANDS if f"lgd {name}" not in README] == []
