"""A text that is not there in a language in which the city drafts its documents."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.text import Text

_IN_ROADMAP = ("title", "note")
"""Texts of a deal that are read outside it too, in the languages of the city."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None:
        return
    of_city = city.record.languages
    first = of_city[0]
    for record, walked in city.walked:
        own = record.languages if type(record) is Deal else ()
        for keys, text, proper in walked.texts:
            if proper or keys[0] in record.broken:
                continue
            wanted = of_city
            if own:
                wanted = tuple(dict.fromkeys((*of_city, *own))) if keys[0] in _IN_ROADMAP else own
            if text.plain is not None:
                complete = all(each == first for each in wanted)
            elif len(text.wordings) < len(wanted):
                complete = False
            else:
                complete = {code for code, _ in text.wordings}.issuperset(wanted)
            if not complete:
                yield _missing(record.at(*keys), text, wanted, first)


def _missing(place: Place, text: Text, wanted: tuple[str, ...], first: str) -> Found:
    there = text.languages(first)
    missing = [each for each in wanted if each not in there]
    return Found(
        place,
        f"This text is missing in {', '.join(missing)}.",
        "the text in each language of its documents: " + ", ".join(wanted),
        "Write {" + ", ".join(f"{each}: …" for each in wanted) + "}; until then documents show it in "
        f"{text.best(missing[0], first)[0]} and mark it.",
    )


RULE = Rule(
    "missing-translation", Severity.WARNING, "A text that is missing in a language of the city.", _look
)
