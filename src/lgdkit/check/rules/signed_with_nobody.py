"""A deal that is agreed although one of its parties is still to be found."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not any(each.to_be_found for each in city.stakeholders):
        return
    from lgdkit.model.open import settled_with_nobody  # only where somebody is to be found

    for deal, number in settled_with_nobody(city):
        yield Found(
            deal.at("parties", number),
            f'This deal is {deal.state}, and "{deal.parties[number]}" is a role that nobody has taken.',
            "parties that are known",
            "Name the organisation, or set the state back to requested or negotiating.",
        )


RULE = Rule(
    "signed-with-nobody", Severity.ERROR, "A deal that is agreed with a party still to be found.", _look
)
