"""What the README shows is what the tool says."""

import re
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


def test_drafts_that_survive(tmp_path: Path) -> None:
    """The same edit and the same changes as in the story of docs/drafts.md."""
    merged, conflict = re.findall(
        r"```console\n\$ lgd mou lintula lintu-energia --lang en\n(.*?)```", README, re.S
    )
    run("lgd mou lintula lintu-energia --lang en", tmp_path, city())
    draft = tmp_path / "lintula/drafts/mou/lintu-energia.heat-deal.en.md"
    data = tmp_path / "lintula/lintula.yaml"

    def drafted() -> str:
        arguments = [sys.executable, "-m", "lgdkit", "mou", "lintula", "lintu-energia", "--lang", "en"]
        done = subprocess.run(
            arguments, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return done.stderr.split("To find out")[0]

    text = re.sub("(?m)^With what notice.*", "The notice is six months.", draft.read_text(encoding="utf-8"))
    draft.write_text(text, encoding="utf-8")
    data.write_text(city().replace("due: 2029", "due: 2028"), encoding="utf-8")
    assert drafted() == merged
    data.write_text(
        f"{data.read_text(encoding='utf-8')}    termination: {{notice: 3 months}}\n", encoding="utf-8"
    )
    assert drafted() == conflict


def test_every_command_is_named() -> None:
    from lgdkit.cli import COMMANDS

    assert [name for name in COMMANDS if f"lgd {name}" not in README] == []
