"""YAML 1.2 text to plain data: what cannot be read is a fault with its place, never an exception."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml
from yaml.nodes import Node

from lgdkit.diagnostics import Span
from lgdkit.read.careful import Careful
from lgdkit.read.collection import no_collection
from lgdkit.read.construct import Unusual, build
from lgdkit.read.fault import CONTROL as CONTROL
from lgdkit.read.fault import MAX_DEPTH as MAX_DEPTH
from lgdkit.read.fault import Refused, YamlFault
from lgdkit.read.look import MAX_BYTES as MAX_BYTES
from lgdkit.read.look import look, plain
from lgdkit.read.nodes import compose
from lgdkit.read.nodes import span_of as span_of
from lgdkit.read.scalar import scalar as scalar
from lgdkit.read.syntax import syntax_fault


class Parsed(NamedTuple):
    """Plain data, or None where the text as a whole cannot be read; what is wrong; the nodes behind it."""

    data: Any
    faults: Sequence[YamlFault] = ()
    node: Node | None = None


def parse(raw: bytes) -> Parsed:
    """Read YAML text. Never raises."""
    try:
        looked = look(raw)
        node = compose(looked)
        if not (looked.odd or looked.may_alias):
            try:
                return Parsed({} if node is None else build(node), (), node)
            except Unusual:
                pass
        careful = Careful(plain(raw).decode("utf-8"), looked.text.decode("utf-8"), node)
        return Parsed({} if node is None else careful.build(node), careful.faults, node)
    except Refused as refused:
        return Parsed(None, refused.faults)
    except yaml.YAMLError as error:
        return Parsed(None, (syntax_fault(error, plain(raw).decode("utf-8", "replace")),))
    except (
        ValueError,
        RecursionError,
        MemoryError,
    ) as error:  # pragma: no cover - nothing is known to raise them
        message = f"This file cannot be read ({type(error).__name__})."
        return Parsed(None, (YamlFault("yaml-syntax", Span(1, 1, 2), message, "YAML 1.2"),))


def nodes(raw: bytes) -> Node | None:
    """Return the nodes of a text, or None where it cannot be read. Never raises."""
    try:
        with no_collection():
            return compose(look(raw))
    except (Refused, yaml.YAMLError, ValueError, RecursionError, MemoryError):
        return None
