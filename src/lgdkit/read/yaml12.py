"""YAML 1.2 text to plain data, by PyYAML's C parser and a constructor of our own.

PyYAML resolves scalars by YAML 1.1, where `NO` is false and `012` is ten. So its resolver is switched off here and plain
scalars are taken by the core schema of YAML 1.2. What could make a parser crash, hang or fill the memory is looked for
in the bytes first.
"""

import operator
import re
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lgdkit.diagnostics import Key, Span

MAX_BYTES = 4 * 1024 * 1024
MAX_EVENTS = 400_000
MAX_DEPTH = 20
_COUNTED_FROM = 256 * 1024
_MANY_BRACKETS = 1000
_MAX_DIGITS = 15

_DEEP_INDENT = re.compile(rb"^[ \t?:-]{60}", re.M)
_MAY_ALIAS = re.compile(rb"(?:^|[\s\[{,:?-])[&*][^\s\[\]{},]", re.M)
_DIRECTIVE = re.compile(rb"^%", re.M)
_MAY_CONTROL = re.compile("[\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\\\\[0abevxuUNLP]")
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that no text needs and that can make a terminal, a browser or a reader see something else."""

_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_BASED = re.compile(r"0o[0-7]{1,13}|0x[0-9a-fA-F]{1,12}", re.ASCII)
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NOT_TEXT = frozenset("0123456789+-.~nNtTfF")


@dataclass(frozen=True, slots=True)
class YamlFault:
    """Something wrong in the text itself; `keys` lead to the value where there is one."""

    rule: str
    span: Span
    message: str
    expected: str = ""
    help: str = ""
    keys: tuple[Key, ...] = ()
    first: Span | None = None


class _Unusual(Exception):  # noqa: N818 - a signal, not an error
    """The quick constructor met something that the careful one must look at."""


class _TooDeep(Exception):  # noqa: N818
    def __init__(self, node: Node) -> None:
        self.node = node


class _Composer(CParser):  # type: ignore[misc]
    """Builds nodes with positions and leaves the meaning of scalars to us."""

    def __init__(self, text: bytes) -> None:
        super().__init__(text)

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Give no tag: a node's tag is then set only where one was written."""

    descend_resolver = staticmethod(operator.is_)  # called for every node: a C function that does nothing
    ascend_resolver = staticmethod(object)


class _GuardedComposer(_Composer):
    """The same, counting how deep the nodes are nested: the C composer would use up the stack."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH + 2 and parent is not None:
            raise _TooDeep(parent)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def scalar(text: str) -> object:
    """Say what a plain scalar is by the core schema of YAML 1.2; a number of more than 15 digits stays a text."""
    if text and text[0] not in _NOT_TEXT:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text) if len(text) <= _MAX_DIGITS else text
    if _FLOAT.fullmatch(text):
        return float(text) if len(text) <= 2 * _MAX_DIGITS else text
    if _BASED.fullmatch(text):
        return int(text, 0)
    return text


def _build(node: Node) -> Any:
    """Construct plain data quickly.

    Raises:
        _Unusual: there is something to report.
    """
    if node.tag is not None:
        raise _Unusual
    kind = type(node)
    if kind is ScalarNode:
        value: str = node.value
        if node.style:
            return value
        found = scalar(value)
        if found is None:
            raise _Unusual
        return found
    if kind is MappingNode:
        data: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode or key_node.tag is not None:
                raise _Unusual
            key = key_node.value
            if not key_node.style and _INT.fullmatch(key):
                key = scalar(key)
            if key in data or key == "<<":
                raise _Unusual
            data[key] = _build(value_node)
        return data
    return [_build(each) for each in node.value]


def span_of(node: Node) -> Span:
    """Return the stretch of the first line that a node covers."""
    start, end = node.start_mark, node.end_mark
    column = start.column + 1
    if end is not None and end.line == start.line:  # a node that is still being built has no end
        return Span(start.line + 1, column, max(end.column + 1, column + 1))
    return Span(start.line + 1, column, 0)


class _Careful:
    """Constructs the same data and notes every fault with its keys."""

    def __init__(self) -> None:
        self.faults: list[YamlFault] = []

    def build(self, node: Node, keys: tuple[Key, ...]) -> Any:
        """Construct one value; what cannot be is None, and has a fault."""
        if node.tag is not None:
            self._note("yaml-tag", node, keys, f'The tag "{node.tag}" has no meaning here.', "plain YAML", "Take it out.")
            return None
        if len(keys) > MAX_DEPTH:
            self._note(
                "too-deep", node, keys, f"This is nested more than {MAX_DEPTH} levels deep.", "the levels of the format", ""
            )
            return None
        if isinstance(node, ScalarNode):
            return self._scalar(node, keys)
        if isinstance(node, SequenceNode):
            return [self.build(each, (*keys, index)) for index, each in enumerate(node.value)]
        return self._mapping(node, keys)

    def _scalar(self, node: ScalarNode, keys: tuple[Key, ...]) -> object:
        if not node.style:
            found = scalar(node.value)
            if found is None:
                name = f'"{keys[-1]}"' if keys and isinstance(keys[-1], str) else "This entry"
                self._note(
                    "empty-value",
                    node,
                    keys,
                    f"{name} has no value.",
                    "a value after it",
                    'Write the value, or take the line out. What is not known is {not_quantified: "why"}.',
                )
            return self._clean(node, keys) if isinstance(found, str) else found
        return self._clean(node, keys)

    def _clean(self, node: ScalarNode, keys: tuple[Key, ...]) -> str:
        text: str = node.value
        bad = CONTROL.search(text)
        if bad:
            self._note(
                "control-character",
                node,
                keys,
                f"This text holds the invisible character U+{ord(bad[0]):04X}.",
                "letters, signs and line breaks",
                "Delete the character; it may have come in by copying.",
            )
            text = CONTROL.sub("", text)
        return text

    def _mapping(self, node: MappingNode, keys: tuple[Key, ...]) -> dict[Any, Any]:
        data: dict[Any, Any] = {}
        seen: dict[Any, Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.tag is not None:
                self._note(
                    "yaml-key",
                    key_node,
                    keys,
                    "A mapping or a list stands where a key should be.",
                    "a key: a word",
                    "If this is meant as a text with braces or brackets, put it in quotes.",
                )
                continue
            key: Any = scalar(key_node.value) if not key_node.style else key_node.value
            if not isinstance(key, int) or isinstance(key, bool):
                key = CONTROL.sub("\ufffd", key_node.value)
            if key == "<<":
                self._note(
                    "yaml-alias",
                    key_node,
                    keys,
                    "Merge keys (<<) are not used here.",
                    "every value written where it belongs",
                    "Write the values out.",
                )
                continue
            if key in seen:
                self.faults.append(
                    YamlFault(
                        "duplicate-key",
                        span_of(key_node),
                        f'The key "{key}" stands twice in the same mapping.',
                        "each key once",
                        "Join the two, or take one out.",
                        (*keys, key),
                        span_of(seen[key]),
                    )
                )
                continue
            seen[key] = key_node
            before = len(self.faults)
            value = self.build(value_node, (*keys, key))
            if value is not None or before == len(self.faults):
                data[key] = value
        return data

    def _note(
        self, rule: str, node: Node, keys: tuple[Key, ...], message: str, expected: str, way_out: str
    ) -> None:
        span = span_of(node)
        self.faults.append(YamlFault(rule, span, message, expected, way_out, keys))


def compose(text: bytes) -> Node | None:
    """Build the nodes of a text, in which every value has its position.

    Raises:
        yaml.YAMLError: it is not YAML.
        _TooDeep: it is nested deeper than any record.
    """
    composer = _GuardedComposer if _suspicious(text) else _Composer
    loader = composer(text)
    try:
        return loader.get_single_node()  # type: ignore[no-any-return]
    finally:
        loader.dispose()


def _suspicious(text: bytes) -> bool:
    return text.count(b"[") + text.count(b"{") > _MANY_BRACKETS or _DEEP_INDENT.search(text) is not None


def parse(text: bytes) -> tuple[Any, list[YamlFault]]:
    """Read YAML text; the data is None where the text as a whole cannot be read. Never raises."""
    try:
        return _parse(text)
    except _TooDeep as deep:
        span = span_of(deep.node)
        return None, [YamlFault("too-deep", span, f"This is nested more than {MAX_DEPTH} levels deep.")]
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text)]
    except (ValueError, RecursionError, MemoryError, OverflowError, AttributeError) as error:
        message = f"This file cannot be read ({type(error).__name__})."
        return None, [YamlFault("yaml-syntax", Span(1, 1, 2), message, "YAML 1.2")]


def _parse(text: bytes) -> tuple[Any, list[YamlFault]]:
    if len(text) > MAX_BYTES:
        message = f"This file has {len(text) / 1048576:.1f} MiB."
        way_out = "Split it: records of the same kind may stand in several files."
        return None, [YamlFault("file-too-large", Span(1, 1, 2), message, f"at most {MAX_BYTES // 1048576} MiB", way_out)]
    text = text.removeprefix(b"\xef\xbb\xbf")
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_encoding_fault(text, error.start)]
    refused = _refused(text)
    if refused:
        return None, [refused]
    node = compose(text)
    if node is None:
        return {}, []
    if _MAY_CONTROL.search(decoded) is None:
        try:
            return _build(node), []
        except (_Unusual, RecursionError):
            pass
    careful = _Careful()
    data = careful.build(node, ())
    return data, careful.faults


def _refused(text: bytes) -> YamlFault | None:
    """Look for what could use up the machine, or change the meaning of the rest, before anything is built."""
    directive = _DIRECTIVE.search(text)
    if directive:
        line = text.count(b"\n", 0, directive.start()) + 1
        return YamlFault(
            "yaml-directive",
            Span(line, 1, 2),
            "A line that begins with % is a YAML directive.",
            "YAML 1.2 without directives",
            "Take the line out; if it is text, indent it.",
        )
    if len(text) > _COUNTED_FROM:
        counter = _Composer(text)
        events = counter.raw_parse()
        counter.dispose()
        if events > MAX_EVENTS:
            return YamlFault(
                "file-too-large",
                Span(1, 1, 2),
                "This file holds too many values.",
                f"at most {MAX_EVENTS // 2}",
                "Split it: records of the same kind may stand in several files.",
            )
    return _alias(text) if _MAY_ALIAS.search(text) else None


def _alias(text: bytes) -> YamlFault | None:
    loader = _Composer(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.AliasEvent):
                mark = event.start_mark
                return YamlFault(
                    "yaml-alias",
                    Span(mark.line + 1, mark.column + 1, event.end_mark.column + 1),
                    f'The alias "*{event.anchor}" repeats a value from elsewhere.',
                    "every value written where it belongs",
                    "Write the value out; if it is text, put it in quotes.",
                )
    finally:
        loader.dispose()
    return None


def _encoding_fault(text: bytes, position: int) -> YamlFault:
    line = text.count(b"\n", 0, position) + 1
    start = text.rfind(b"\n", 0, position) + 1
    column = len(text[start:position].decode("utf-8", "replace")) + 1
    way_out = "Save the file as UTF-8."
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        way_out = "It looks like UTF-16. Save the file as UTF-8."
    return YamlFault(
        "not-utf8",
        Span(line, column, column + 1),
        f"The byte 0x{text[position]:02X} is not UTF-8.",
        "text in UTF-8",
        way_out,
    )


_MISTAKES = (
    (
        "mapping values are not allowed",
        "A colon followed by a space cannot stand here.",
        "Put the text in quotes if the colon belongs to it; else look at the indentation.",
    ),
    (
        "cannot start any token",
        "This character cannot begin a value.",
        "Put the text in quotes. For indentation use spaces, never tabs.",
    ),
    ("found unexpected end of stream", "A quote is opened and never closed.", "Close it."),
    ("did not find expected key", "This line does not fit the lines above it.", "Look at its indentation, and at quotes inside quotes."),
    ("did not find expected '-' indicator", "This line does not fit the list above it.", "Begin each entry with a hyphen, at the same indentation."),
    ("did not find expected ',' or", "A list or mapping in brackets is not closed.", "Put a comma between the entries and close the bracket."),
    ("could not find expected ':'", "This line has no colon, or a quote or bracket before it is not closed.", "Write key: value."),
    ("expected a single document", "A second YAML document begins here.", "Take the line --- out, or put the rest in a file of its own."),
    ("block sequence entries are not allowed", "A list cannot begin here.", "Put the list on the next line, indented."),
    ("found unknown escape character", "A backslash in double quotes begins an escape that YAML does not know.", "Use single quotes, or write two backslashes."),
    ("control characters are not allowed", "A control character stands in the text.", "Delete it; it may have come in by copying."),
    ("tab", "A tab stands in the indentation.", "Use spaces."),
)


def _syntax_fault(error: yaml.YAMLError, text: bytes) -> YamlFault:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = min(getattr(error, "position", 0) or 0, len(text))
        line = text.count(b"\n", 0, position) + 1
        column = position - text.rfind(b"\n", 0, position)
    context = str(getattr(error, "context", None) or "")
    for sign, message, way_out in _MISTAKES:
        if sign in problem or sign in context:
            return YamlFault("yaml-syntax", Span(line, column, column + 1), message, "YAML 1.2", way_out)
    detail = f"This is not YAML: {CONTROL.sub('', problem)[:80]}."
    return YamlFault("yaml-syntax", Span(line, column, column + 1), detail, "YAML 1.2")
