"""One document in two languages, side by side: both come from one template, so their parts match."""

import re
from dataclasses import dataclass
from itertools import groupby, zip_longest

_Block = tuple[str, ...]
_Pair = tuple[_Block, _Block]
_HEADING = re.compile(r"(#+) ((?:\d+\. )?)(.*)")
_ENTRY = re.compile(r"- |(\d+\.) ")


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    blocks: tuple[_Block, ...]


def side_by_side(left: str, right: str, names: tuple[str, str]) -> str:
    """Set two Markdown documents side by side.

    Sentences stand in a table with a column for each language. A table becomes one, whose cells hold both
    where they differ: it is filled in and signed once.
    """
    lines: list[str] = []
    for one, other in zip_longest(_sections(left), _sections(right), fillvalue=_Section("", ())):
        if one.heading or other.heading:
            lines += [_heading(one.heading, other.heading), ""]
        for _, group in groupby(_pairs(one.blocks, other.blocks), key=lambda pair: _kind(pair[0] or pair[1])):
            lines += _group(list(group), names)
    return "\n".join(lines).rstrip("\n") + "\n"


def _sections(text: str) -> list[_Section]:
    sections: list[_Section] = []
    heading = ""
    blocks: list[_Block] = []
    for block in text.strip("\n").split("\n\n"):
        if block.startswith("#"):
            if heading or blocks:
                sections.append(_Section(heading, tuple(blocks)))
            heading, blocks = block, []
        else:
            blocks.append(tuple(block.split("\n")))
    return [*sections, _Section(heading, tuple(blocks))]


def _heading(one: str, other: str) -> str:
    first, second = _HEADING.match(one), _HEADING.match(other)
    if first is None or second is None:
        return one or other
    return f"{first[1]} {first[2]}{_both(first[3], second[3])}"


def _both(one: str, other: str) -> str:
    return one if one == other else " / ".join(each for each in (one, other) if each)


def _pairs(left: tuple[_Block, ...], right: tuple[_Block, ...]) -> list[_Pair]:
    """Pair blocks by their place among those of their kind, in the order of the left ones."""
    found: list[_Pair] = []
    rest = list(right)
    for block in left:
        partner = next((each for each in rest if _kind(each) == _kind(block)), ())
        if partner:
            rest.remove(partner)
        found.append((block, partner))
    return [*found, *(((), block) for block in rest)]


def _kind(block: _Block) -> str:
    return "table" if block[0].startswith("|") else "text"


def _group(pairs: list[_Pair], names: tuple[str, str]) -> list[str]:
    if _kind(pairs[0][0] or pairs[0][1]) == "table":
        return [line for pair in pairs for line in (*_table(*pair), "")]
    rows = [row for one, other in pairs for row in _rows(_parts(one), _parts(other))]
    return [_row(names), "| --- | --- |", *(_row(each) for each in rows), ""]


def _parts(block: _Block) -> list[str]:
    """Return the sentences of a paragraph or a quote, or the entries of a list."""
    parts: list[str] = []
    for line in block:
        entry = _ENTRY.match(line)
        if entry:
            parts.append(f"{entry[1] or '•'} {line[entry.end() :]}")
        elif line.startswith(" ") and parts:
            parts[-1] += f" {line.strip()}"
        else:
            parts.append(line.removeprefix("> ").removeprefix(">"))
    return parts


def _rows(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    """Pair sentences; where a language needs more of them for the same, all stand in one row."""
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    return [(" ".join(left), " ".join(right))]


def _row(cells: tuple[str, str]) -> str:
    return f"| {cells[0] or ' '} | {cells[1] or ' '} |"


def _table(left: _Block, right: _Block) -> list[str]:
    """Make one table of two; if they have not the same form, one stands below the other."""
    one, other = ([_cells(line) for line in block] for block in (left, right))
    if [len(each) for each in one] != [len(each) for each in other]:
        return [*left, "", *right] if left and right else [*left, *right]
    return [
        "| " + " | ".join(_both(*pair) or " " for pair in zip(*rows, strict=True)) + " |"
        for rows in zip(one, other, strict=True)
    ]


def _cells(line: str) -> list[str]:
    return [each.strip() for each in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]
