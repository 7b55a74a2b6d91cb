"""Findings as SARIF 2.1.0, the OASIS format that code hosts and editors read."""

from typing import Any
from urllib.parse import quote

from lgdkit.diagnostics import Severity, Span
from lgdkit.render.json_text import json_text
from lgdkit.render.report import Finding, Report, advice
from lgdkit.render.rule_page import RuleEntry, page_text

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What SARIF calls each weight."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_WIDTH = 88


def write(report: Report) -> str:
    """Write one run, with the rules that found something and their pages."""
    found = {each.rule for each in report.findings}
    rules = [each for each in report.rules.values() if each.id in found]
    numbers = {each.id: number for number, each in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "lgdkit",
                "semanticVersion": report.version,
                "rules": [_rule(each) for each in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [_result(each, numbers) for each in report.findings],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(entry: RuleEntry) -> dict[str, Any]:
    page = entry.page
    return {
        "id": entry.id,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": page.lead},
        "help": {"text": page_text(entry, _WIDTH, str), "markdown": page.text},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "properties": {"tags": [entry.family]},
    }


def _result(each: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    location = _location(each.path, each.span)
    if each.where:
        location["logicalLocations"] = [{"fullyQualifiedName": each.where}]
    result: dict[str, Any] = {
        "ruleId": each.rule,
        "level": LEVELS[each.severity],
        "message": {"text": _unlinked("\n".join([each.message, *advice(each)]))},
        "locations": [location],
        "partialFingerprints": {"lgdkit/v1": each.fingerprint},
    }
    if each.rule in numbers:
        result["ruleIndex"] = numbers[each.rule]
    if each.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.path, other.span), "message": {"text": _unlinked(other.note)}}
            for number, other in enumerate(each.related, 1)
        ]
    return result


def _location(path: str, span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path, errors="replace"), "uriBaseId": _ROOT},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.line,
                "endColumn": span.end,
            },
        }
    }


def _unlinked(text: str) -> str:
    """Take the meaning from what a reader of SARIF would make a link: `[words](target)`."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
