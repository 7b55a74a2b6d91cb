"""Which lines of the texts a record stands in: for what is known of lines and asked of records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lgdkit.diagnostics import Key, Place
from lgdkit.read.scalar import key_of
from lgdkit.read.yaml12 import nodes

Days = Mapping[str, Sequence[date]]
"""Of each file, the day on which each of its lines was written."""


def newest(places: Mapping[str, Place], texts: Mapping[str, bytes], days: Days) -> dict[str, date]:
    """Return of each place the newest day of its lines; places in files without days are left out.

    Args:
        places: the places, by any name.
        texts: the texts of the files.
        days: the days of the lines of each file.
    """
    roots = {file: nodes(texts[file]) for file in sorted({each.file for each in places.values()} & set(days))}
    found: dict[str, date] = {}
    for name, place in places.items():
        node = _follow(roots.get(place.file), place.keys)
        if node is not None:
            first, last = node.start_mark.line, max(_last_lines(node))
            known = days[place.file][first : last + 1]
            if known:
                found[name] = max(known)
    return found


def _follow(node: Node | None, keys: Sequence[Key]) -> Node | None:
    """Return the node that keys lead to, or None."""
    for key in keys:
        if isinstance(node, MappingNode):
            node = next((value for name, value in node.value if _key(name) == key), None)
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        else:
            return None
    return node


def _key(node: Node) -> Key | None:
    if not isinstance(node, ScalarNode):
        return None
    return node.value if node.style else key_of(node.value)


def _last_lines(node: Node) -> Iterable[int]:
    """Give the last line of each value in a node; comments behind it are none of it."""
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        for key, value in node.value:
            yield key.start_mark.line
            yield from _last_lines(value)
    elif isinstance(node, SequenceNode) and not node.flow_style and node.value:
        for each in node.value:
            yield from _last_lines(each)
    elif isinstance(node, ScalarNode) and node.style in ("|", ">"):
        yield node.end_mark.line - (node.end_mark.column == 0)  # it ends where the next thing begins
    else:
        yield node.end_mark.line
