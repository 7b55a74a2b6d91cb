"""A record that refers to itself where only another one can be meant."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        name, impact = action.id, action.impact
        if name in action.depends_on:
            yield _found(action.at("depends_on", action.depends_on.index(name)), "depend on itself", "action")
        if impact and name in impact.enables:
            yield _found(
                action.at("impact", "enables", impact.enables.index(name)),
                "make itself possible",
                "action",
            )
    for stakeholder in city.stakeholders:
        if stakeholder.part_of == stakeholder.id:
            yield _found(stakeholder.at("part_of"), "be a part of itself", "stakeholder")


def _found(place: Place, what: str, kind: str) -> Found:
    subject = "stakeholder" if kind == "stakeholder" else "action"
    return Found(
        place,
        f"This {subject} is said to {what}.",
        f"the id of another {kind}" if kind == subject else f"the id of an {kind}, such as espoo/m2",
        "Write the id that was meant, or take the entry out.",
    )


RULE = Rule("refers-to-itself", Severity.WARNING, "A record that refers to itself.", _look)
