"""The list of rules by family, in the order in which they are explained; one line registers a rule."""

from collections.abc import Mapping

from lgdkit.check.rule import Rule, Told
from lgdkit.check.rules import (
    action_overdue,
    action_without_lead,
    allow_without_reason,
    changed_since_signed,
    commitment_without_deal,
    deal_past_its_end,
    done_in_future,
    duplicate_id,
    duplicate_stakeholder,
    end_before_start,
    field_not_named,
    milestone_outside_period,
    missing_translation,
    no_organisation,
    out_of_proportion,
    party_without_commitment,
    reduction_counted_twice,
    signed_without_signature,
    status_against_dates,
    target_without_baseline,
    target_without_boundary,
    template_residue,
    undeclared_extra,
    unknown_reference,
)
from lgdkit.diagnostics import Severity

FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "references": (
        unknown_reference.RULE,
        undeclared_extra.RULE,
    ),
    "identity": (
        duplicate_id.RULE,
        duplicate_stakeholder.RULE,
        no_organisation.RULE,
    ),
    "dates": (
        end_before_start.RULE,
        milestone_outside_period.RULE,
        done_in_future.RULE,
        status_against_dates.RULE,
        action_overdue.RULE,
    ),
    "figures": (
        reduction_counted_twice.RULE,
        out_of_proportion.RULE,
        target_without_boundary.RULE,
        target_without_baseline.RULE,
    ),
    "completeness": (
        field_not_named.RULE,
        action_without_lead.RULE,
    ),
    "deals": (
        party_without_commitment.RULE,
        commitment_without_deal.RULE,
        signed_without_signature.RULE,
        deal_past_its_end.RULE,
        changed_since_signed.RULE,
    ),
    "languages": (missing_translation.RULE,),
    "residue": (template_residue.RULE,),
    "coverage": (),
    "privacy": (),
    "settings": (allow_without_reason.RULE,),
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
