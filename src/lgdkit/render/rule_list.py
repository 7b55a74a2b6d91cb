"""All rules as a list for people, as JSON for programs, and as the reference in Markdown."""

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from lgdkit.render.json_text import json_text
from lgdkit.render.markdown import head, row
from lgdkit.render.rule_page import RuleEntry

VERSION = 1
"""The version of the JSON shape; it rises when a reader of the old one would break."""

_GAP = 2
_LEAST = 20
_HEAD = """# The rules

This page is written by `lgd rules --format markdown` from the pages beside the code; do not edit it by hand.
`lgd explain RULE` shows the part on one rule.

An error stops the drafting of documents; a warning does not; info is advice.
`lgd check --select`, `--ignore` and the settings under `check:` of the city take the name of a rule or of a family.
"""


def rules_text(
    entries: Sequence[RuleEntry], about: Mapping[str, str], width: int, bold: Callable[[str], str]
) -> str:
    """Write the rules for a terminal of this width, family by family."""
    first = max((len(each.id) for each in entries), default=0) + 2 * _GAP
    second = first + max((len(each.severity) for each in entries), default=0) + _GAP
    parts = []
    for family, members in _by_family(entries):
        lines = textwrap.wrap(f"{family}: {about[family]}", max(_LEAST, width))
        lines[0] = bold(family) + lines[0].removeprefix(family)
        for each in members:
            start = f"{' ' * _GAP}{each.id}".ljust(first) + str(each.severity)
            rest = textwrap.wrap(each.summary, max(_LEAST, width - second)) or [""]
            lines += [start.ljust(second) + rest[0], *(" " * second + line for line in rest[1:])]
        parts.append("\n".join(line.rstrip() for line in lines))
    return "\n\n".join(parts) + "\n"


def rules_json(entries: Sequence[RuleEntry]) -> str:
    """Write the rules as `{"version": 1, "rules": [{"id", "family", "severity", "summary"}, …]}`."""
    rules = [
        {"id": each.id, "family": each.family, "severity": each.severity.value, "summary": each.summary}
        for each in entries
    ]
    return json_text({"version": VERSION, "rules": rules})


def rules_markdown(entries: Sequence[RuleEntry], about: Mapping[str, str]) -> str:
    """Write the whole reference: a table of each family, and the page of each rule."""
    parts = [_HEAD]
    for family, members in _by_family(entries):
        rules = list(members)
        rows = [row([f"[{each.id}](#{each.id})", each.severity, each.summary]) for each in rules]
        parts.append(f"## {family}\n\n{about[family]}\n")
        parts.append("\n".join([head(["rule", "weight", "finds"]), *rows]) + "\n")
        parts += [_deeper(each.page.text) for each in rules]
    return "\n".join(parts)


def _by_family(entries: Iterable[RuleEntry]) -> "groupby[str, RuleEntry]":
    return groupby(entries, key=lambda each: each.family)


def _deeper(text: str) -> str:
    """Set the headings of a page two levels deeper; a sign in an example is no heading."""
    parts = re.split(r"(^```.*?^```$)", text, flags=re.M | re.S)
    parts[::2] = [re.sub(r"^#", "###", part, flags=re.M) for part in parts[::2]]
    return "".join(parts)
