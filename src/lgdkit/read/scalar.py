"""What a plain scalar means by the core schema of YAML 1.2, where `NO` is a text and `012` is twelve."""

import re

from lgdkit.diagnostics import Key
from lgdkit.read.signs import MAX_DIGITS

_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?((?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))(?:[eE][-+]?[0-9]+)?", re.ASCII)
_BASED = re.compile(r"0o[0-7]{1,13}|0x[0-9a-fA-F]{1,12}", re.ASCII)
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
NOT_TEXT = frozenset(("", *"0123456789+-.~nNtTfF"))
"""First characters of what may be anything but a text; an empty one for an empty scalar."""
NUMERIC = frozenset("0123456789+-")


def scalar(text: str) -> object:
    """Return the value of a plain scalar: None, a boolean, a number or the text itself."""
    if text[:1] not in NOT_TEXT:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text) if len(text) <= MAX_DIGITS else text
    if len(text) <= 2 * MAX_DIGITS:
        match = _FLOAT.fullmatch(text)
        if match:
            return float(text) if len(match[1]) <= MAX_DIGITS + 1 else text
        if _BASED.fullmatch(text):
            return int(text, 0)
    return text


def key_of(text: str) -> Key:
    """Return the value of a plain scalar that is a key: a text, or a whole number such as a year."""
    return int(text) if len(text) <= MAX_DIGITS and _INT.fullmatch(text) else text
