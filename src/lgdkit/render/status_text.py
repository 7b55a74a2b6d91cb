"""How deals stand, for a terminal: aligned columns, long texts cut at the width."""

from collections.abc import Sequence

from lgdkit.render.plain import visible
from lgdkit.render.status_sections import Section, sections, title
from lgdkit.view.status import Status

_GAP = "  "
_LEAST = 12
"""The last column is cut to no less than this."""


def status_text(found: Sequence[Status], width: int) -> str:
    """Write the cities one below the other, in lines of at most so many signs where that can be."""
    return "\n".join(_city(each, width) for each in found)


def _city(status: Status, width: int) -> str:
    parts = [f"{visible(title(status))}\n"]
    parts += [_section(each, width) for each in sections(status)]
    return "\n".join(parts)


def _section(section: Section, width: int) -> str:
    if not section.rows:
        return f"{section.title}\n{_GAP}{section.remark}\n"
    rows = [section.heads, *(tuple(visible(cell) for cell in row) for row in section.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(section.heads))]
    room = width - sum(widths[:-1]) - len(_GAP) * len(widths)
    widths[-1] = max(_LEAST, min(widths[-1], room))
    lines = [_line(row, widths, section.right) for row in rows]
    return "\n".join([section.title, *lines]) + "\n"


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    *first, last = row
    cells = [
        cell.rjust(width) if number in right else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(first, widths, strict=False), 1)
    ]
    cells.append(_cut(last, widths[-1]).rjust(widths[-1] if len(row) in right else 0))
    return (_GAP + _GAP.join(cells)).rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
