"""Text from data, made safe for a terminal and a log."""

import re

HIDDEN = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
"""Characters that nobody sees, and that steer a terminal or the order of letters; for a character class."""
_HIDDEN = f"[{HIDDEN}]"
"""Made ready only where there is something to print."""


def visible(text: str) -> str:
    """Replace characters that could steer a terminal by their number, and signs that steer a CI log.

    Line breaks become spaces. GitHub reads `##[command]` anywhere in a line of a log as an order, and
    `::command::` at its start.
    """
    text = inside(text)
    return f".{text}" if text.lstrip().startswith("::") else text


def inside(text: str) -> str:
    """Do the same for a text that stands inside a line."""
    text = text.replace("\n", " ").replace("\t", " ")
    text = re.sub(_HIDDEN, lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.replace("##[", "# #[")
