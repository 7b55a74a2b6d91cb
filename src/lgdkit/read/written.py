"""Values written as YAML, so that they are read as what they are."""

import re

from lgdkit.diagnostics import Entries, Fixed
from lgdkit.read.scalar import scalar

_PLAIN = re.compile(r"[^\W_](?:[\w./%€£+-]| (?! ))*(?<! )")
"""What may stand without quotes in any place, as far as its signs go."""


def written(to: Fixed, style: str | None) -> str:
    """Write a value in one line; a text in quotes of the kind given, or in none where it needs none."""
    if isinstance(to, Entries):
        return "{" + ", ".join(f"{key}: {written(value, None)}" for key, value in to.pairs) + "}"
    if isinstance(to, bool):
        return "true" if to else "false"
    if not isinstance(to, str):
        return repr(to)
    if not style and _PLAIN.fullmatch(to) and scalar(to) == to:
        return to
    if style == "'" or "\\" in to or '"' in to:
        doubled = to.replace("'", "''")
        return f"'{doubled}'"
    return f'"{to}"'
