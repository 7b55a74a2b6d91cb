"""What a forge runs: the GitHub action, the GitLab job and the pre-commit hook, as far as it goes without one."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PRE_COMMIT = "4.7.0"
SLIP = ("lead: fortum", "lead: fortun")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOB = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))["lgd-check"]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
_DRAWN_OUT = 300

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="the scripts are for bash"
)


def bash(script: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does: bash stops at the first command that fails."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=_DRAWN_OUT, check=False
    )


def source(folder: Path) -> Path:
    """Copy what a forge fetches of lgdkit."""
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def fetched(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where pip found nothing to fetch from; any other failure is one."""
    if done.returncode and re.search(r"No matching distribution|Connection|Temporary failure", done.stderr):
        pytest.skip("pip can fetch nothing here")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def runner(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> tuple[dict[str, str], Path]:
    """The environment of a runner after the first step of the action, and the copy of lgdkit in it."""
    temporary = tmp_path_factory.mktemp("runner")
    ours = source(tmp_path_factory.mktemp("action"))
    env = {name: each for name, each in environment.items() if name not in ("PYTHONPATH", "CI")}
    env |= {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_PATH": str(temporary / "path"),
        "GITHUB_ACTION_PATH": str(ours),
    }
    fetched(bash(ACTION["runs"]["steps"][0]["run"], temporary, env))
    added = (temporary / "path").read_text("utf-8").split()
    return {**env, "PATH": os.pathsep.join([*added, env["PATH"]])}, ours


def check(runner: dict[str, str], city: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the second step with these inputs; return what it said and the summary of the job."""
    step = ACTION["runs"]["steps"][1]
    given = {name: inputs.get(name, each["default"]) for name, each in ACTION["inputs"].items()}
    env = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: given[match[1]], each)
        for name, each in step["env"].items()
    }
    summary = city.parent / "summary.md"
    summary.touch()
    done = bash(step["run"], city, {**runner, **env, "GITHUB_STEP_SUMMARY": str(summary)})
    return done, summary.read_text("utf-8")


def break_(city: Path) -> None:
    file = city / "actions.yaml"
    text = file.read_text("utf-8")
    assert SLIP[0] in text
    file.write_text(text.replace(*SLIP, 1), "utf-8")


@pytest.mark.parametrize("schema", ["vendor.github-actions", "vendor.gitlab-ci"])
def test_valid_for_the_forge(schema: str) -> None:
    file = ROOT / ("action.yml" if "github" in schema else "docs/ci/gitlab.yml")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_inputs_reach_the_script_as_data_alone() -> None:
    """An input that stood in a script would be run as a part of it."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"]]
    assert scripts
    assert not any("${{" in script for script in scripts)


def test_the_action_on_a_clean_city(runner: tuple[dict[str, str], Path], workspace: Path) -> None:
    done, _ = check(runner[0], workspace / "espoo", format="", summary="false")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No error, no warning.")


def test_the_action_on_a_broken_city(runner: tuple[dict[str, str], Path], workspace: Path) -> None:
    break_(workspace / "espoo")
    done, _ = check(runner[0], workspace, path="espoo\n\numea", format="", summary="false")
    assert done.returncode == 1
    assert 'No stakeholder has the id "fortun".' in done.stdout
    assert "Checked 2 cities" in done.stdout


def test_a_path_is_no_option_and_no_command(runner: tuple[dict[str, str], Path], workspace: Path) -> None:
    done, _ = check(runner[0], workspace, path="--help\n$(touch made)", format="", summary="false")
    assert done.returncode == 2
    assert not (workspace / "made").exists()


def test_the_action_as_it_is_used(runner: tuple[dict[str, str], Path], workspace: Path) -> None:
    break_(workspace / "espoo")
    done, summary = check(runner[0], workspace)
    assert done.returncode == 1
    assert re.search(r"^::error .*file=espoo/actions\.yaml,.*line=\d+", done.stdout, re.M)
    assert "fortun" in summary


def test_the_job_for_gitlab(runner: tuple[dict[str, str], Path], workspace: Path) -> None:
    """All of it on clean cities; then on a broken one, with what is installed by then."""
    env, ours = runner
    env = {**env, **JOB["variables"], "LGDKIT": str(ours)}
    fetched_report = workspace / JOB["artifacts"]["reports"]["codequality"]
    clean = bash("\n".join(JOB["script"]), workspace, env)
    fetched(clean)
    assert "Checked 3 cities" in clean.stdout
    assert json.loads(fetched_report.read_text("utf-8")) == []
    break_(workspace / "espoo")
    install, *checks = JOB["script"]
    assert install.startswith("pip install ")
    broken = bash("\n".join(checks), workspace, env)
    assert broken.returncode == 1, broken.stderr
    assert 'No stakeholder has the id "fortun".' in broken.stdout
    assert json.loads(fetched_report.read_text("utf-8"))


def pre_commit() -> Path:
    """Return the real pre-commit; it is put into a folder for caches once for a machine."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lgdkit-tests"
    home = caches / f"pre-commit-{PRE_COMMIT}-{sys.version_info[0]}.{sys.version_info[1]}"
    start = home / "bin" / "pre-commit"
    if start.is_file():
        return start
    caches.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=caches) as work:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "-q",
                "--target",
                f"{work}/lib",
                f"pre-commit=={PRE_COMMIT}",
            ],
            capture_output=True,
            encoding="utf-8",
            timeout=_DRAWN_OUT,
            check=False,
        )
        fetched(done)
        (Path(work) / "bin").mkdir()
        script = f'#!/bin/sh\nPYTHONPATH="{home}/lib" exec "{sys.executable}" -m pre_commit "$@"\n'
        (Path(work) / "bin" / "pre-commit").write_text(script, "utf-8")
        (Path(work) / "bin" / "pre-commit").chmod(0o755)
        if not home.exists():
            shutil.copytree(work, home)
    return start


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_the_hook(tmp_path: Path, workspace: Path, environment: dict[str, str]) -> None:
    start = pre_commit()
    manifest = subprocess.run([start, "validate-manifest", HOOKS], capture_output=True, check=False)
    assert manifest.returncode == 0, manifest.stdout
    (tmp_path / "lgdkit").mkdir()
    ours = source(tmp_path / "lgdkit")

    def commit(folder: Path) -> str:
        git(folder, "init", "-q")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "begin")
        return git(folder, "rev-parse", "HEAD").strip()

    used = {"repo": str(ours), "rev": commit(ours), "hooks": [{"id": "lgd-check"}]}
    (workspace / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [used]}), "utf-8")
    commit(workspace)
    env = {name: each for name, each in environment.items() if name != "PYTHONPATH"}
    env["PRE_COMMIT_HOME"] = str(tmp_path / "home")

    def run() -> subprocess.CompletedProcess[str]:
        command = [str(start), "run", "--all-files", "--color", "never"]
        return subprocess.run(
            command,
            cwd=workspace,
            env=env,
            capture_output=True,
            encoding="utf-8",
            timeout=_DRAWN_OUT,
            check=False,
        )

    clean = run()
    if "CalledProcessError" in clean.stdout and "No matching distribution" in clean.stdout:
        pytest.skip("pre-commit can fetch nothing here")
    assert clean.returncode == 0, clean.stdout
    assert "check Local Green Deal data" in clean.stdout
    assert clean.stdout.rstrip().endswith("Passed")
    break_(workspace / "espoo")
    broken = run()
    assert broken.returncode == 1
    assert 'No stakeholder has the id "fortun".' in broken.stdout


def test_the_hook_is_given_no_names_of_files() -> None:
    """A file is checked with its whole city; pre-commit would part long lists of files into several runs."""
    [hook] = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
