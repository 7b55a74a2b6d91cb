"""A look at the bytes before any parser: what could crash it, hang it, or change the meaning of the rest.

The line breaks are made the same first. YAML 1.1, which the parser knows, also ends a line at U+0085, U+2028
and U+2029; YAML 1.2 does not, so these become spaces, as does every character that the parser would refuse.
"""

import re
from typing import NamedTuple

from lgdkit.diagnostics import Span
from lgdkit.read.fault import CONTROL, Refused, YamlFault, span_at
from lgdkit.read.signs import CONTROLS, MAY_HIDE

MAX_BYTES = 4 * 1024 * 1024
_MARK = b"\xef\xbb\xbf"
_NOT_READ = re.compile("[\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPACED = bytes.maketrans(CONTROLS, b" " * len(CONTROLS))
_ESCAPE = re.compile(rb"\\[0abevxuUNLP]")
_BEFORE = rb"(?:^|[\s\[{,:?-])"
_ODD = re.compile(_BEFORE + rb"(?:&[^\s\[\]{},]|!(?:[\s\[\]{},]|$))", re.M)
_DIRECTIVE = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\n)*%")
_ALIAS = re.compile(_BEFORE + rb"\*[^\s\[\]{},]", re.M)


class Looked(NamedTuple):
    """A text for the parser, and what is known of it."""

    text: bytes
    odd: bool
    """Whether it is to be read with care: hidden characters, escapes, anchors, tags without a name."""
    may_alias: bool
    """Whether it may repeat values, so that a few lines become millions."""


def look(raw: bytes) -> Looked:
    """Make a text ready for the parser.

    Raises:
        Refused: it is too large, it is not UTF-8, or it has directives.
    """
    if len(raw) > MAX_BYTES:
        raise Refused(_too_large())
    text = plain(raw)
    odd = b"\\" in text and _ESCAPE.search(text) is not None
    if len(text.translate(None, CONTROLS)) != len(text):
        odd, text = True, text.translate(_SPACED)
    if not text.isascii():
        try:
            decoded = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refused(_not_utf8(text, error)) from None
        if any(byte in text for byte in MAY_HIDE) and CONTROL.search(decoded):
            odd, text = True, _NOT_READ.sub(" ", decoded).encode("utf-8")
    directive = _DIRECTIVE.match(text) if b"%" in text else None
    if directive:
        raise Refused(_directive(text.count(b"\n", 0, directive.end()) + 1))
    odd = odd or ((b"&" in text or b"!" in text) and _ODD.search(text) is not None)
    may_alias = b"*" in text and b"&" in text and _ALIAS.search(text) is not None
    return Looked(text, odd, may_alias)


def hides_characters(raw: bytes) -> bool:
    """Say whether a text in which one of these bytes stands holds characters that nobody sees, or is no UTF-8."""
    return CONTROL.search(raw.decode("utf-8", "replace")) is not None


def plain(raw: bytes) -> bytes:
    """Take off the byte order mark and end every line with LF."""
    text = raw.removeprefix(_MARK)
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text


def _too_large() -> YamlFault:
    limit = f"{MAX_BYTES // 1048576} MiB"
    advice = "Split it: records of the same kind may stand in several files."
    return YamlFault(
        "file-too-large", Span(1, 1, 2), f"This file has more than {limit}.", f"at most {limit}", advice
    )


def _directive(line: int) -> YamlFault:
    message = "A line that begins with % is a YAML directive."
    advice = "Take the line out; if it is text, indent it."
    return YamlFault("yaml-directive", Span(line, 1, 2), message, "YAML 1.2 without directives", advice)


def _not_utf8(text: bytes, error: UnicodeDecodeError) -> YamlFault:
    before = text[: error.start].decode("utf-8")
    byte = text[error.start]
    advice = "Save the file as UTF-8."
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        advice = f"It looks like UTF-16. {advice}"
    elif byte >= 0xA0:
        advice = f'It looks like Windows-1252, where this byte is "{chr(byte)}". {advice}'
    span = span_at(before, len(before))
    return YamlFault("not-utf8", span, f"The byte 0x{byte:02X} is not UTF-8.", "text in UTF-8", advice)
