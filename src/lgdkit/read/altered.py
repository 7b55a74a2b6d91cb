"""What plain data is after a mend: the measure for whether a text was mended rightly."""

from collections.abc import Iterable
from typing import Any

from lgdkit.diagnostics import Entries, Fix, Fixed, Key
from lgdkit.read.fault import CONTROL


def altered(data: Any, fixes: Iterable[Fix]) -> Any:
    """Return data with fixes made; the data itself stays as it is."""
    for fix in sorted((each for each in fixes if not each.place.span), key=_order):
        data = _made(data, fix.place.keys, fix)
    return data


def without_hidden(data: Any) -> Any:
    """Return data without hidden characters and spaces: the reader puts a space for some of them."""
    if isinstance(data, str):
        return "".join(CONTROL.sub("", data).split())
    if isinstance(data, dict):
        return {without_hidden(key): without_hidden(each) for key, each in data.items()}
    return [without_hidden(each) for each in data] if isinstance(data, list) else data


def _order(fix: Fix) -> tuple[int, bool, bool, int]:
    """Put inner places first, keys after values, and what is taken out last, from the end of its list."""
    last = fix.place.keys[-1] if fix.place.keys else 0
    return -len(fix.place.keys), fix.place.on_key, fix.to is None, -last if isinstance(last, int) else 0


def _made(data: Any, keys: tuple[Key, ...], fix: Fix) -> Any:
    """Return a copy of data with one fix made, or the data itself where the keys lead nowhere."""
    if not keys or (keys == ("id",) and isinstance(data, str)):
        return _value(fix.to)
    key, inner = keys[0], keys[1:]
    if isinstance(data, dict) and not inner and fix.is_new:
        return _with(data, key, fix)
    if isinstance(data, dict) and key in data:
        if not inner and fix.place.on_key:
            return {fix.to if each == key else each: value for each, value in data.items()}
        value = _made(data[key], inner, fix)
        if fix.to is None and len(inner) == 1 and value == []:
            return {each: other for each, other in data.items() if each != key}
        return {**data, key: value}
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        if not inner and fix.to is None:
            return data[:key] + data[key + 1 :]
        return [*data[:key], _made(data[key], inner, fix), *data[key + 1 :]]
    return data


def _value(to: Fixed | None) -> Any:
    if isinstance(to, Entries):
        return dict(to.pairs)
    return list(to) if isinstance(to, tuple) else to


def _with(data: dict[Any, Any], key: Key, fix: Fix) -> dict[Any, Any]:
    """Return a mapping with a new key: below the one that the fix names, else below all others."""
    new = {key: _value(fix.to)}
    if fix.after not in data:
        return {**data, **new}
    entries = list(data.items())
    place = list(data).index(fix.after) + 1
    return {**dict(entries[:place]), **new, **dict(entries[place:])}
