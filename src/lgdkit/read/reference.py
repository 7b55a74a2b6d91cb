"""The reference of the format as Markdown, written from the schema, so that the two cannot differ."""

from typing import Any

from lgdkit.read.offered import KINDS
from lgdkit.read.schema import file_schema

_HEAD = """# The data format

This page is written by `lgd schema --format markdown` from the models; do not edit it by hand.

A folder with a record `city` in one of its YAML files is a city.
A file is a mapping of the keys below; files may be split as one likes, and lists of the same key are one list.
A key in **bold** must be there.
"""
_VALUES = {
    "Text": "text, or one per language",
    "Date": "`2024`, `2024-05`, `2024-05-31`",
    "RuleRef": "id of a rule",
    **{name: f"id of {called}" for name, called, _ in KINDS.values()},
}
_SIMPLE = {"string": "text", "integer": "whole number", "number": "number", "boolean": "`true` or `false`"}


def reference() -> str:
    """Return the whole page: the keys of a file, then each record with its keys."""
    return reference_of(file_schema(), _HEAD)


def reference_of(schema: dict[str, Any], head: str) -> str:
    """Return a page: the head, the keys of a file, then each record with its keys."""
    definitions = schema["$defs"]
    parts = [head, _table(schema["properties"], schema.get("required", ()))]
    for name in _order(schema["properties"], definitions):
        record = definitions[name]
        parts.append(f"## {name}\n\n{_first_line(record)}\n")
        parts.append(_table(record["properties"], record.get("required", ())))
    return "\n".join(parts)


def _order(properties: dict[str, Any], definitions: dict[str, Any]) -> list[str]:
    """Put each record after the one that first uses it, as a reader meets them."""
    found: list[str] = []
    waiting = [properties]
    while waiting:
        for name in _named(waiting.pop(0)):
            if name not in found and "properties" in definitions[name]:
                found.append(name)
                waiting.append(definitions[name]["properties"])
    return found


def _named(part: Any) -> list[str]:
    """Return the definitions that a part of the schema refers to."""
    if isinstance(part, list):
        return [name for each in part for name in _named(each)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"].rpartition("/")[2]] if "$ref" in part else []
    return own + [name for key, each in part.items() if key != "$ref" for name in _named(each)]


def _table(properties: dict[str, Any], required: Any) -> str:
    rows = ["| key | value | meaning |", "| --- | --- | --- |"]
    for key, part in properties.items():
        shown = f"**{key}**" if key in required else key
        rows.append(f"| {shown} | {_value(part)} | {_cell(part.get('description', ''))} |")
    return "\n".join(rows) + "\n"


def _value(part: dict[str, Any]) -> str:
    """Say in a few words what a value looks like."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return _VALUES.get(name, f"[{name}](#{name.lower()})")
    if "const" in part:
        return f"`{part['const']}`"
    if "enum" in part:
        codes = [f"`{each}`" for each in part["enum"]]
        return ", ".join(codes) if len(codes) <= 20 else f"one of {len(codes)} codes"
    examples = part.get("examples")
    if examples and not isinstance(examples[0], dict | list):
        shown = ", ".join(f"`{each}`" for each in examples)
        # where there is a pattern, the form is what matters; else the examples are but some of all values
        return (
            f"{_SIMPLE[part['type']]}, such as {shown}" if "type" in part and "pattern" not in part else shown
        )
    if "anyOf" in part:
        return _cell(
            " or ".join(dict.fromkeys(_value(each) for each in part["anyOf"] if each.get("type") != "null"))
        )
    kind = part.get("type")
    if kind == "array":
        each = _value(part["items"])
        return f"list, each the {each}" if each.startswith("id of") else f"list of {each}"
    if kind == "object" and set(part.get("properties", ())) == {"not_quantified"}:
        return "`{not_quantified: why}`"
    if kind == "object":
        inner = part.get("additionalProperties")
        return f"mapping to {_value(inner)}" if isinstance(inner, dict) else "mapping"
    return _SIMPLE.get(str(kind), "value")


def _first_line(record: dict[str, Any]) -> str:
    return str(record.get("description", "")).split("\n\n", maxsplit=1)[0].replace("\n", " ")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
