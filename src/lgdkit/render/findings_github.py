"""Findings as annotations of a pull request: GitHub's workflow commands, printed in a step of a workflow.

`%` and line ends are escaped in a text, and `:` and `,` in a property, too; see GitHub's page "Workflow
commands for GitHub Actions".
"""

from collections import Counter

from lgdkit.diagnostics import Severity
from lgdkit.render.report import Finding, Report, advice

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
"""What GitHub calls each weight."""
_MOST = 10
"""So many annotations of each level GitHub shows for one step."""


def write(report: Report) -> str:
    """Write one command a finding, and a line in words, for the log."""
    lines = [_command(each) for each in report.findings]
    most = max(Counter(each.severity for each in report.findings).values(), default=0)
    if most > _MOST:
        lines.append(
            f"GitHub shows {_MOST} annotations of each level for one step; all of them are in this log."
        )
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
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join([each.message, *advice(each)])
    return f"::{LEVELS[each.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
