"""The command line: the terminal, the clock and the environment live here alone."""

import importlib
import os
import sys
from collections.abc import Sequence

import typer

COMMANDS = {
    "check": "lgdkit.cli.check:check",
    "map": "lgdkit.cli.map:map_",
    "roadmap": "lgdkit.cli.roadmap:roadmap",
    "mou": "lgdkit.cli.mou:mou",
    "schema": "lgdkit.cli.schema:schema",
}
"""The commands, in the order of the help, each with the function that does it."""

app = typer.Typer(
    name="lgd",
    help="Local Green Deals from data: check a city's files, draw its action inventory, draft its roadmap and agreements.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Documentation and examples: README.md. Exit status: 0 done, 1 findings, 2 wrong use, 3 a fault of lgd.",
)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:  # pragma: no cover - answered in __main__ before typer loads
        raise typer.Exit


def register(arguments: Sequence[str]) -> None:
    """Register the command that the arguments name, or all of them: each costs its loading at every start."""
    named = next((each for each in arguments if each in COMMANDS), None)
    for name in (named,) if named else COMMANDS:
        module, _, function = COMMANDS[name].partition(":")
        app.command(name)(getattr(importlib.import_module(module), function))


def run() -> None:
    """Run a command and turn whatever happens into an exit status."""
    register(sys.argv[1:2])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except BrokenPipeError:
        # the reader of our output has gone; nothing more can be told, and no traceback helps
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("LGD_TRACEBACK"):
            raise
        sys.stderr.write(
            f"lgd: a fault of lgdkit, not of your data: {type(error).__name__}: {str(error)[:200]!r}\n"
            "Please report it, with the output of the same command under LGD_TRACEBACK=1.\n"
        )
        sys.exit(3)
