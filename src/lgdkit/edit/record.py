"""A new record as text, in the one layout."""

import json
from collections.abc import Mapping
from typing import Any

from lgdkit.edit.format import formatted
from lgdkit.edit.layout import WIDTH
from lgdkit.read.scalar import scalar
from lgdkit.read.yaml12 import parse


class Plain(str):
    """A value that is written as it was given: a date, a quantity, a code, an id."""

    __slots__ = ()


class CannotAdd(Exception):  # noqa: N818 - a signal: nothing is written
    """A record cannot be added, and why."""


def record_lines(kind: str, record: Mapping[str, Any], *, in_braces: bool = False) -> list[str]:
    """Return the lines of a list with this one record, its first key behind the hyphen.

    Args:
        kind: the list that it is for: stakeholders, actions, …
        record: its values.
        in_braces: whether to write it in one line, if it is short enough.

    Raises:
        CannotAdd: a value cannot be written.
    """
    pairs = [f"{key}: {_written(value)}" for key, value in record.items()]
    body = f"{{{', '.join(pairs)}}}" if in_braces else "\n  ".join(pairs)
    if len(body) > WIDTH and in_braces:
        return record_lines(kind, record)
    laid_out = formatted(f"{kind}:\n- {body}\n".encode("utf-8", "replace"))
    if laid_out.reason:
        raise CannotAdd(laid_out.reason)
    return [line.removeprefix("  ") for line in laid_out.text.decode("utf-8").split("\n")[1:-1]]


def _written(value: Any) -> str:
    """Write a value in the manner of JSON, which YAML reads; the layout takes off what is not needed."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, Plain) and parse(f"[{value}]".encode("utf-8", "replace")).data == [scalar(value)]:
        return value
    return json.dumps(value, ensure_ascii=False)
