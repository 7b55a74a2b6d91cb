"""Every finding there is, by its id: the rules and the faults of form, each with its family and its page."""

from collections.abc import Mapping

from lgdkit.check.rule import Listed, Told
from lgdkit.check.rules import FAMILIES, RULES, TOLD
from lgdkit.diagnostics import Severity
from lgdkit.read.fault_ids import FAULT_IDS, WARNINGS, WORKSPACE_IDS
from lgdkit.render.fault_ids import TEMPLATE_IDS
from lgdkit.render.rule_page import RuleEntry, page_of

FORM = "form"
"""The family of the faults of form: what the reader finds, and not a rule."""
WORKSPACE = "workspace"
"""The family of what is wrong with a workspace: what opening it finds, and what its cities say of it."""
TEMPLATES = "templates"
"""The family of the faults of a city's own templates: what drafting finds."""

ABOUT: Mapping[str, str] = {
    FORM: "Can the file be read, and is each value what it should be?",
    "references": "Does every name lead to what it stands for?",
    "identity": "Is each thing there once, and is it clear who it is?",
    "dates": "Do the dates and the status fit each other and the day?",
    "figures": "Can the figures be right, and may they be added?",
    "completeness": "Is somebody responsible, and is nothing left out?",
    "deals": "Does each deal have what its state requires?",
    "languages": "Is each text there in the languages of the city?",
    "replication": "Is what was taken over from another city the city's own yet?",
    "residue": "Is something of a template left over?",
    "coverage": "Is there a field, a policy area or a group with nothing?",
    "exchange": "Can another city use what practices and sprints say?",
    "privacy": "Does a person stand where none should?",
    WORKSPACE: "Do the cities of a workspace, and the vocabularies that they share, fit together?",
    "settings": "Do the city's own words on findings still hold?",
    TEMPLATES: "Can a document be made from the city's own templates?",
}
"""The families, in the order in which they are explained, each with the question that it asks."""


def families() -> dict[str, tuple[str, ...]]:
    """Return the ids of each family; a family may be empty."""
    elsewhere = {FORM: FAULT_IDS, WORKSPACE: WORKSPACE_IDS, TEMPLATES: TEMPLATE_IDS}
    found = {family: elsewhere.get(family, ()) for family in ABOUT}
    for group in (FAMILIES, TOLD):
        for family, rules in group.items():
            found[family] += tuple(each.id for each in rules)
    return found


def _rules() -> list[Listed | Told]:
    return [*RULES, *(each for told in TOLD.values() for each in told)]


def family_of() -> dict[str, str]:
    """Return the family of each id."""
    return {rule: family for family, rules in families().items() for rule in rules}


def entries(pages: Mapping[str, str]) -> tuple[RuleEntry, ...]:
    """Return all that can be found, in the order of the families.

    Args:
        pages: the text of each page by its id.
    """
    rules = {each.id: each for each in _rules()}
    found = []
    for family, ids in families().items():
        for each in ids:
            page = page_of(pages[each])
            rule = rules.get(each)
            severity = rule.severity if rule else Severity.WARNING if each in WARNINGS else Severity.ERROR
            found.append(RuleEntry(each, family, severity, rule.summary if rule else page.lead, page))
    return tuple(found)
