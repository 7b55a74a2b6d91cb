"""What people did in a Word file with its tracking on, and what they wrote beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from lgdkit.office.from_word import read, rows_of, said, text_of
from lgdkit.office.pieces import folded

_CHANGES: dict[str, Literal["inserted", "deleted"]] = {"insertion": "inserted", "deletion": "deleted"}
_NESTED = frozenset({"Emph", "Strong", "Strikeout", "Underline", "SmallCaps", "Superscript", "Subscript"})


@dataclass(frozen=True, slots=True)
class Remark:
    """A tracked change, or a comment."""

    kind: Literal["inserted", "deleted", "comment"]
    heading: str
    """The heading above it."""
    author: str
    day: str
    """The day, as in 2026-11-29, or nothing."""
    text: str
    """What was inserted, deleted or remarked."""
    about: str = ""
    """Of a comment: the words that it is about."""


def remarks(content: bytes) -> list[Remark]:
    """Return the tracked changes and the comments of a Word file, in the order of its text.

    Raises:
        NoWordFileError: it is no Word file, or too large.
        NotInstalledError: there is no pandoc.
    """
    found: list[Remark] = []
    heading = ""
    for block, inlines in _lines(read(content, "all")):
        if block == "Header":
            heading = text_of(each for each in _flat(inlines) if _change(each) != "deleted")
        found += _of_line(list(_flat(inlines)), heading)
    return found


def _lines(blocks: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Give all that holds text, wherever it stands: what it is, and its inlines."""
    for each in blocks:
        kind, held = each["t"], each.get("c")
        match kind:
            case "Header":
                yield kind, held[2]
            case "Para" | "Plain":
                yield kind, held
            case "BlockQuote":
                yield from _lines(held)
            case "Div" | "Figure":
                yield from _lines(held[-1])
            case "BulletList" | "OrderedList":
                for entry in held if kind == "BulletList" else held[1]:
                    yield from _lines(entry)
            case "Table":
                for cells in rows_of(held):
                    for cell in cells:
                        yield from _lines(cell)
            case _:
                pass


def _flat(inlines: Iterable[Any]) -> Iterator[Any]:
    """Give inlines without what only gives them a form."""
    for each in inlines:
        kind = each["t"]
        if kind in _NESTED:
            yield from _flat(each["c"])
        elif kind in ("Quoted", "Link", "Cite") or (kind == "Span" and not each["c"][0][1]):
            yield from _flat(each["c"][1])
        else:
            yield each


def _classes(inline: Any) -> list[str]:
    classes: list[str] = inline["c"][0][1] if inline["t"] == "Span" else []
    return classes


def _change(inline: Any) -> Literal["inserted", "deleted"] | None:
    return next((_CHANGES[each] for each in _classes(inline) if each in _CHANGES), None)


def _of_line(inlines: list[Any], heading: str) -> list[Remark]:
    """Return what was changed and remarked in one paragraph, heading or cell."""
    found: list[Remark] = []
    open_: dict[str, int] = {}
    before: Remark | None = None
    for each in inlines:
        kind, classes = _change(each), _classes(each)
        values = dict(each["c"][0][2]) if classes else {}
        if "comment-start" in classes:
            open_[values.get("id", "")] = len(found)
            found.append(_remark("comment", heading, values, text_of(each["c"][1])))
        elif "comment-end" in classes:
            open_.pop(values.get("id", ""), None)
        elif kind is not None and said(each):
            new = _remark(kind, heading, values, said(each))
            if before is not None and replace(before, text="") == replace(new, text=""):
                new = replace(new, text=before.text + new.text)
                found.pop()
            found.append(new)
            before = new
            continue
        else:
            for number in open_.values():
                found[number] = replace(found[number], about=found[number].about + said(each))
        before = None
    return [replace(each, text=folded(each.text), about=folded(each.about)) for each in found]


def _remark(
    kind: Literal["inserted", "deleted", "comment"], heading: str, values: dict[str, str], text: str
) -> Remark:
    return Remark(kind, heading, values.get("author", ""), values.get("date", "")[:10], text)
