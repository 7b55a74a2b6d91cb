"""The cases of the gallery, read from their files: one changed line of an example, and its finding.

A case is a file in `cases/`: the city, its file, the line as it `is` and as it `becomes`, and the id of the
finding. Where nothing is said of what it becomes, the line is deleted; `below` is a line put in under it. The
text after `is` may be a part of the line, or have more lines, so that it stands in the file once.

The marks ⟦ and ⟧ show what the finding must point at; where that is another line than the changed one, it is
given as `marked`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lgdkit import disk
from lgdkit.diagnostics import Span

CASES = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_OPEN, _CLOSE = "⟦", "⟧"


@dataclass(frozen=True)
class Case:
    """One changed line, and the finding that it is meant to give."""

    name: str
    city: str
    file: str
    before: str
    after: str | None
    rule: str
    below: str = ""
    marked: str = ""
    encoding: str = "utf-8"


def read_case(path: Path) -> Case:
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    raw["before"], raw["after"] = raw.pop("is"), raw.pop("becomes", None)
    return Case(path.stem, **raw)


def names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml"))


@cache
def city(name: str) -> disk.Folder:
    return disk.read_folder(EXAMPLES / name)


def find(text: str, wanted: str) -> tuple[int, int]:
    """Return where a text stands and how far its lines are indented; it must stand there once."""
    found = {
        position: indent
        for indent in (range(24) if "\n" in wanted else (0,))
        if (position := text.find(indented(wanted, indent))) >= 0
    }
    assert found, f"the example has no text {wanted!r}"
    assert len(found) == 1, f"the text stands at several indentations: {wanted!r}"
    [(position, indent)] = found.items()
    assert text.find(indented(wanted, indent), position + 1) < 0, f"the text stands there twice: {wanted!r}"
    return position, indent


def indented(text: str, indent: int) -> str:
    return text.replace("\n", "\n" + " " * indent)


def mark_in(text: str) -> tuple[str, Span]:
    """Take the marks out of a text and return the place that they showed."""
    assert text.count(_OPEN) == text.count(_CLOSE) == 1, "a case has one place marked with ⟦ and ⟧"
    start = text.index(_OPEN)
    end = text.index(_CLOSE) - 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    plain = text.replace(_OPEN, "").replace(_CLOSE, "")
    return plain, Span(text.count("\n", 0, start) + 1, column, max(column + end - start, column + 1))


def replaced(text: str, before: str, after: str) -> str:
    position, indent = find(text, before)
    return text[:position] + indented(after, indent) + text[position + len(indented(before, indent)) :]


def change(case: Case, text: str) -> tuple[str, Span]:
    """Return the text of the file with the line changed, and the place that the finding must name."""
    if case.after is not None:
        changed = replaced(text, case.before, case.after)
    else:
        start = text.rfind("\n", 0, find(text, case.before)[0]) + 1
        end = text.index("\n", start)
        line = text[start:end]
        indent = line[: len(line) - len(line.lstrip())]
        kept = f"{line}\n{indent}{case.below}\n" if case.below else ""
        changed = text[:start] + kept + text[end + 1 :]
    if case.marked:
        plain = case.marked.replace(_OPEN, "").replace(_CLOSE, "")
        changed = replaced(changed, plain, case.marked)
    return mark_in(changed)


def changed_texts(case: Case) -> tuple[dict[str, bytes], Span]:
    texts = dict(city(case.city).texts)
    text, span = change(case, texts[case.file].decode("utf-8"))
    if case.encoding == "utf-8":
        texts[case.file] = text.encode("utf-8")
    else:  # the changed line alone was pasted in by a program with another encoding
        lines = text.split("\n")
        line = lines[span.line - 1].encode(case.encoding)
        parts = ["\n".join(lines[: span.line - 1]), "\n".join(lines[span.line :])]
        texts[case.file] = b"\n".join([parts[0].encode(), line, parts[1].encode()])
    return texts, span
