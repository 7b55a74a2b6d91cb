"""Findings as JSON for other people's programs, in a shape of its own: `docs/findings.schema.json`."""

from typing import Any

from lgdkit.diagnostics import Severity, Span
from lgdkit.render.json_text import json_text
from lgdkit.render.report import Finding, Report

VERSION = 1
"""The version of the shape; it rises when a reader of the old one would break."""


def write(report: Report) -> str:
    """Write the findings; columns count letters from 1, and `end_column` is the one behind the last letter."""
    return json_text(
        {
            "version": VERSION,
            "tool": {"name": "lgdkit", "version": report.version},
            "summary": {
                "errors": report.count(Severity.ERROR),
                "warnings": report.count(Severity.WARNING),
                "advice": report.count(Severity.INFO),
                "not_shown": report.hidden,
                "cities": len(report.cities),
                "records": report.records,
                "files": report.files,
            },
            "findings": [_finding(each) for each in report.findings],
        }
    )


def _finding(each: Finding) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "family": each.family,
        "severity": each.severity.value,
        **_place(each.path, each.span),
        "at": each.where or None,
        "message": each.message,
        "expected": each.expected or None,
        "help": each.help or None,
        "related": [{**_place(other.path, other.span), "note": other.note} for other in each.related],
        "fingerprint": each.fingerprint,
    }


def _place(path: str, span: Span) -> dict[str, Any]:
    return {"file": path, "line": span.line, "column": span.column, "end_column": span.end}
