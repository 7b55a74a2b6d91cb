"""What changed, as Markdown for a pull request or the summary of a job."""

import re
from collections.abc import Iterator

from lgdkit.compare.change import Judgement, RecordChange, What
from lgdkit.compare.groups import grouped
from lgdkit.render.difference import KINDS, ChangeReport, CityChanges, label, summary
from lgdkit.render.findings_markdown import MOST_BYTES
from lgdkit.render.markdown import escaped, row
from lgdkit.render.markdown import head as table_head

_CALL = re.compile(r"@(?=\w)|(?<=\bGH)-(?=\d)|(?<!&)#(?=\d)", re.IGNORECASE)
"""What a forge turns into a message to somebody, or a link from another thread."""
_HEADS = ["", "what", "before", "after", "why"]


def write(report: ChangeReport) -> str:
    """Write a table for each partner of each deal; where it would grow too large, the last line says so."""
    lines: list[str] = []
    size = 0
    for line in ("## What changed", "", _safe(summary(report)), "", *_cities(report)):
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            lines += ["", "More changed: a summary holds 1 MiB. `lgd diff` shows all of it."]
            break
        lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"


def _cities(report: ChangeReport) -> Iterator[str]:
    for city in report.cities:
        several = len(report.cities) > 1
        if several and (city.comparison.changes or city.comparison.uncompared):
            yield from (f"### {_safe(city.comparison.name or city.path)}", "")
        yield from _city(city, "####" if several else "###")


def _city(city: CityChanges, level: str) -> Iterator[str]:
    for group in grouped(city.comparison):
        yield from (f"{level} {_safe(group.title)}", "")
        for section in group.sections:
            if section.title:
                yield from (f"**{_safe(section.title)}**", "")
            yield table_head(_HEADS)
            for change in section.changes:
                yield from _rows(change)
            yield ""
    if city.comparison.uncompared:
        yield from ("**Not compared**", "")
        for each in city.comparison.uncompared:
            yield f"- {_safe(f'{each.what} ({each.side}): {each.why}')}"
        yield ""


def _rows(change: RecordChange) -> Iterator[str]:
    name = f"{KINDS[change.kind]} {change.id}"
    if change.former_id:
        yield row(["renamed", _safe(name), _safe(change.former_id), _safe(change.id), ""])
    if change.what in (What.ADDED, What.REMOVED):
        came = change.what is What.ADDED
        facts = "<br>".join(_safe(f"{label(each)}: {each.after or each.before}") for each in change.fields)
        facts = facts or _safe(change.title)
        weight = _bold(change.what.value, change.verdict.judgement)
        yield row([weight, _safe(name), "" if came else facts, facts if came else "", ""])
        return
    for each in change.fields:
        judgement = each.verdict.judgement
        weight = "changed" if judgement is Judgement.NEUTRAL else judgement.value
        what = _safe(f"{name}: {label(each)}")
        why = each.verdict.reason or each.moved
        yield row(
            [_bold(weight, judgement), what, _safe(each.before or ""), _safe(each.after or ""), _safe(why)]
        )


def _bold(word: str, judgement: Judgement) -> str:
    return f"**{word}**" if judgement is Judgement.WEAKENED else word


def _safe(text: str) -> str:
    """Return text that means nothing but itself, and that calls nobody."""
    return _CALL.sub(lambda match: f"{match[0]}<!-- -->", escaped(text))
