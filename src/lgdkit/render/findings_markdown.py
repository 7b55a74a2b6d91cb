"""Findings as a table in Markdown, for the summary of a job."""

from lgdkit.render.markdown import escaped, head, row
from lgdkit.render.report import Finding, Report

MOST_BYTES = 1_000_000
"""GitHub takes 1 MiB for the summary of a step, and nothing at all of more."""


def write(report: Report) -> str:
    """Write the table; where it would grow too large, the last line says how much is missing."""
    parts = ["## lgd check\n", f"{escaped(report.summary)}\n"]
    if not report.findings:
        return "\n".join(parts)
    parts.append(head(["weight", "place", "rule", "what is wrong", "way out"]))
    size = sum(len(part.encode()) + 1 for part in parts)
    for number, each in enumerate(report.findings):
        line = _row(each)
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            left = len(report.findings) - number
            parts.append(f"\n{left} more: a summary holds 1 MiB. `lgd check` shows them all.")
            break
        parts.append(line)
    return "\n".join(parts) + "\n"


def _row(each: Finding) -> str:
    place = f"{escaped(each.path)}:{each.span.line}"
    message = escaped(each.message)
    if each.expected:
        message += f"<br>Expected: {escaped(each.expected)}"
    return row([each.severity, place, each.rule, message, escaped(each.help)])
