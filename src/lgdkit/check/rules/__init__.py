"""The list of rules by family, in the order in which they are explained; one line registers a rule."""

from collections.abc import Mapping

from lgdkit.check.rule import Listed, Told
from lgdkit.diagnostics import Severity


class _Advice(str):
    """The name of a rule that only gives advice, which is not loaded where nobody asks for that."""

    __slots__ = ()


_LISTED: Mapping[str, tuple[str, ...]] = {
    "references": (
        "unknown-reference",
        "refers-to-itself",
        "listed-twice",
        "dependency-circle",
        "part-of-circle",
        "commitment-of-no-party",
        _Advice("not-among-partners"),
        _Advice("unused-record"),
        _Advice("stakeholder-in-nothing"),
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
        _Advice("action-overdue"),
        _Advice("milestone-overdue"),
        _Advice("commitment-overdue"),
        "open-milestone",
        _Advice("done-without-date"),
        "postponed-without-date",
        "years-out-of-order",
        "year-given-twice",
        _Advice("stale-inventory"),
        _Advice("target-without-result"),
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
        _Advice("indicator-wrong-way"),
    ),
    "completeness": (
        "field-not-named",
        "action-without-lead",
        _Advice("no-milestones"),
        _Advice("no-indicators"),
        _Advice("action-without-dates"),
        _Advice("action-without-impact"),
        "commitment-without-measure",
        _Advice("commitment-without-date"),
        "empty-reason",
        _Advice("strategy-without-decision"),
        _Advice("incomplete-indicator"),
        _Advice("figure-without-source"),
    ),
    "deals": (
        "party-without-commitment",
        "commitment-without-deal",
        _Advice("party-without-contact"),
        "city-contributes-nothing",
        "deal-without-purpose",
        "signed-without-signature",
        "signed-before-adopted",
        "signatory-without-position",
        "binding-without-adoption",
        "binding-without-mayor",
        "consent-without-accession",
        _Advice("accession-without-consent"),
        _Advice("deal-without-term"),
        _Advice("deal-without-notice"),
        _Advice("deal-without-reporting"),
        "term-begun-unsigned",
        "notice-longer-than-term",
        _Advice("review-due"),
        _Advice("deal-ends-soon"),
        "deal-past-its-end",
        "changed-since-signed",
    ),
    "languages": (
        "missing-translation",
        "leading-language-missing",
        "stale-translation",
        "machine-text-in-deal",
        "untranslated-copy",
        _Advice("language-not-used"),
    ),
    "replication": (
        "role-to-be-found",
        "signed-with-nobody",
        "open-question",
        "original-changed",
    ),
    "residue": ("template-residue",),
    "coverage": (
        _Advice("field-without-action"),
        _Advice("green-deal-area-missing"),
        _Advice("sector-without-action"),
        _Advice("partner-group-missing"),
        _Advice("partner-group-without-deal"),
        _Advice("principle-missing"),
    ),
    "exchange": (
        "practice-without-result",
        _Advice("practice-incomplete"),
        _Advice("sprint-without-dates"),
        "session-outside-dates",
        "session-twice",
        "participant-without-name",
        "participant-of-another-kind",
        "participants-above-attendance",
        "city-not-in-sprint",
        "idea-without-view",
        "next-step-incomplete",
        _Advice("next-step-overdue"),
        _Advice("sprint-without-report"),
        _Advice("sprint-group-missing"),
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


_ABOUT: Mapping[str, tuple[str, ...]] = {"exchange": ("practices", "sprints")}
"""Families that have nothing to look at in a city without such records."""


def _listed(name: str, about: tuple[str, ...]) -> Listed:
    return Listed(
        name, f"{__name__}.{name.replace('-', '_')}", advises=isinstance(name, _Advice), about=about
    )


FAMILIES: Mapping[str, tuple[Listed, ...]] = {
    family: tuple(_listed(name, _ABOUT.get(family, ())) for name in names)
    for family, names in _LISTED.items()
}
"""Each family with its rules; a family is a word that people select, ignore and weigh rules by."""

RULES: tuple[Listed, ...] = tuple(rule for rules in FAMILIES.values() for rule in rules)

TOLD: Mapping[str, tuple[Told, ...]] = {
    "settings": (
        Told("allow-unused", Severity.WARNING, "An entry under allow that accepts nothing."),
        Told("setting-without-effect", Severity.WARNING, "A setting under check that changes nothing."),
    ),
}
"""What no rule finds, because it is about the rules themselves: found by the run over all of them."""
