"""From nodes to plain data, with care: every mistake is noted with its place, and the rest is read."""

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lgdkit.diagnostics import Key, Span
from lgdkit.model.fault import cut
from lgdkit.read.fault import CONTROL, MAX_DEPTH, Refused, YamlFault, span_at, too_deep
from lgdkit.read.nodes import span_of
from lgdkit.read.scalar import key_of, scalar
from lgdkit.vocab.language import LANGUAGES

MAX_FAULTS = 100
_MAX_HIDDEN = 20
_NO_NAME = re.compile(r"[^\w-]")
_LONGEST_NAME = 200


class Careful:
    """Constructs the same data and notes every fault with its keys."""

    def __init__(self, raw: str, text: str, node: Node | None = None) -> None:
        """Take the text as it was written and as the parser took it, and what it holds; places are the same."""
        self._text = text
        self._aliased = frozenset(self._aliases(node))
        self.faults: list[YamlFault] = []
        self._hidden = frozenset(filter(CONTROL.match, set(raw)))
        if self._hidden:
            self._note_hidden(raw)

    def _note_hidden(self, raw: str) -> None:
        """Note the first hidden character of each line, for so many lines as a person wants to see."""
        end = -1
        noted = 0
        for match in CONTROL.finditer(raw):
            if match.start() <= end:
                continue
            if noted == _MAX_HIDDEN:
                self.faults[-1] = self.faults[-1]._replace(message="More invisible characters stand below.")
                return
            noted += 1
            end = raw.find("\n", match.start()) % (len(raw) + 1)
            self._note("control-character", span_at(raw, match.start()), *_hidden(match[0]))

    def build(self, node: Any, keys: tuple[Key, ...] = ()) -> Any:
        """Construct one value; what cannot be is None, and has a fault.

        Raises:
            Refused: there are too many faults.
        """
        if self._repeats(node, keys):
            return None
        if node.tag is not None:
            self._note("yaml-tag", span_of(node), *_tag(node.tag), keys)
            return None
        if len(keys) > MAX_DEPTH:
            deep = too_deep(span_of(node))
            self._note(deep.rule, deep.span, deep.message, deep.expected, deep.help, keys)
            return None
        if self._marked(node, keys):
            return None
        if isinstance(node, SequenceNode):
            return [self.build(each, (*keys, index)) for index, each in enumerate(node.value)]
        if isinstance(node, MappingNode):
            return self._mapping(node, keys)
        value = node.value if node.style else scalar(node.value)
        if value is None:
            advice = "Write the entry, or take it out."
            self._note("empty-value", span_of(node), "This entry is empty.", "a value", advice, keys)
        return self._clean(node, value, keys) if isinstance(value, str) else value

    def _aliases(self, node: Any) -> Iterator[str]:
        """Give the names that are repeated anywhere below a node."""
        stack = [] if node is None else [node]
        while stack:
            node = stack.pop()
            if self._sign(node) == "*":
                yield self._name(node)
            if isinstance(node, SequenceNode):
                stack += node.value
            elif isinstance(node, MappingNode):
                stack += [each for pair in node.value for each in pair]

    def _repeats(self, node: Any, keys: tuple[Key, ...]) -> bool:
        """Note an alias; the parser was given a text in its place."""
        if self._sign(node) != "*":
            return False
        name = cut(self._name(node))
        message = f'The alias "*{name}" repeats a value from elsewhere.'
        advice = f"Write the value out, and take &{name} out; if it is text, put it in quotes."
        self._note("yaml-alias", span_of(node), message, "every value written where it belongs", advice, keys)
        return True

    def _marked(self, node: Any, keys: tuple[Key, ...]) -> bool:
        """Note an anchor, or a tag without a name: nothing else that is no block begins with such a sign."""
        sign = self._sign(node)
        first = node.value[0][0] if isinstance(node, MappingNode) and node.value else node
        if sign not in _SIGNS or (first is not node and first.start_mark.index == node.start_mark.index):
            return False  # none, or that of the first key
        if sign == "&" and self._name(node) in self._aliased:
            return False  # what is wrong is said where it is repeated
        rule, message, expected, advice = _SIGNS[sign]
        self._note(rule, span_of(node), message, expected, advice, keys)
        return True

    def _clean(self, node: Node, text: str, keys: tuple[Key, ...]) -> str:
        """Take out hidden characters; those that were written as escapes have not been reported yet."""
        found = CONTROL.search(text)
        if found is None:
            return text
        if any(CONTROL.match(sign) for sign in set(text) - self._hidden):
            self._note("control-character", span_of(node), *_hidden(found[0]), keys)
        return CONTROL.sub("", text)

    def _mapping(self, node: MappingNode, keys: tuple[Key, ...]) -> dict[Any, Any]:
        data: dict[Any, Any] = {}
        seen: dict[Any, Node] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node, keys)
            if key is None:
                continue
            if key in seen:
                message = f'The key "{cut(str(key))}" stands twice in the same mapping.'
                advice = "Join the two, or take one out."
                first = span_of(seen[key])
                span = span_of(key_node)
                self._note("duplicate-key", span, message, "each key once", advice, (*keys, key), first)
                continue
            seen[key] = key_node
            if self._is_empty(value_node):
                said = _comma_in_text(node, key_node) or _no_value(key_node.value, key, keys)
                self._note("empty-value", span_of(key_node), *said, (*keys, key))
                continue
            before = len(self.faults)
            value = self.build(value_node, (*keys, key))
            if value is not None or before == len(self.faults):
                data[key] = value
        return data

    def _is_empty(self, node: Any) -> bool:
        if not isinstance(node, ScalarNode) or node.tag or node.style or scalar(node.value) is not None:
            return False
        return self._sign(node) not in _SIGNS

    def _name(self, node: Any) -> str:
        """Return the name that an anchor gives to a node, or that an alias means."""
        start = node.start_mark.index + 1
        return _NO_NAME.split(self._text[start : start + _LONGEST_NAME], maxsplit=1)[0]

    def _sign(self, node: Any) -> str:
        """Return the character with which a node begins in the text."""
        start = node.start_mark.index
        return self._text[start : start + 1]

    def _key(self, node: Any, keys: tuple[Key, ...]) -> Key | None:
        """Return a key; None where there is a fault instead."""
        if self._repeats(node, keys):
            return None
        if not isinstance(node, ScalarNode) or node.tag:
            advice = "If this is meant as a text with braces or brackets, put it in quotes."
            message = "A mapping or a list stands where a key should be."
            self._note("yaml-key", span_of(node), message, "a key: a word", advice, keys)
            return None
        if self._marked(node, keys):
            return None
        if node.value == "<<":
            message, expected = "Merge keys (<<) are not used here.", "every value written where it belongs"
            self._note("yaml-alias", span_of(node), message, expected, "Write the values out.", keys)
            return None
        key = node.value if node.style else key_of(node.value)
        if key == "":
            message = "No key stands before this colon."
            self._note("yaml-key", span_of(node), message, "a key: a word", "Write the key.", keys)
            return None
        return CONTROL.sub("", key) if isinstance(key, str) else key

    def _note(
        self,
        rule: str,
        span: Span,
        message: str,
        expected: str,
        advice: str,
        keys: tuple[Key, ...] = (),
        first: Span | None = None,
    ) -> None:
        if len(self.faults) >= MAX_FAULTS:
            message = f"This file has more than {MAX_FAULTS} faults; the rest of it is not read."
            rest = YamlFault("too-many-faults", span, message, "YAML 1.2", "Mend the others first.", keys)
            raise Refused(*self.faults, rest)
        self.faults.append(YamlFault(rule, span, message, expected, advice, keys, first))


def _comma_in_text(node: MappingNode, key_node: Node) -> tuple[str, str, str] | None:
    """Say what is wrong where a comma in braces parted a text of one language: {en: Port, harbour}."""
    pairs = node.value
    number = next(number for number, pair in enumerate(pairs) if pair[0] is key_node)
    if not node.flow_style or not number or key_node.value in LANGUAGES:
        return None
    language, text = pairs[number - 1]
    if language.value not in LANGUAGES or not isinstance(text, ScalarNode) or text.style or not text.value:
        return None
    whole = cut(f"{text.value}, {key_node.value}")
    return (
        f'The comma before "{cut(key_node.value)}" ends the text before it.',
        "a text with a comma in quotes, where it stands in braces",
        f'Put the text in quotes: {language.value}: "{whole}".',
    )


def _no_value(written: str, key: Key, outer: tuple[Key, ...]) -> tuple[str, str, str]:
    message = f'"{cut(written)}" has no value.'
    if isinstance(key, int):
        advice = (
            "If a comma before it belongs to a number, take the comma out, or write a point for decimals."
        )
    elif not outer:
        advice = "Write a record below it, or take the line out."
    else:
        advice = 'Write the value, or take the line out; an amount may be {not_quantified: "why"}.'
    return message, "a value after it", advice


def _hidden(sign: str) -> tuple[str, str, str]:
    message = f"Here stands the invisible character U+{ord(sign):04X}."
    return message, "letters, signs and line breaks", "Delete it; it may have come in by copying."


def _tag(tag: str) -> tuple[str, str, str]:
    return (
        f'The tag "{cut(tag)}" has no meaning here.',
        "plain YAML",
        "Take it out; if it is text, put it in quotes.",
    )


_SIGNS = {
    "&": (
        "yaml-alias",
        "What begins with & gets a name, to be repeated elsewhere.",
        "every value written where it belongs",
        "If it is text, put it in quotes; else take the name out.",
    ),
    "!": ("yaml-tag", "What begins with ! gets a tag.", "plain YAML", "If it is text, put it in quotes."),
}
