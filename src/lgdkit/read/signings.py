"""Records of signatures, as they are kept beside the data: lines in, values out, and the other way round.

Each line is a digest, a path and the value at it as JSON; the lines are sorted, so that two branches differ in the
lines of what they changed alone. The digest is that of the JSON: a line that was edited is seen.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from lgdkit.model.signing import FOLDER, Signing

_HEAD = (
    "# What was signed. Written by lgd sign, read by lgd check; commit it with the data and never edit it.\n"
)
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)  (.+)")
_NAME = re.compile(rf"{re.escape(FOLDER)}/([a-z0-9][a-z0-9-]{{0,63}})\.(\d{{4}}-\d\d-\d\d)", re.ASCII)
_MOST_LEVELS = 20
"""No value of the data is nested deeper."""
_SIGNED = "signed"
"""The path of the line on the signing itself."""


def signing_text(signing: Signing) -> bytes:
    """Write the record of a signature."""
    about = {"file": signing.file, "place": signing.place, "sha256": signing.sha256}
    values = {**(signing.agreed or {}), _SIGNED: about}
    return "".join([_HEAD, *(_line(path, values[path]) for path in sorted(values))]).encode()


def read_signings(kept: Mapping[str, bytes]) -> tuple[Signing, ...]:
    """Return the last signing of each deal, in the order of the deals. Never raises.

    Args:
        kept: the texts by their path in the city's folder.
    """
    last: dict[str, Signing] = {}
    for path in sorted(kept):
        signing = read_signing(path, kept[path])
        if signing:
            last[signing.deal] = signing  # of one deal, the days are in order
    return tuple(last[deal] for deal in sorted(last))


def read_signing(path: str, text: bytes) -> Signing | None:
    """Read one record; None where the name is not that of one."""
    match = _NAME.fullmatch(path)
    try:
        day = date.fromisoformat(match[2]) if match else None
    except ValueError:
        day = None
    if match is None or day is None:
        return None
    values: dict[str, Any] = {}
    lines = text.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            found = _LINE.fullmatch(line)
            value = _value(found[3]) if found and _digest(found[3]) == found[1] else None
            if found is None or value is None or not _is_sound(found[2], value):
                return Signing(match[1], day, broken=f"line {number} is not as it was written")
            values[found[2]] = value
    about = values.pop(_SIGNED, None)
    if about is None:
        return Signing(match[1], day, broken="the line on the signature is missing")
    return Signing(match[1], day, about["place"], about["file"], about["sha256"], values)


def _value(text: str) -> Any:
    """Return a value, or None where the text is none; a person may have written text and digest."""
    try:
        value = json.loads(text, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return value if _is_shallow(value, _MOST_LEVELS) else None


def _is_shallow(value: Any, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_is_shallow(each, levels - 1) for each in inner)


def _is_sound(path: str, value: Any) -> bool:
    """Say whether a value has the shape that its path demands, so that it can be compared and shown."""
    kind = path.partition("/")[0]
    if kind in ("commitments", "actions", _SIGNED):
        texts = {"commitments": ("by",), _SIGNED: ("file", "place", "sha256")}.get(kind, ())
        return isinstance(value, dict) and all(isinstance(value.get(each), str) for each in texts)
    return kind == "deals"


def _line(path: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_digest(text)}  {path}  {text}\n"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
