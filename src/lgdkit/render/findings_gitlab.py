"""Findings as GitLab's code quality report, shown in a merge request.

Each needs `description`, `check_name`, a `fingerprint` that no other has, `severity` and `location`; see
GitLab's page "Code Quality", the report format.
"""

from lgdkit.diagnostics import Severity
from lgdkit.render.json_text import json_text
from lgdkit.render.report import Report

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
"""What GitLab calls each weight."""


CATEGORY = "Bug Risk"
"""One of the kinds of issues that the format knows; GitLab does not show it, and others want one."""


def write(report: Report) -> str:
    """Write a list with one entry a finding."""
    return json_text(
        [
            {
                "type": "issue",
                "categories": [CATEGORY],
                "description": " ".join(part for part in (each.message, each.help) if part),
                "check_name": each.rule,
                "fingerprint": each.fingerprint,
                "severity": LEVELS[each.severity],
                "location": {"path": each.path, "lines": {"begin": each.span.line, "end": each.span.line}},
            }
            for each in report.findings
        ]
    )
