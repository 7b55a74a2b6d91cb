"""The language whose text counts is none in which the deal is drafted."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or unread(city.record, "languages"):
        return
    for deal in city.deals:
        leading = deal.leading_language
        if leading is None or unread(deal, "languages", "parties"):
            continue
        drafted = deal.languages or city.languages
        of_parties = {city.stakeholder[each].language for each in deal.parties if each in city.stakeholder}
        if leading not in drafted and leading not in of_parties:
            yield Found(
                deal.at("leading_language"),
                f'The text in "{leading}" is to count, but this deal is not drafted in {leading}.',
                "one of its languages: " + ", ".join(drafted),
                f"Choose one of these, or add {leading} to the deal's languages and write its texts.",
            )


RULE = Rule(
    "leading-language-missing", Severity.ERROR, "A leading language in which the deal is not drafted.", _look
)
