"""Findings as annotations of a pull request: GitHub's workflow commands, printed in a step of a workflow."""

from collections import Counter

from lgdkit.diagnostics import Severity
from lgdkit.render.report import Finding, Report, advice
from lgdkit.render.workflow_command import MORE, MOST, command

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
"""What GitHub calls each weight."""


def write(report: Report) -> str:
    """Write one command a finding, and a line in words, for the log."""
    lines = [_command(each) for each in report.findings]
    most = max(Counter(each.severity for each in report.findings).values(), default=0)
    if most > MOST:
        lines.append(MORE)
    return "\n".join([*lines, report.summary]) + "\n"


def _command(each: Finding) -> str:
    properties = {
        "file": each.path,
        "line": each.span.line,
        "endLine": each.span.line,
        "col": each.span.column,
        "endColumn": each.span.end,
        "title": each.rule,
    }
    return command(LEVELS[each.severity], properties, "\n".join([each.message, *advice(each)]))
