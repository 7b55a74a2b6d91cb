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
            if found is None or _digest(found[3]) != found[1]:
                return Signing(match[1], day, broken=f"line {number} is not as it was written")
            values[found[2]] = json.loads(found[3])
    about = values.pop(_SIGNED, None)
    if not isinstance(about, dict):
        return Signing(match[1], day, broken="the line on the signature is missing")
    return Signing(match[1], day, about["place"], about["file"], about["sha256"], values)


def _line(path: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_digest(text)}  {path}  {text}\n"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
