"""Tables on a terminal."""

import io
import shutil
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lgdkit.cli.terminal import is_styled

_WITHOUT_TERMINAL = 120
_GAP = 2
_LEAST = 6
_DECISION, _COST = 4, 6
_RIGHT = 5
"""From this column on, cells are set to the right: reduction, cost, commitments, deals."""
_FIXED = {"\u00a0": "\ue000", "\u202f": "\ue001"}
"""Spaces at which no line may be broken, each with a sign to stand for it: rich breaks at any space."""


def print_table(title: str, rows: list[list[str]]) -> None:
    """Print rows as a table that fits the terminal.

    The first row holds the heads, a row of one cell begins a group, one that begins with an asterisk is a
    remark. On a narrow terminal the columns of decision and cost are left out: the drafts have them.
    """
    width = _WITHOUT_TERMINAL
    if sys.stdout.isatty():
        width = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=is_styled(), markup=False, highlight=False, emoji=False
    )
    rows = [[_fixed(cell) for cell in row] for row in rows]
    heads = rows[0]
    kept = _columns(width, len(heads))
    widths = _widths([[row[index] for index in kept] for row in rows if len(row) > 1], width)
    console.print(Text(title, style="bold"))
    _print_rows(console, [heads], kept, widths, style="dim")
    group: list[list[str]] = []
    for row in rows[1:]:
        if len(row) > 1:
            group.append(row)
            continue
        _print_rows(console, group, kept, widths)
        group = []
        console.print()
        console.print(Text(row[0], style="dim" if row[0].startswith("*") else "bold"))
    _print_rows(console, group, kept, widths)
    text = out.getvalue()
    for space, sign in _FIXED.items():
        text = text.replace(sign, space)
    sys.stdout.write("".join(f"{line.rstrip(' ')}\n" for line in text.split("\n")[:-1]))


def _fixed(cell: str) -> str:
    for space, sign in _FIXED.items():
        cell = cell.replace(space, sign)
    return cell


def _print_rows(
    console: Console,
    rows: Sequence[Sequence[str]],
    kept: Sequence[int],
    widths: Sequence[int],
    style: str = "",
) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0), style=style)
    for index, width in zip(kept, widths, strict=True):
        table.add_column(justify="right" if index >= _RIGHT else "left", width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[index]) for index in kept))
    console.print(table)


def _columns(width: int, count: int) -> list[int]:
    """Choose the columns: action, lead, period, status, decision, reduction, cost, commitments, deals."""
    dropped = {_DECISION} if width < 110 else set()
    if width < 95:
        dropped |= {_COST}
    return [index for index in range(count) if index not in dropped]


def _widths(cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """Share the terminal's width: each column as wide as its cells, the widest ones shrunk till all fit."""
    columns = list(zip(*cells, strict=True))
    widths = [max(cell_len(each) for each in column) for column in columns]
    least = [
        min(20, max((cell_len(word) for each in column for word in each.split()), default=_LEAST))
        for column in columns
    ]
    while sum(widths) + _GAP * (len(widths) - 1) > total:
        loose = [index for index in range(len(widths)) if widths[index] > least[index]] or range(len(widths))
        widest = max(loose, key=lambda index: widths[index])
        if widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
    return widths
