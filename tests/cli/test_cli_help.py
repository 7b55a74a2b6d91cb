"""What `lgd` says of itself, and what it loads to say so."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from lgdkit import __version__
from lgdkit.cli import COMMANDS

Lgd = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_of_a_command(lgd: Lgd, command: str, option: str) -> None:
    """Plain text with an example in it, in a CI log too."""
    done = lgd(command, option, env={"GITHUB_ACTIONS": "true", "FORCE_COLOR": "1"} if option == "-h" else {})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: lgd {command} ")
    assert f"\n  Example: lgd {command}" in done.stdout
    assert done.stdout.isascii()
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 80


def test_help(lgd: Lgd) -> None:
    done, short = lgd("--help"), lgd("-h")
    assert (done.returncode, done.stderr) == (0, "")
    assert short.stdout == done.stdout
    for command in COMMANDS:
        assert f"\n  {command} " in done.stdout
    assert "...\n" not in done.stdout.split("Commands:")[1]  # each command's line stands there whole
    assert "Example: lgd check examples/espoo" in done.stdout
    assert "0\n  done, 1 findings, 2 wrong use, 3 a fault of lgd" in done.stdout


def test_nothing_to_do_is_wrong_use(lgd: Lgd) -> None:
    done = lgd()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: lgd ")


def test_a_command_that_does_not_exist(lgd: Lgd) -> None:
    done = lgd("roadmp", "examples/umea")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No such command 'roadmp'. Did you mean 'roadmap'?" in done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["--version", "check"]])
def test_version(lgd: Lgd, arguments: list[str]) -> None:
    done = lgd(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"lgd {__version__}\n", "")


def loaded(environment: dict[str, str], *arguments: str) -> set[str]:
    """Run `lgd` and return what it has loaded by its end."""
    code = (
        "import atexit, os, sys\n"
        "os._exit = sys.exit  # the tool ends without the handlers that look here\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        "sys.argv[0] = 'lgd'\n"
        "from lgdkit.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


HEAVY = {"pydantic", "pydantic_core", "jinja2", "babel", "rich", "yaml", "ruamel", "yaml_rs"}


def test_what_help_loads(environment: dict[str, str]) -> None:
    modules = loaded(environment, "--help")
    assert modules.isdisjoint(HEAVY)
    ours = {name for name in modules if name.startswith("lgdkit.")}
    assert {name.split(".")[1] for name in ours} == {"cli", "__main__"}


def test_what_version_loads(environment: dict[str, str]) -> None:
    modules = loaded(environment, "--version")
    assert modules.isdisjoint({*HEAVY, "typer", "click", "argparse"})
    assert {name for name in modules if name.startswith("lgdkit")} == {"lgdkit", "lgdkit.__main__"}


def test_what_a_check_loads(environment: dict[str, str]) -> None:
    """Drafting costs its loading only where something is drafted."""
    modules = loaded(environment, "check", "examples/umea", "--date", "2026-11-22")
    assert modules.isdisjoint({"jinja2", "babel", "rich", "ruamel", "lgdkit.cli.map", "lgdkit.cli.mou"})
    assert modules.isdisjoint({"json", "xml", "difflib"} - loaded(environment, "--help"))
    assert modules.isdisjoint(
        {"lgdkit.catalogue", "lgdkit.cli.machine", "lgdkit.drafts", "lgdkit.render.report"}
    )


def test_what_a_format_loads(environment: dict[str, str]) -> None:
    """Each format for programs costs its loading only where it is asked for."""
    arguments = ("check", "examples/umea", "--date", "2026-11-22", "--format", "json")
    modules = loaded(environment, *arguments)
    assert "lgdkit.render.findings_json" in modules
    assert modules.isdisjoint({"xml", "lgdkit.render.findings_sarif", "lgdkit.render.findings_junit"})
