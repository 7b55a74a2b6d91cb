"""A role that nobody has taken yet."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    roles = [each for each in city.stakeholders if each.to_be_found]
    if not roles:
        return
    from lgdkit.model.open import settled_with_nobody  # only where somebody is to be found

    first = city.languages[0]
    graver = {deal.parties[number] for deal, number in settled_with_nobody(city)}
    for each in roles:
        if each.id not in graver:
            yield Found(
                each.at("to_be_found"),
                f"To be found: {each.name.best(first, first)[1].text}.",
                "an organisation that takes this role",
                "Write its official name, legal form and register, and take to_be_found out; "
                "or put the id of a stakeholder that you have in the place of this one.",
            )


RULE = Rule("role-to-be-found", Severity.WARNING, "A role that nobody has taken yet.", _look)
