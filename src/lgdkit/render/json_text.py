"""Values as JSON that steers neither a terminal nor a log."""

import json
import re

from lgdkit.render.plain import HIDDEN

_UNSEEN = re.compile(f"(?!\n)[{HIDDEN}]|##(?=\\[)")


def json_text(value: object) -> str:
    """Write a value as JSON: what nobody sees stands by its number, and so does what orders a CI log about.

    To a program it is the same text.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda match: "".join(map(_numbered, match[0])), text) + "\n"


def _numbered(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if sign == "#" else json.dumps(sign)[1:-1]
