"""Questions on a terminal, until the answer is right."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from lgdkit.cli.terminal import say
from lgdkit.render.plain import visible

T = TypeVar("T")
_MOST = 30


def can_ask() -> bool:
    """Say whether a person sits in front of it."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(words: str, read: Callable[[str], T], usual: str | None = None) -> T:
    """Ask until an answer can be read; `usual` is the answer of one who only presses Enter."""
    while True:
        try:
            return read(str(typer.prompt(words, default=usual, show_default=bool(usual), err=True)))
        except ValueError as error:
            say(f"  {visible(str(error))}")


def show(choices: Sequence[tuple[str, str]]) -> None:
    """Show what may be answered, each with its number and a word on it."""
    width = max((len(code) for code, _ in choices), default=0)
    for number, (code, name) in enumerate(choices[:_MOST], 1):
        line = f"  {number:>2}  {code.ljust(width)}  {visible(name)}".rstrip()
        say(line if len(line) < 80 else f"{line[:78]}…")
    if len(choices) > _MOST:
        say(f"      and {len(choices) - _MOST} more: write the id")
