"""A text in a language in which no document is drafted."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if (
        city.record is None
        or unread(city.record, "languages")
        or not city.whole("deals", "stakeholders", "sprints")
    ):
        return
    used = {*city.record.languages}
    for deal in city.deals:
        used.update(deal.languages)
    used.update(each.language for each in city.stakeholders if each.language)
    used.update(language for sprint in city.sprints for language in sprint.languages)
    if used.issuperset(code for codes in city.told.languages for code in codes):
        return
    for record, walked in city.walked:
        for keys, text, proper in walked.texts:
            for language, _ in text.wordings:
                if language not in used and not proper:
                    yield Found(
                        record.at(*keys, language),
                        f"No document is drafted in {language}, so nobody reads this text.",
                        "one of the languages in use: " + ", ".join(sorted(used)),
                        f"Add {language} to the city's languages, or take the text out.",
                        fault=language,
                    )


RULE = Rule(
    "language-not-used", Severity.INFO, "A text in a language in which no document is drafted.", _look
)
