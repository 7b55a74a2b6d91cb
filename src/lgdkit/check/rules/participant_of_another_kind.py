"""A participant whose role at the sprint does not fit what the organisation is."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City

_FITTING = {
    "municipality": ("city", "public-body"),
    "municipal-company": ("city", "company", "sme", "public-body"),
    "sme": ("sme",),
    "company": ("company",),
    "social-economy": ("social-economy", "association"),
    "academia": ("academia",),
    "public-body": ("public-body", "network"),
    "association": ("association", "social-economy", "sme", "network", "residents"),
    "cooperative": ("social-economy", "sme", "company"),
    "citizens": ("residents", "association"),
}
"""By what a stakeholder is: as what it may be there. Anybody may be there as an observer."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        for index, each in enumerate(sprint.participants):
            known = city.stakeholder.get(each.organisation or "")
            fitting = _FITTING[known.kind] if known else ()
            if known and each.kind != "observer" and each.kind not in fitting:
                yield Found(
                    sprint.at("participants", index, "kind"),
                    f'"{known.id}" is here as {each.kind}, and it is of the kind {known.kind}.',
                    f"{' or '.join(fitting)}, or observer",
                    "One of the two is wrong: the counts of SMEs and of the social economy go by it.",
                    (Related(known.at("kind"), "what it is"),),
                )


RULE = Rule(
    "participant-of-another-kind",
    Severity.WARNING,
    "A participant whose role does not fit what the organisation is.",
    _look,
)
