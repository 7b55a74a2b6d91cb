"""The commands as typer knows them; `lgd check` of paths alone does without."""

import importlib
from collections.abc import Sequence

import typer

from lgdkit.cli import COMMANDS

app = typer.Typer(
    name="lgd",
    help=(
        "Local Green Deals from data: check a city's files, draw its action inventory, "
        "draft its roadmap and agreements."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Example: lgd check examples/espoo. Documentation: README.md. "
        "Exit status: 0 done, 1 findings, 2 wrong use, 3 a fault of lgd."
    ),
)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:
        from lgdkit import __version__

        typer.echo(f"lgd {__version__}")
        raise typer.Exit


def register(arguments: Sequence[str]) -> None:
    """Register the command that the arguments name, or all of them: each costs its loading at every start."""
    named = next((each for each in arguments if each in COMMANDS), None)
    for name in (named,) if named else COMMANDS:
        place, summary = COMMANDS[name]
        module, _, function = place.partition(":")
        target = getattr(importlib.import_module(module), function)
        if isinstance(target, typer.Typer):
            app.add_typer(target, name=name, short_help=summary)
        else:
            app.command(name, short_help=summary)(target)
