"""Text from data, made safe for a terminal and a log."""

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Replace characters that could steer a terminal by their number, and signs that steer a CI log.

    Line breaks become spaces. GitHub reads `##[command]` anywhere in a line of a log as an order.
    """
    text = text.replace("\n", " ").replace("\t", " ")
    text = _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    text = text.replace("##[", "# #[")
    return f".{text}" if text.lstrip().startswith("::") else text
