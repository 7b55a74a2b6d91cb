"""The comparison of cities on a terminal."""

import io
import shutil
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lgdkit.cli.terminal import is_styled

_WITHOUT_TERMINAL = 120
_GAP = 2
_MOST_FIRST = 40


def print_comparison(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Print rows as tables with one set of columns, as wide as the terminal allows.

    A row of one cell is a heading; one that begins with an asterisk is a remark.
    """
    width = _WITHOUT_TERMINAL
    if sys.stdout.isatty():
        width = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=is_styled(), markup=False, highlight=False, emoji=False
    )
    if title:
        console.print(Text(title, style="bold"))
    columns = max(map(len, rows), default=1)
    first = min(_MOST_FIRST, width // (columns + 1) + _GAP * columns)
    each = max(6, (width - first) // max(1, columns - 1) - _GAP)
    held: list[Sequence[str]] = []
    for row in [*rows, [""]]:
        if len(row) > 1:
            held.append(row)
            continue
        _print(console, held, first, each)
        held = []
        if row[0].startswith("*"):
            console.print(Padding(Text(row[0].removeprefix("*").strip()), (0, 0, 0, 2)))
        elif row[0]:
            console.print()
            console.print(Text(row[0], style="bold"))
    sys.stdout.write("".join(f"{line.rstrip(' ')}\n" for line in out.getvalue().split("\n")[:-1]))


def _print(console: Console, rows: Sequence[Sequence[str]], first: int, each: int) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    table.add_column(width=first, overflow="fold")
    for _ in rows[0][1:]:
        table.add_column(justify="right", width=each, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
