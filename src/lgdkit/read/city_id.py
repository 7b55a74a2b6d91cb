"""The id of a city alone, without reading all that is said of it: to find one city among thousands."""

import re
from collections.abc import Mapping

_CITY = re.compile(rb"^[\"']?city[\"']?[ \t]*:", re.M)
_BLOCK = re.compile(rb"^city:[ \t]*\r?\n((?:[ ]+[^\r\n]*(?:\r?\n|\Z))+)", re.M)
_INDENT = re.compile(rb" +")
_ID = re.compile(rb"^id:[ \t]+[\"']?([a-z0-9][a-z0-9-]{0,63})[\"']?[ \t]*(?:#.*)?\r?$", re.M)


def city_id(texts: Mapping[str, bytes]) -> str:
    """Return the id in the record `city` of a city's texts; nothing where there is none that can be read."""
    for text in texts.values():
        if _CITY.search(text):
            found = _in_block(text) or _in_any(text)
            if found:
                return found
    return ""


def _in_block(text: bytes) -> str:
    """Return the id from a record that is written as most are: a key a line, all as far in as the first one."""
    block = _BLOCK.search(text)
    indent = _INDENT.match(block[1]) if block else None
    if block is None or indent is None:
        return ""
    depth = indent[0]
    own = (line[len(depth) :] for line in block[1].split(b"\n") if line.startswith(depth))
    found = _ID.search(b"\n".join(own))
    return found[1].decode() if found else ""


def _in_any(text: bytes) -> str:
    from lgdkit.read.yaml12 import parse

    data = parse(text).data
    city = data.get("city") if isinstance(data, dict) else None
    name = city.get("id") if isinstance(city, dict) else None
    return name if isinstance(name, str) else ""
