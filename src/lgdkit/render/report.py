"""Findings as every machine format takes them: plain values in which no sign steers a terminal or a log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lgdkit.diagnostics import Located, Severity, Span
from lgdkit.render.plain import inside, visible
from lgdkit.render.rule_page import RuleEntry

_LONGEST = 300
"""A place in the data is cut after so many letters: a key may be as long as a file."""


class Other(NamedTuple):
    """Another place that a finding speaks of, with a word on what stands there."""

    path: str
    span: Span
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its place as others see it.

    `path` leads from the root of the repository and uses `/`. `where` is the place in the data, as an entry
    under `allow` names it; it is empty where there is none. `fingerprint` stays the same when lines move.
    """

    rule: str
    family: str
    severity: Severity
    city: str
    path: str
    span: Span
    where: str
    message: str
    expected: str
    help: str
    fingerprint: str
    related: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run found, for whoever reads it; the findings stand in the order of their files."""

    findings: tuple[Finding, ...]
    cities: tuple[str, ...]
    """The folder of each city that was checked, from the root of the repository."""
    records: int
    files: int
    hidden: int
    """How many findings were too light to be shown."""
    summary: str
    """The same in words, on one line."""
    version: str
    """The version of lgdkit."""
    rules: Mapping[str, RuleEntry] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """Return how many findings have this weight."""
        return sum(each.severity is severity for each in self.findings)


def finding_of(found: Located, family: str, city: str, where: str, fingerprint: str) -> Finding:
    """Make what a report shows of a finding; `city` is its folder as the report names it."""
    diagnostic = found.diagnostic
    return Finding(
        rule=diagnostic.rule,
        family=family,
        severity=diagnostic.severity,
        city=city,
        path=_joined(city, found.file),
        span=found.span,
        where=inside(where[:_LONGEST]),
        message=visible(diagnostic.message),
        expected=visible(diagnostic.expected),
        help=visible(diagnostic.help),
        fingerprint=fingerprint,
        related=tuple(Other(_joined(city, file), span, visible(note)) for file, span, note in found.related),
    )


def _joined(city: str, file: str) -> str:
    if file == ".":
        return inside(city)
    return inside(file if city == "." else f"{city}/{file}")


def advice(finding: Finding) -> list[str]:
    """Return what a finding says beside its message, a line each."""
    lines = [f"Expected: {finding.expected}"] if finding.expected else []
    lines += [f"Way out: {finding.help}"] if finding.help else []
    return lines + [f"See also: {each.path}:{each.span.line} ({each.note})" for each in finding.related]
