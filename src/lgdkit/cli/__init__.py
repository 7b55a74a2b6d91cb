"""The command line: the terminal, the clock and the environment live here alone."""

import gc
import os
import sys

import typer

from lgdkit.cli.check import check
from lgdkit.cli.map import map_
from lgdkit.cli.mou import mou
from lgdkit.cli.roadmap import roadmap
from lgdkit.cli.schema import schema

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
app.command()(check)
app.command("map")(map_)
app.command()(roadmap)
app.command()(mou)
app.command()(schema)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:  # pragma: no cover - answered in __main__ before typer loads
        raise typer.Exit


def run() -> None:
    """Run a command and turn whatever happens into an exit status."""
    gc.disable()  # a run is short and keeps what it makes: collecting would only cost time
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
