"""A text that is not there in a language in which the city drafts its documents."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.walk import texts


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or "languages" in city.record.broken:
        return
    wanted = city.record.languages
    first = wanted[0]
    every = set(wanted)
    for record in city.records():
        for keys, text, proper in texts(record):
            if proper:
                continue
            there = text.languages(first)
            if every.issubset(there):
                continue
            missing = [each for each in wanted if each not in there]
            yield Found(
                record.at(*keys),
                f"This text is missing in {', '.join(missing)}.",
                "the text in each language of the city: " + ", ".join(wanted),
                "Write {" + ", ".join(f"{each}: …" for each in wanted) + "}; until then documents show it in "
                f"{text.best(missing[0], first)[0]} and mark it.",
            )


RULE = Rule("missing-translation", Severity.WARNING, "A text that is missing in a language of the city.", _look)
