"""Rows of plain values as CSV and JSON, in shapes of their own that programs can rely on."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from lgdkit.render.json_text import json_text
from lgdkit.render.plain import HIDDEN

VERSION = 1
"""The version of the JSON shape; it rises when a reader of the old one would break."""

_FORMULA = re.compile("(^[\\s\"']*|[;\t\n][\\s\"']*)(?=[=+\\-@\t\n＝＋－＠])")
"""Where a spreadsheet would begin to read a formula: also after signs at which some of them part cells."""
_HIDDEN = re.compile(f"(?![\t\n])[{HIDDEN}]")


def as_csv(rows: Sequence[Any], kind: type) -> str:
    """Write dataclass rows as CSV with a head line; `kind` is the class of the rows.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, and signs that steer a
    terminal are left out.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [each.name for each in fields(kind)]
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = ";".join(value) if isinstance(value, tuple) else str(value)
    # a carriage return alone ends a row for many readers, and csv writes it without quotes
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORMULA.sub(r"\1'", _HIDDEN.sub("", text))


def as_json(name: str, rows: Sequence[Any]) -> str:
    """Write dataclass rows as JSON: `{"version": 1, "<name>": [...]}`; a missing amount is null."""
    shown = [{each.name: _value(getattr(row, each.name)) for each in fields(row)} for row in rows]
    return json_text({"version": VERSION, name: shown})


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    return list(value) if isinstance(value, tuple) else value
