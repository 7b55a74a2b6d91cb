"""From nodes to plain data, quickly: the way of every file in which nothing is wrong."""

from typing import Any

from yaml.nodes import ScalarNode, SequenceNode

from lgdkit.read.fault import MAX_DEPTH
from lgdkit.read.scalar import NOT_TEXT, NUMERIC, key_of, scalar


class Unusual(Exception):  # noqa: N818 - a signal, not an error
    """The quick constructor met something that the careful one must look at."""


def build(node: Any, depth: int = 0) -> Any:
    """Construct plain data quickly.

    Raises:
        Unusual: there is something to report.
    """
    if node.tag is not None or depth > MAX_DEPTH:
        raise Unusual
    kind = type(node)
    if kind is ScalarNode:
        if node.style or node.value[:1] not in NOT_TEXT:
            return node.value
        value = scalar(node.value)
        if value is None:
            raise Unusual
        return value
    depth += 1
    if kind is SequenceNode:
        return [build(each, depth) for each in node.value]
    data: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if type(key_node) is not ScalarNode or key_node.tag or not key or key == "<<":
            raise Unusual
        if key[0] in NUMERIC and not key_node.style:
            key = key_of(key)
        if key in data:
            raise Unusual
        # most values are texts: taken here, without a call
        if type(value_node) is ScalarNode and not value_node.tag:
            value = value_node.value
            if not value_node.style and value[:1] in NOT_TEXT:
                value = scalar(value)
                if value is None:
                    raise Unusual
            data[key] = value
        else:
            data[key] = build(value_node, depth)
    return data
