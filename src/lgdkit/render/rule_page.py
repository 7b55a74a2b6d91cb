"""The page of a rule: read from its Markdown, and written for a terminal."""

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lgdkit.diagnostics import Severity

_SECTION = re.compile(r"^## (.+)\n\n", re.M)
_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.M | re.S)
_MOST = 88
_LEAST = 20


class Page(NamedTuple):
    """A page: its first sentences, its sections by their headings, and the whole of it as Markdown."""

    id: str
    lead: str
    sections: dict[str, str]
    text: str


class RuleEntry(NamedTuple):
    """A rule or a fault of form, as lists and references show it; `summary` is one line."""

    id: str
    family: str
    severity: Severity
    summary: str
    page: Page


def page_of(text: str) -> Page:
    """Read a page: `# id`, a paragraph, and sections under headings of the second level."""
    head, *parts = _SECTION.split(text)
    title, _, lead = head.partition("\n")
    sections = {name: body.strip("\n") for name, body in zip(parts[::2], parts[1::2], strict=True)}
    return Page(title.removeprefix("# ").strip(), lead.strip(), sections, text)


def page_text(entry: RuleEntry, width: int, bold: Callable[[str], str]) -> str:
    """Write a page for a terminal of this width: paragraphs wrapped, examples set in."""
    page = entry.page
    parts = [f"{bold(entry.id)} ({entry.severity}, {entry.family})", _wrapped(page.lead, width, "")]
    for name, body in page.sections.items():
        parts.append(bold(name))
        parts += _blocks(body, width)
    return "\n\n".join(parts) + "\n"


def _blocks(body: str, width: int) -> Iterator[str]:
    """Give the blocks of a section: an example as it stands, a paragraph wrapped."""
    position = 0
    for fence in _FENCE.finditer(body):
        yield from _paragraphs(body[position : fence.start()], width)
        yield textwrap.indent(fence[1].rstrip("\n"), "    ")
        position = fence.end()
    yield from _paragraphs(body[position:], width)


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for each in text.split("\n\n"):
        if each.strip():
            yield _wrapped(each.strip(), width, "  ")


def _wrapped(text: str, width: int, indent: str) -> str:
    return textwrap.fill(
        text,
        max(_LEAST, min(width, _MOST)),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
