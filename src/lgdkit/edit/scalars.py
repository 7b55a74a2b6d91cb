"""Texts, numbers and keys as they are written: without quotes where no reader needs them, long ones folded."""

import re
from collections.abc import Sequence

from yaml import SafeLoader
from yaml.nodes import ScalarNode

from lgdkit.read.fault import CONTROL
from lgdkit.read.scalar import key_of, scalar
from lgdkit.read.yaml12 import parse

FILL = 100
"""Lines of a long text are filled up to this column."""
_PLAIN = re.compile(r"[^\W\d_](?:[^\n\t\"'\\]*[^\s:])?")
_IN_BRACES = re.compile(r"[,\[\]{}]")
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_ESCAPE = re.compile(r"\\(?:[\"\\]|(.|\n))")
"""An escape; with what it stands for, save where that is the sign itself."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def lines_of(node: ScalarNode, source: str, room: int, width: int) -> list[str]:
    """Write a value behind its key or hyphen: what stands on that line, and the lines below without indentation.

    Args:
        node: the value.
        source: how it is written now.
        room: the characters that are left on the line.
        width: the characters that a line below may have.
    """
    text: str = node.value
    end = "" if text.endswith("\n") else "-"
    if node.style in ("|", ">"):
        own = text.removesuffix("\n").split("\n")
        if node.style == ">":
            own = _refilled(_own_lines(source), width)
        stays = any(own) and _reads(node.style, end, own, text)
        return [f"{node.style}{end}", *own] if stays else [_quoted(text)]
    line = one_line(node, source, in_braces=False)
    if "\n" not in text and (len(line) <= room or not _FOLD.search(text) or not _is_text(node)):
        return [line]
    folded = _folded(text.removesuffix("\n"))
    if (
        "\\" not in source
        and not any(each.endswith((" ", "\t")) for each in folded)
        and CONTROL.search(text) is None
        and _reads(">", end, folded, text)
    ):
        return [f">{end}", *folded]
    return [line]


def one_line(node: ScalarNode, source: str, *, in_braces: bool) -> str:
    """Write a value in one line; between brackets a comma ends a text."""
    text: str = node.value
    if node.style == '"' and any(_ESCAPE.findall(source)):
        # an escape was written for a reason
        return _escaped(text, hidden=True) if "\n" in source else source
    if not node.style and "\n" not in text:
        return text
    if node.style and _needs_no_quotes(text, in_braces=in_braces) and scalar(text) == text:
        return text
    return _quoted(text)


def key(node: ScalarNode, source: str) -> str:
    """Write a key."""
    text: str = node.value
    if not node.style:
        return text
    if _needs_no_quotes(text, in_braces=True) and key_of(text) == text:
        return text
    return source if "\n" not in source else _quoted(text)


def filled(text: str) -> list[str]:
    """Part a text at single spaces into lines of at most `FILL` characters, where that is possible."""
    lines: list[str] = []
    for word in _FOLD.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= FILL:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _is_text(node: ScalarNode) -> bool:
    return node.style is not None or isinstance(scalar(node.value), str)


def _reads(style: str, end: str, lines: Sequence[str], text: str) -> bool:
    """Say whether lines below a key are read as a text."""
    body = "".join(f"  {line}\n" if line else "\n" for line in lines)
    data: object = parse(f"key: {style}{end}\n{body}".encode()).data
    return data == {"key": text}


def _folded(text: str) -> list[str]:
    """Fold a text: a blank line for each of its line ends."""
    lines: list[str] = []
    for part in re.split(r"(\n+)", text):
        lines += [""] * len(part) if part.startswith("\n") else filled(part)
    return lines


def _needs_no_quotes(text: str, *, in_braces: bool) -> bool:
    """Say whether every reader of YAML, of the old kind and the new, takes a text for itself without quotes.

    Texts that begin with a digit keep their quotes: numbers of registers and postal codes are no numbers.
    """
    if not _PLAIN.fullmatch(text) or ": " in text or " #" in text or CONTROL.search(text):
        return False
    if in_braces and (_IN_BRACES.search(text) or text.endswith("?")):
        return False  # some readers take a question mark before a bracket for a mark of its own
    resolvers = SafeLoader.yaml_implicit_resolvers.get(text[0], ())
    return not any(pattern.match(text) for _, pattern in resolvers)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and "\n" not in text and CONTROL.search(text) is None:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return _escaped(text, hidden=False)


def _escaped(text: str, *, hidden: bool) -> str:
    """Write a text in double quotes, if wanted with escapes for what nobody sees, such as a no-break space."""
    signs = (
        _ESCAPES.get(each) or (_number(each) if hidden and not each.isprintable() else each) for each in text
    )
    return f'"{"".join(signs)}"'


def _number(sign: str) -> str:
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _own_lines(source: str) -> list[str]:
    """Return the lines of a folded text as a person broke them, without their indentation."""
    lines = source.rstrip().split("\n")[1:]
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return [line[indent:] if line.strip() else "" for line in lines]


def _refilled(lines: Sequence[str], width: int) -> list[str]:
    """Fill the paragraphs anew in which a line is longer than the width; the others stay."""
    result: list[str] = []
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line:
            paragraph.append(line)
            continue
        # lines that begin with a space are not folded, and stay
        if any(len(each) > width for each in paragraph) and not any(each[0].isspace() for each in paragraph):
            paragraph = filled(" ".join(paragraph))
        result += [*paragraph, ""]
        paragraph = []
    return result[:-1]
