"""A quicker parser for files in which nothing is wrong, where it is installed (the extra `fast`).

Only plain files come this way: what the quick parser refuses or might read otherwise, and each file with a
record that is not valid, goes to the reference parser, which alone makes findings: none depends on the extra.
"""

import re
from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from lgdkit.diagnostics import Place
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import CityRecord
from lgdkit.read.gathered import Gathered, Raw
from lgdkit.read.signs import CONTROLS, MAX_DIGITS, MAY_HIDE, may_be_deep

try:
    from yaml_rs import loads
except ImportError:  # pragma: no cover - the tests run with the extra
    loads = None  # type: ignore[assignment]

_LONGEST = 256 * 1024
_BEFORE = rb"(?:^|[\s\[{,:?-])"
_FORMS = tuple(
    # each begins with a sign of its own: that is what makes the search quick
    re.compile(form)
    for form in (
        rb"-(?<=\n-)--",  # several documents
        rb":(?<=[\[{, \n]:)",  # texts that begin with a colon
        rb"0(?<=[\s\[{,:?+-]0)[xobXOB]",  # numbers of another base
        rb"\.(?:[iInN]|(?<=\n\.)\.\.)",  # infinity, and what is no number; the end of a document
    )
)
_SOMETIMES = {
    ord(sign): re.compile(form, re.M)
    for sign, form in {
        # each pattern is looked for only where its sign is there at all, which is rare and quick to see
        b"_": rb"_(?:(?<![A-Za-z]_)|(?<=[0-9.][eE]_))",  # underscores in numbers
        b"|": rb"\|(?!-?\n.)",  # bars and arrows that begin no block of text, or an empty one
        b">": rb">(?!-?\n.)",
        b"!": _BEFORE + rb"!",
        b"&": _BEFORE + rb"&",
        b"*": _BEFORE + rb"\*",
        b"?": _BEFORE + rb"\?",
        b"%": rb"^[ -]*%",
        b"#": rb"#(?:[^ ]|(?<=\S#))",
        b"<": rb"<<",  # merge keys
    }.items()
}
_HIDING = frozenset(b"".join(MAY_HIDE))
_NEVER = frozenset(CONTROLS) | frozenset(b"\t\r\\")
"""Tabs, other line ends, escapes, and what no parser takes."""
_PLAIN = bytes(set(range(256)) - _NEVER - _HIDING - set(_SOMETIMES))
"""What says nothing by itself: a text less this is short, and mostly nothing."""
_BEGINNINGS = "|>\n"
"""How a text begins where the quick parser took such a sign for a text, or nothing for an empty line."""
_MAX_NUMBER = 10**MAX_DIGITS


def read_quickly(file: str, raw: bytes, gathered: Gathered) -> bool:
    """Read a file of valid records into what is gathered; say whether that could be done, else nothing is."""
    data = load(raw)
    if not data:
        return False
    records: list[tuple[str, list[Any]]] = []
    city: Raw | None = None
    try:
        for kind, entries in data.items():
            if kind == "city":
                CityRecord.model_validate(entries)
                city = Raw(kind, entries, Place(file, (kind,)))
                continue
            model = LISTS.get(kind) or (Allowance if kind == "allow" else None)
            if model is None or type(entries) is not list:
                return False
            records.append((kind, list(map(model.__pydantic_validator__.validate_python, entries))))
    except ValidationError:
        return False
    if city is not None:
        gathered.city.append(city)
    for kind, found in records:
        gathered.take(kind, file, found)
    return True


def load(raw: bytes) -> Any:
    """Return the data of a plain text, or None where the reference parser must read it."""
    if loads is None or len(raw) > _LONGEST or not _same_for_both(raw) or may_be_deep(raw):
        return None
    try:
        data = loads(raw.decode("utf-8"), parse_datetime=False)
    except ValueError:
        return None
    except RecursionError:  # pragma: no cover - texts that are nested so deeply do not come this way
        return None
    return None if type(data) is not dict or _odd(data.values()) else data


def _same_for_both(raw: bytes) -> bool:
    """Say whether a text holds nothing that the two parsers may take differently."""
    if raw.startswith((b"---", b"...", b"%", b"\xef\xbb\xbf")) or not raw.endswith(b"\n"):
        return False
    for form in _FORMS:
        if form.search(raw):
            return False
    signs = raw.translate(None, _PLAIN)
    if not signs:
        return True
    for sign in set(signs):
        if sign in _NEVER or (_hides(raw) if sign in _HIDING else _SOMETIMES[sign].search(raw)):
            return False
    return True


def _hides(raw: bytes) -> bool:
    from lgdkit.read.look import hides_characters  # only where such a sign is met

    return hides_characters(raw)


def _odd(values: Collection[Any]) -> bool:
    """Say whether the reference parser takes a value otherwise: an empty one, a number of too many digits."""
    for each in values:
        kind = type(each)
        if kind is str:
            if each and each[0] in _BEGINNINGS:
                return True
        elif kind is dict:
            if each and _odd(each.values()):
                return True
        elif kind is list:
            if each and _odd(each):
                return True
        elif (
            each is None
            or (kind is int and abs(each) >= _MAX_NUMBER)
            or (kind is float and len(repr(each)) > MAX_DIGITS)
        ):
            return True
    return False
