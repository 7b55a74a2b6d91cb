"""A new record in a city's files: where it goes, what the file then says, and what is wrong with it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lgdkit import pipeline
from lgdkit.diagnostics import Diagnostic, Located, Severity
from lgdkit.edit.home import home_of
from lgdkit.edit.insert import inserted
from lgdkit.edit.record import CannotAdd as CannotAdd
from lgdkit.edit.record import Plain as Plain
from lgdkit.edit.record import record_lines
from lgdkit.read.city import read_city

_MODELINE = re.compile(rb"(?:\xef\xbb\xbf)?(# yaml-language-server:[^\r\n]*)")


@dataclass(frozen=True)
class Added:
    """A file with a new record in it."""

    file: str
    text: bytes
    is_new: bool
    """Whether the file is not there yet."""
    errors: tuple[Located, ...]
    """Errors that were not there without the record."""


def added(
    texts: Mapping[str, bytes],
    today: date,
    faults: Iterable[Diagnostic],
    kind: str,
    record: Mapping[str, Any],
    file: str = "",
) -> Added:
    """Add a record to a city's texts.

    Args:
        texts: the texts by their path in the city's folder.
        today: the day that late and past are measured from.
        faults: findings about the folder itself.
        kind: the list that it is for: stakeholders, actions, …
        record: its values; the first is its id.
        file: the file that it goes to; by default, where the city has others of its kind.

    Raises:
        CannotAdd: the file has faults, or is written so that nothing can be put into it safely.
    """
    faults = tuple(faults)
    file = file or home_of(texts, kind, record)
    is_new = file not in texts
    try:
        text = _new_file(texts, file, kind, record) if is_new else inserted(texts[file], kind, record)
    except CannotAdd as reason:
        raise CannotAdd(f"{file}: {reason}") from None
    errors = new_errors(texts, {**texts, file: text}, today, faults)
    return Added(file, text, is_new, errors)


def new_errors(
    before: Mapping[str, bytes], after: Mapping[str, bytes], today: date, faults: Iterable[Diagnostic]
) -> tuple[Located, ...]:
    """Return the errors of a city's texts that were not there before.

    Args:
        before: the texts as they are.
        after: the texts as they would be.
        today: the day that late and past are measured from.
        faults: findings about the folder itself.
    """
    faults = tuple(faults)
    known = Counter(map(_told, _errors(before, today, faults)))
    errors = []
    for each in _errors(after, today, faults):
        if known[_told(each)]:
            known[_told(each)] -= 1
        else:
            errors.append(each)
    return tuple(errors)


def fault_of(kind: str, key: str, value: object) -> str:
    """Say what is wrong with one value of a new record as such, or nothing; references are not looked up."""
    try:
        lines = record_lines(kind, {"id": Plain("new"), key: value} if key != "id" else {key: value})
    except CannotAdd as reason:
        return str(reason)
    text = "\n".join([f"{kind}:", *(f"  {line}" for line in lines)])
    for each in read_city({"new.yaml": text.encode("utf-8")}).findings:
        if key in each.place.keys:
            return " ".join(
                filter(None, (each.message, each.expected and f"Expected: {each.expected}.", each.help))
            )
    return ""


def _new_file(texts: Mapping[str, bytes], file: str, kind: str, record: Mapping[str, Any]) -> bytes:
    """Return a file with the record alone; editors find the schema as in the files beside it."""
    folder = file.rpartition("/")[0]
    found = (_MODELINE.match(text) for other, text in texts.items() if other.rpartition("/")[0] == folder)
    head = next((match[1] + b"\n" for match in found if match), b"")
    return inserted(head, kind, record)


def _errors(texts: Mapping[str, bytes], today: date, faults: tuple[Diagnostic, ...]) -> list[Located]:
    findings = pipeline.check(texts, today, faults).findings
    return [each for each in findings if each.diagnostic.severity is Severity.ERROR]


def _told(found: Located) -> tuple[str, str, str]:
    return found.file, found.diagnostic.rule, found.diagnostic.message
