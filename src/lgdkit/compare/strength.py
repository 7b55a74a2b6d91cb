"""Which fields carry the strength of a promise, and how each is weighed. `docs/strength.md` is this list in words.

A path leads from a record to a value; `*` is an entry of a list. What is not listed here may change without
making a promise stronger or weaker.
"""

from collections.abc import Mapping

from lgdkit.compare.change import Verdict
from lgdkit.compare.weigh import (
    REWORDED,
    UNCLEAR,
    Weigh,
    basis,
    deadline,
    figure,
    indicator,
    ladder,
    lasting,
    money,
    notice,
    reduction,
    share,
    there,
    unclear,
    wider,
)

WORDS = there("said where nothing was said", "no longer said", REWORDED)
"""A text that says what is promised: only a person can weigh two wordings."""
_MEANING = unclear("the wording changed: read it")
_STATUS = ladder(
    [("cancelled",), ("postponed",), ("not-started", "ongoing", "completed")],
    "taken up again",
    "put off or given up",
)
_OFTEN = figure("often")
_PROMISES: Mapping[str, Weigh] = {
    "*": there("one promise more", "one promise less"),
    "*.text": WORDS,
    "*.due": deadline,
    "*.every": _OFTEN,
}

STRENGTH: Mapping[str, Mapping[str, Weigh]] = {
    "commitments": {
        "by": unclear("somebody else makes the commitment"),
        "action": unclear("it counts for another action", replaced_only=True),
        "text": WORDS,
        "deliverable": WORDS,
        "amount": figure("of it", emissions=False),
        "due": deadline,
        "every": _OFTEN,
        "kind": unclear("another kind of contribution", replaced_only=True),
        "ghg": reduction,
        "per": basis,
        "investment.amount": money("money"),
        "investment.year": deadline,
        "status": _STATUS,
    },
    "deals": {
        "parties": wider("a party more", "a party less"),
        "level": ladder(
            [("declaration",), ("framework",), ("full",)], "a fuller agreement", "a looser agreement"
        ),
        "state": ladder(
            [
                ("withdrawn", "expired"),
                ("requested",),
                ("negotiating",),
                ("agreed",),
                ("signed", "reporting"),
            ],
            "nearer to being in force",
            "further from being in force",
        ),
        "legal_status": ladder(
            [("non-binding",), ("partly-binding",), ("binding",)], "more binding", "less binding"
        ),
        "leading_language": unclear("another text counts", replaced_only=True),
        "purpose": WORDS,
        "goals.*": there("one goal more", "one goal less", REWORDED),
        "commitments": wider("a commitment comes into the deal", "a commitment leaves the deal"),
        **{f"city_contributions.{key}": each for key, each in _PROMISES.items()},
        **{f"partner_benefits.{key}": each for key, each in _PROMISES.items()},
        "term.until": lasting,
        "term.review.every": _OFTEN,
        "reporting.every": _OFTEN,
        "termination.notice": notice,
        "signed": there("signed", "no longer signed"),
        "signed.date": there("signed", "no longer signed"),
        "signed.sha256": unclear("another document was signed", replaced_only=True),
    },
    "actions": {
        "scale": WORDS,
        "lead": there(
            "somebody is in charge",
            "nobody is in charge any more",
            Verdict(UNCLEAR, "somebody else is in charge"),
        ),
        "partners": wider("a partner more", "a partner less"),
        "end": deadline,
        "status": _STATUS,
        "decision.status": ladder(
            [(None,), ("proposed",), ("agreed",), ("decided",)],
            "nearer to a decision",
            "further from a decision",
        ),
        "milestones.*": there("one milestone more", "one milestone less"),
        "milestones.*.title": WORDS,
        "milestones.*.due": deadline,
        "impact.ghg": reduction,
        "impact.per": basis,
        "impact.energy_saved": figure("energy saved"),
        "impact.renewable_energy": figure("renewable energy"),
        "impact.sinks": figure("taken up by sinks"),
        "impact.counted_in": unclear("the reduction is counted elsewhere, or no longer"),
        "impact.enables": unclear("it has no reduction of its own, or one now"),
        "cost.own": money("of the city's own money"),
        "funding.*": there("one source of money more", "one source of money less"),
        "funding.*.amount": money("money"),
        "funding.*.status": ladder(
            [("rejected",), (None, "planned"), ("applied",), ("granted",)], "surer money", "less sure money"
        ),
    },
    "targets": {
        "boundary": _MEANING,
        "scopes": wider("a wider scope", "a narrower scope"),
        "method": unclear("another method"),
        "baseline.year": unclear("measured from something else"),
        "baseline.ghg": unclear("measured from something else"),
        "target.year": deadline,
        "target.reduction": share,
        "target.of": unclear("a share of something else"),
        "target.ghg": figure("left over", more=False),
    },
    "indicators": {
        "unit": unclear("another unit"),
        "definition": WORDS,
        "direction": unclear("another direction"),
        "baseline.year": unclear("measured from something else"),
        "baseline.value": unclear("measured from something else"),
        "targets.*": there("one value more to be reached", "one value less to be reached"),
        "targets.*.value": indicator,
    },
}
"""By kind of record: each field that is weighed, and how."""

WEIGHTY = frozenset({"commitments", "deals", "actions", "targets"})
"""Kinds of record of which one more is more, and one less is less."""

SPENT: Mapping[str, tuple[str, frozenset[str]]] = {
    "commitments": ("status", frozenset({"cancelled"})),
    "actions": ("status", frozenset({"cancelled"})),
    "deals": ("state", frozenset({"withdrawn", "expired"})),
}
"""By kind: the field and the codes of a record that promises nothing any more, so that nothing is lost with it."""


def weigher(kind: str, path: str) -> Weigh | None:
    """Return how a field is weighed; None where it is not."""
    return STRENGTH.get(kind, {}).get(path)
