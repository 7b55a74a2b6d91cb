"""Tables on a terminal."""

import shutil
import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WITHOUT_TERMINAL = 120


def print_table(title: str, rows: list[list[str]]) -> None:
    """Print rows as a table that fits the terminal; the first row holds the heads, a row of one cell a group.

    On a narrow terminal the columns Decision and Cost are left out: the drafts have them.
    """
    width = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns if sys.stdout.isatty() else _WITHOUT_TERMINAL
    console = Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)
    heads, *rest = rows
    kept = _columns(width, len(heads))
    table = Table(title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for index in kept:
        right = index >= len(heads) - 4
        table.add_column(Text(heads[index]), justify="right" if right else "left", overflow="fold")
    for row in rest:
        if len(row) == 1:
            table.add_section()
            table.add_row(Text(row[0], style="bold"), *([Text("")] * (len(kept) - 1)))
        else:
            table.add_row(*(Text(row[index]) for index in kept))
    console.print(table)


def _columns(width: int, count: int) -> list[int]:
    """Choose the columns: action, lead, period, status, decision, reduction, cost, commitments, deals."""
    dropped = {4} if width < 110 else set()
    if width < 95:
        dropped |= {6}
    return [index for index in range(count) if index not in dropped]
