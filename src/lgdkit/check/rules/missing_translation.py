"""A text that is not there in a language in which the city drafts its documents."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import City
from lgdkit.model.text import Text

_IN_ROADMAP = ("title", "note")
"""Texts of a deal that are read outside it too, in the languages of the city."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None:
        return
    of_city = city.record.languages
    first, every = of_city[0], frozenset(of_city)
    asked = every.union(*(record.__dict__.get("languages", ()) for record, _ in city.walked))
    said = city.told.languages
    if all(asked.issubset(codes or (first,)) for codes in said):
        return
    complete = all(every.issubset(codes or (first,)) for codes in said)
    for record, walked in city.walked:
        own: tuple[str, ...] = record.__dict__.get("languages", ())
        if complete and not own:
            continue  # by far the most
        for keys, text, proper in walked.texts:
            if proper or keys[0] in record.broken:
                continue
            plain, wordings = text
            there = frozenset((first,)) if plain is not None else dict(wordings).keys()
            if not own:
                if not there >= every:
                    yield _missing(record.at(*keys), text, of_city, first)
                continue
            wanted = tuple(dict.fromkeys((*of_city, *own))) if keys[0] in _IN_ROADMAP else own
            if not there >= set(wanted):
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
