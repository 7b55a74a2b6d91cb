"""What the README shows is what the tool says."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from repository import Repository
from word_editor import remarked, replaced, tracked

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


def broken() -> str:
    return (
        city()
        .replace("lead: lintu-energia", "lead: lintu-energie")
        .replace("ghg: 9 kt/year", "ghg: 90 kt/year")
    )


def test_check(tmp_path: Path) -> None:
    assert run("lgd check lintula", tmp_path, broken()) == SHOWN["lgd check lintula"]


def test_reports(tmp_path: Path) -> None:
    command = "lgd check lintula --format concise --format sarif=lgd.sarif --format junit=lgd.xml"
    assert run(command, tmp_path, broken()) == SHOWN[command]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lgd.sarif", "lgd.xml", "lintula"]


def test_explain(tmp_path: Path) -> None:
    command = "lgd explain end-before-start"
    assert run(command, tmp_path, city()) == SHOWN[command]


def test_the_settings_of_a_city_are_settings(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(city:\n  check:\n.*?)```", README, re.S)
    assert shown is not None
    settings = shown[1].removeprefix("city:\n")
    text = city().replace("  organisation: lintula-city", f"{settings}  organisation: lintula-city")
    assert run("lgd check lintula", tmp_path, text).startswith("No error, no warning.")


def test_the_difference(tmp_path: Path) -> None:
    text = city().replace("lead: lintu-energia", "lead: lintu-energie")
    command = "lgd check lintula --diff"
    assert run(command, tmp_path, text) == "".join(
        f"{line.rstrip()}\n" for line in SHOWN[command].splitlines()
    )


def test_only_what_a_change_brought_in(tmp_path: Path) -> None:
    """The command of the README, with the revision in the place of the one that a shell works out."""
    repository = Repository(tmp_path)
    repository.commit()
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    base = repository.git("merge-base", "origin/main", "HEAD")
    shown = SHOWN['lgd check --since "$(git merge-base origin/main HEAD)"']
    assert run(f"lgd check --since {base}", tmp_path, city()) == shown


def test_what_changed(tmp_path: Path) -> None:
    """A branch in which the partner promises less."""
    repository = Repository(tmp_path)
    repository.write("lintula/lintula.yaml", city())
    repository.commit()
    repository.git("switch", "--quiet", "--create", "partner")
    (tmp_path / "lintula" / "lintula.yaml").unlink()
    (tmp_path / "lintula").rmdir()
    text = city().replace("ghg: 9 kt/year", "ghg: 6.75 kt/year").replace("due: 2029", "due: 2031")
    command = "lgd diff main --city lintula"
    assert run(command, tmp_path, text) == SHOWN[command]


def test_the_example_itself_is_clean(tmp_path: Path) -> None:
    assert run("lgd check lintula", tmp_path, city()).startswith("No error, no warning.")


def test_map(tmp_path: Path) -> None:
    command = "lgd map lintula --lang en"
    assert run(command, tmp_path, city()) == SHOWN[command]


def signed(tmp_path: Path) -> str:
    """Run the command of the README, and return what it printed."""
    (tmp_path / "lintula").mkdir()
    (tmp_path / "signed.pdf").write_bytes(b"signed")
    (tmp_path / "lintula/lintula.yaml").write_text(city() + SIGNATORIES, "utf-8")
    arguments = [sys.executable, "-m", "lgdkit", *SIGN.split()[1:]]
    return subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout


SIGN = "lgd sign lintula heat-deal --date 2026-11-20 --file signed.pdf --at Lintula"
SIGNATORIES = """\
    signatories:
      - {party: lintula-city, position: {fi: kaupunginjohtaja, en: mayor}}
      - {party: lintu-energia, position: {fi: toimitusjohtaja, en: managing director}}
"""


def test_sign(tmp_path: Path) -> None:
    assert signed(tmp_path) == SHOWN[SIGN]
    file = tmp_path / "lintula/lintula.yaml"
    file.write_text(file.read_text("utf-8").replace("ghg: 9 kt/year", "ghg: 8 kt/year"), "utf-8")
    command = "lgd check lintula --format concise --select changed-since-signed"
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == SHOWN[command]


def test_status(tmp_path: Path) -> None:
    command = "lgd status lintula --lang en --date 2029-11-01"
    assert run(command, tmp_path, city()) == SHOWN[command]


def test_new(tmp_path: Path) -> None:
    command = "lgd new lintula --name Lintula --country FI --languages fi,en"
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == SHOWN[command]


def test_the_ci_files_fit_what_the_readme_shows() -> None:
    root = Path(__file__).parents[1]
    shown = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", README, re.S)]
    action = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    [workflow] = [each for each in shown if each and "jobs" in each]
    used = workflow["jobs"]["lgd"]["steps"][-1]
    assert used["uses"].endswith("/lgdkit@main")
    assert {"since", *used["with"]} <= set(action["inputs"])
    [hooks] = [each for each in shown if each and "repos" in each]
    known = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {each["id"] for each in hooks["repos"][0]["hooks"]} == {each["id"] for each in known}


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

    text = re.sub(
        "(?m)^The period of notice is.*", "The notice is six months.", draft.read_text(encoding="utf-8")
    )
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


def test_a_workspace(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(name: The lake towns\n.*?)```", README, re.S)
    assert shown is not None
    folder = tmp_path / "lake-towns"
    folder.mkdir()
    (folder / "lgd.yaml").write_text(shown[1], encoding="utf-8")
    text = city()
    (folder / "lintula").mkdir()
    (folder / "lintula" / "lintula.yaml").write_text(text, encoding="utf-8")
    command = "lgd check lake-towns --format concise"
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
    result = subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert result.stdout == SHOWN[command]


def test_the_comparison(tmp_path: Path) -> None:
    shown = next(each for each in SHOWN if each.startswith("lgd group"))
    command, _, wanted = shown.partition(" | grep ")
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:], "--out", str(tmp_path)]
    printed = subprocess.run(
        arguments, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=True
    ).stdout
    found = [line for line in printed.splitlines() if wanted.strip('"') in line]
    assert found == SHOWN[shown].splitlines()


def test_a_word_file_that_comes_back(tmp_path: Path) -> None:
    pytest.importorskip("pypandoc", reason="the extra docs is not installed")
    run("lgd mou lintula lintu-energia --lang en --to docx", tmp_path, city())
    content = (tmp_path / "lintula/drafts/mou/lintu-energia.heat-deal.en.docx").read_bytes()
    content = tracked(content, "its own decisions", "the decisions of its board")
    content = remarked(content, "Replaces peat by heat pumps.", "All boilers, or only the large ones?")
    (tmp_path / "heat-deal.docx").write_bytes(replaced(content, "9 kt CO₂e", "8 kt CO₂e", 1))
    command = "lgd mou lintula --from heat-deal.docx"
    arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (1, SHOWN[command])


def test_the_sprints_of_the_examples() -> None:
    arguments = [sys.executable, "-m", "lgdkit", "sprint", "examples"]
    root = Path(__file__).parents[1]
    result = subprocess.run(arguments, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True)
    assert result.stdout == SHOWN["lgd sprint examples"]


def test_a_practice(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(practices:\n.*?)```", README, re.S)
    assert shown is not None
    command = "lgd check lintula --severity warning"
    assert run(command, tmp_path, f"{city()}\n{shown[1]}").startswith("No error, no warning.")


def test_take_a_deal_over(tmp_path: Path) -> None:
    """The two commands, one after the other."""
    for name in ("espoo", "umea"):
        left_out = shutil.ignore_patterns("drafts", ".lgd")
        shutil.copytree(Path(__file__).parents[1] / "examples" / name, tmp_path / name, ignore=left_out)
    for command in (
        "lgd replicate espoo/kera-commitment --into umea --role kera-landowners=markägare",
        "lgd check umea --format concise --select role-to-be-found",
    ):
        arguments = [sys.executable, "-m", "lgdkit", *command.split()[1:]]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert done.stdout == SHOWN[command]
