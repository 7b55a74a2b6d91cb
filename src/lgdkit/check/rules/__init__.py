"""The list of rules by family, in the order in which they are explained; one line registers a rule."""

from collections.abc import Mapping
from importlib import import_module

from lgdkit.check.rule import Rule, Told
from lgdkit.diagnostics import Severity

_LISTED: Mapping[str, tuple[str, ...]] = {
    "references": (
        "unknown-reference",
        "refers-to-itself",
        "listed-twice",
        "dependency-circle",
        "part-of-circle",
        "commitment-of-no-party",
        "not-among-partners",
        "unused-record",
        "stakeholder-in-nothing",
        "undeclared-extra",
    ),
    "identity": (
        "duplicate-id",
        "duplicate-stakeholder",
        "duplicate-action",
        "duplicate-commitment",
        "duplicate-source",
        "no-organisation",
        "wrong-register-number",
        "unknown-nace",
        "wrong-city-code",
    ),
    "dates": (
        "end-before-start",
        "milestone-outside-period",
        "commitment-outside-period",
        "done-before-start",
        "done-in-future",
        "status-against-dates",
        "action-overdue",
        "milestone-overdue",
        "commitment-overdue",
        "open-milestone",
        "done-without-date",
        "postponed-without-date",
        "years-out-of-order",
        "year-given-twice",
        "stale-inventory",
        "target-without-result",
    ),
    "figures": (
        "reduction-counted-twice",
        "out-of-proportion",
        "commitments-above-action",
        "actions-above-sector",
        "per-year-against-total",
        "figure-not-positive",
        "cost-parts-above-total",
        "funding-above-cost",
        "two-currencies",
        "percent-above-hundred",
        "employees-above-total",
        "target-without-boundary",
        "target-without-baseline",
        "target-above-baseline",
        "per-person-against-whole",
        "target-figures-disagree",
        "target-against-direction",
        "sum-of-sectors",
        "emissions-per-head",
        "indicator-out-of-scale",
        "indicator-wrong-way",
    ),
    "completeness": (
        "field-not-named",
        "action-without-lead",
        "no-milestones",
        "no-indicators",
        "action-without-dates",
        "action-without-impact",
        "commitment-without-measure",
        "commitment-without-date",
        "empty-reason",
        "strategy-without-decision",
        "incomplete-indicator",
        "figure-without-source",
    ),
    "deals": (
        "party-without-commitment",
        "commitment-without-deal",
        "party-without-contact",
        "city-contributes-nothing",
        "deal-without-purpose",
        "signed-without-signature",
        "signed-before-adopted",
        "signatory-without-position",
        "binding-without-adoption",
        "binding-without-mayor",
        "consent-without-accession",
        "accession-without-consent",
        "deal-without-term",
        "deal-without-notice",
        "deal-without-reporting",
        "term-begun-unsigned",
        "notice-longer-than-term",
        "review-due",
        "deal-ends-soon",
        "deal-past-its-end",
        "changed-since-signed",
    ),
    "languages": (
        "missing-translation",
        "leading-language-missing",
        "stale-translation",
        "machine-text-in-deal",
        "untranslated-copy",
        "language-not-used",
    ),
    "replication": (
        "role-to-be-found",
        "signed-with-nobody",
        "open-question",
        "original-changed",
    ),
    "residue": ("template-residue",),
    "coverage": (
        "field-without-action",
        "green-deal-area-missing",
        "sector-without-action",
        "partner-group-missing",
        "partner-group-without-deal",
        "principle-missing",
    ),
    "exchange": (
        "practice-without-result",
        "practice-incomplete",
        "sprint-without-dates",
        "session-outside-dates",
        "session-twice",
        "participant-without-name",
        "participant-of-another-kind",
        "participants-above-attendance",
        "city-not-in-sprint",
        "idea-without-view",
        "next-step-incomplete",
        "next-step-overdue",
        "sprint-without-report",
        "sprint-group-missing",
    ),
    "privacy": (
        "person-outside-persons",
        "contact-outside-persons",
    ),
    "workspace": (
        "vocabulary-without-version",
        "vocabulary-version",
        "unknown-term",
        "term-mapped-otherwise",
    ),
    "settings": ("allow-without-reason",),
}
"""The rules of each family; a rule stands in the module of its name, with its page beside it."""


def _rule(name: str) -> Rule:
    found: Rule = import_module(f"{__name__}.{name.replace('-', '_')}").RULE
    return found


FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    family: tuple(_rule(name) for name in names) for family, names in _LISTED.items()
}
"""Each family with its rules; a family is a word that people select, ignore and weigh rules by."""

RULES: tuple[Rule, ...] = tuple(rule for rules in FAMILIES.values() for rule in rules)

TOLD: Mapping[str, tuple[Told, ...]] = {
    "settings": (
        Told("allow-unused", Severity.WARNING, "An entry under allow that accepts nothing."),
        Told("setting-without-effect", Severity.WARNING, "A setting under check that changes nothing."),
    ),
}
"""What no rule finds, because it is about the rules themselves: found by the run over all of them."""
