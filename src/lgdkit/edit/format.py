"""A data file in the one layout: only if nothing is lost by it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node

from lgdkit.edit.comments import NotUnderstood, Page
from lgdkit.edit.layout import Layout
from lgdkit.edit.tree import tree_of
from lgdkit.read.look import plain
from lgdkit.read.yaml12 import Parsed, parse


@dataclass(frozen=True)
class Formatted:
    """A text in the one layout, or why it was left as it is."""

    text: bytes
    reason: str = ""
    line: int = 0
    """The line of the fault that keeps the text from being laid out, or 0."""


def formatted(raw: bytes) -> Formatted:
    """Lay out a text. Never raises.

    The new text is read again, and taken only if it holds the same data and the same comments, and if laying
    it out once more changes nothing.
    """
    parsed = parse(raw)
    if parsed.faults:
        fault = parsed.faults[0]
        # with the way out: whoever lays a file out has not asked lgd check yet
        return Formatted(raw, f"{fault.message} {fault.help}".rstrip(), fault.span.line)
    if not parsed.data:
        return Formatted(raw)  # nothing in it, or comments alone
    if not isinstance(parsed.node, MappingNode):
        return Formatted(raw, "This file is no mapping.", 1)
    try:
        page = page_of(raw, parsed.node)
        new = _laid_out(page, parsed.node, raw)
        reason = _lost(page, parsed, new)
    except NotUnderstood:
        return Formatted(raw, "Something stands in it that would not be kept.")
    return Formatted(raw, reason) if reason else Formatted(new)


def page_of(raw: bytes, root: Node) -> Page:
    """Return the page of a text.

    Raises:
        NotUnderstood: something stands in it that is neither data nor comment.
    """
    return Page(plain(raw).decode("utf-8"), root)


def _laid_out(page: Page, root: MappingNode, raw: bytes) -> bytes:
    text = Layout(page).text(tree_of(page, root))
    windows = 2 * raw.count(b"\r\n") > raw.count(b"\n")
    return (text.replace("\n", "\r\n") if windows else text).encode("utf-8")


def _lost(page: Page, before: Parsed, new: bytes) -> str:
    """Say what a new text has lost of an old one, or nothing."""
    after = parse(new)
    if after.faults or not isinstance(after.node, MappingNode) or not same(before.data, after.data):
        return "Its data would not be the same in the new layout."
    again = page_of(new, after.node)
    if Counter(each.text for each in page.comments) != Counter(each.text for each in again.comments):
        return "A comment would be lost in the new layout."
    if _laid_out(again, after.node, new) != new:
        return "The new layout would not stay as it is."
    return ""


def same(one: Any, other: Any) -> bool:
    """Say whether data is the same, in whatever order its keys are: 1, 1.0 and true are three things."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return repr(one) == repr(other)
