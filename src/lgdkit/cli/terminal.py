"""What the commands ask of the terminal, the clock and the environment."""

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import NoReturn


def today(given: str | None) -> date:
    """Return the day given with --date, or the clock's."""
    if given is None:
        return date.today()  # noqa: DTZ011 - the day where the person sits
    try:
        return date.fromisoformat(given)
    except ValueError:
        fail(f"--date {given}: not a day; write it as 2026-01-31")


def fail(message: str) -> NoReturn:
    """End with exit status 2: the command was called wrongly."""
    say(f"lgd: {message}")
    stop(2)


def stop(status: int) -> NoReturn:
    """End with an exit status."""
    raise SystemExit(status)


def say(message: str) -> None:
    """Tell the person something that is not the result."""
    sys.stderr.write(f"{message}\n")


def is_styled() -> bool:
    """Say whether colours may be used: only on a terminal, never where NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def colours() -> Callable[[str, str], str]:
    """Return a function that colours a text, or leaves it as it is."""
    if not is_styled():
        return lambda text, colour: text  # noqa: ARG005
    import typer

    return lambda text, colour: typer.style(text, fg=colour, bold=True)


def bold() -> Callable[[str], str]:
    """Return a function that makes a text bold, or leaves it as it is."""
    if not is_styled():
        return lambda text: text
    import typer

    return lambda text: typer.style(text, bold=True)


def width() -> int:
    """Return how many columns the terminal has; 80 where there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
