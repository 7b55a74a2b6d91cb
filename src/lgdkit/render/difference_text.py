"""What changed, for a terminal."""

import textwrap
from collections.abc import Callable, Iterator

from lgdkit.compare.change import FieldChange, Judgement, RecordChange, What
from lgdkit.compare.groups import Group, grouped
from lgdkit.render.difference import ChangeReport, head, label, reason, summary, values
from lgdkit.render.plain import visible

Paint = Callable[[str, str], str]
_COLOURS = {Judgement.STRENGTHENED: "green", Judgement.WEAKENED: "red", Judgement.UNCLEAR: "yellow"}
_SHORT = 60
"""Values of up to so many letters stand beside each other."""


def write(report: ChangeReport, width: int = 80, paint: Paint = lambda text, _: text) -> str:
    """Write the changes by deal and partner, and a line that counts them."""
    lines: list[str] = []
    for city in report.cities:
        groups = grouped(city.comparison)
        if len(report.cities) > 1 and (groups or city.comparison.uncompared):
            lines += [*_wrapped(f"{city.comparison.name or city.path} ({city.path})", "", width), ""]
        for group in groups:
            lines += [*_group(group, width, paint), ""]
        lines += [
            line
            for each in city.comparison.uncompared
            for line in _wrapped(f"not compared: {each.what} ({each.side}): {each.why}", "", width)
        ]
        lines += [""] * bool(city.comparison.uncompared)
    lines += _wrapped(summary(report), "", width)
    return "\n".join(lines) + "\n"


def _group(group: Group, width: int, paint: Paint) -> Iterator[str]:
    yield from _wrapped(f"{group.title} ({group.id})" if group.id else group.title, "", width)
    for section in group.sections:
        if section.title:
            known = f" ({section.id})" if section.id and section.id != section.title else ""
            yield from _wrapped(f"{section.title}{known}", "  ", width)
        for each in section.changes:
            yield from _record(each, "    " if section.title else "  ", width, paint)


def _record(change: RecordChange, indent: str, width: int, paint: Paint) -> Iterator[str]:
    first, *more = _wrapped(head(change), indent, width, hang="  ")
    word, colon, rest = first.lstrip().partition(":")
    colour = _COLOURS.get(change.verdict.judgement)
    yield f"{indent}{paint(word, colour) if colour else word}{colon}{rest}"
    yield from more
    for each in change.fields:
        yield from _field(each, f"{indent}  ", width, is_fact=change.what in (What.ADDED, What.REMOVED))


def _field(each: FieldChange, indent: str, width: int, *, is_fact: bool) -> Iterator[str]:
    if is_fact:
        yield from _wrapped(f"{label(each)}: {each.after or each.before}", indent, width, hang="  ")
        return
    why = f" ({reason(each)})" if reason(each) else ""
    if max(len(each.before or ""), len(each.after or "")) <= _SHORT:
        yield from _wrapped(f"{label(each)}: {values(each)}{why}", indent, width, hang="  ")
        return
    yield from _wrapped(f"{label(each)}:{why}", indent, width, hang="  ")
    for sign, value in (("-", each.before), ("+", each.after)):
        if value is not None:
            yield from _wrapped(f"{sign} {value}", f"{indent}  ", width, hang="  ")


def _wrapped(text: str, indent: str, width: int, hang: str = "") -> list[str]:
    return textwrap.wrap(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}{hang}",
        break_long_words=False,
        break_on_hyphens=False,
    )
