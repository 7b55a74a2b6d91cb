"""A quicker parser for files in which nothing is wrong, where it is installed (the extra `fast`).

Only plain files come this way: what the quick parser refuses or might read otherwise, and each file with a
record that is not valid, goes to the reference parser, which alone makes findings: none depends on the extra.
"""

import re
from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from lgdkit.diagnostics import Place
from lgdkit.model.city import LISTS
from lgdkit.read.fault import Refused
from lgdkit.read.gathered import Gathered, settle
from lgdkit.read.look import look
from lgdkit.read.nodes import indented_deeply
from lgdkit.read.scalar import MAX_DIGITS

try:
    from yaml_rs import loads
except ImportError:  # pragma: no cover - the tests run with the extra
    loads = None  # type: ignore[assignment]

_LONGEST = 256 * 1024
_BEFORE = rb"(?:^|[\s\[{,:?-])"
_NEVER = (b"\t", b"\\")
_FORMS = tuple(
    # each begins with a sign of its own: that is what makes the search quick
    re.compile(form)
    for form in (
        rb"<<",  # merge keys
        rb"\n(?:---|\.\.\.)",  # several documents
        rb":(?<=[\[{, \n]:)",  # texts that begin with a colon
        rb"0(?<=[\s\[{,:?+-]0)[xobXOB]",  # numbers of another base
        rb"\.[iInN]",  # infinity, and what is no number
        rb"_(?<![A-Za-z]_)",  # underscores in numbers
        rb"[|>](?!-?\n.)",  # bars and arrows that begin no block of text, or an empty one
    )
)
_SOMETIMES = tuple(
    {
        # each pattern is looked for only where its sign is there at all, which is rare and quick to see
        b"!": re.compile(_BEFORE + rb"!", re.M),
        b"&": re.compile(_BEFORE + rb"&", re.M),
        b"*": re.compile(_BEFORE + rb"\*", re.M),
        b"?": re.compile(_BEFORE + rb"\?", re.M),
        b"%": re.compile(rb"^[ -]*%", re.M),
        b"#": re.compile(rb"[^\s]#|#[^ ]"),
    }.items()
)
_BEGINNINGS = frozenset("|>\n")
"""How a text begins where the quick parser took such a sign for a text, or nothing for an empty line."""
_MAX_NUMBER = 10**MAX_DIGITS


def read_quickly(file: str, raw: bytes, gathered: Gathered) -> bool:
    """Read a file of valid records into what is gathered; say whether that could be done, else nothing is."""
    data = load(raw)
    if not data:
        return False
    records: list[tuple[str, str, Place, Any]] = []
    for kind, entries in data.items():
        model = LISTS.get(kind)
        if model is None or type(entries) is not list:
            return False
        validate = model.__pydantic_validator__.validate_python
        place = Place(file, (kind,))
        try:
            for index, entry in enumerate(entries):
                record = validate(entry)
                records.append((kind, record.id, place.at(index), record))
        except ValidationError:
            return False
    for kind, name, place, record in records:
        gathered.declare(kind, name, place)
        settle(record, place, frozenset())
        gathered.records[kind].append(record)
    return True


def load(raw: bytes) -> Any:
    """Return the data of a plain text, or None where the reference parser must read it."""
    if loads is None or len(raw) > _LONGEST or not _same_for_both(raw) or indented_deeply(raw):
        return None
    try:
        looked = look(raw)
        if looked.odd or looked.may_alias:
            return None
        data = loads(looked.text.decode("utf-8"), parse_datetime=False)
    except (Refused, ValueError):
        return None
    except RecursionError:  # pragma: no cover - texts that are nested so deeply do not come this way
        return None
    return None if type(data) is not dict or _odd(data.values()) else data


def _same_for_both(raw: bytes) -> bool:
    """Say whether a text holds nothing that the two parsers may take differently."""
    if raw.startswith((b"---", b"...", b"%")) or not raw.endswith(b"\n"):
        return False
    for sign in _NEVER:
        if sign in raw:
            return False
    for form in _FORMS:
        if form.search(raw):
            return False
    forms = [form for sign, form in _SOMETIMES if sign in raw]
    return not forms or not any(form.search(raw) for form in forms)


def _odd(values: Collection[Any]) -> bool:
    """Say whether the reference parser takes a value otherwise: an empty one, a number of too many digits."""
    if None in values:
        return True
    for each in values:
        kind = type(each)
        if kind is str:
            if each[:1] in _BEGINNINGS:
                return True
        elif kind is dict:
            if _odd(each.values()):
                return True
        elif kind is list:
            if _odd(each):
                return True
        elif (kind is int and abs(each) >= _MAX_NUMBER) or (kind is float and len(repr(each)) > MAX_DIGITS):
            return True
    return False
