"""Text left over from a template that nobody filled in."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.residue import residue
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.walk import Keys, words

_SHOWN = 60


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    left = residue([text for _, _, text in _written(city)])
    if not left:
        return
    for number, (record, keys, _) in enumerate(
        _written(city)
    ):  # once more, to keep no keys in the usual case
        if number in left:
            piece = left[number] if len(left[number]) <= _SHOWN else f"{left[number][:_SHOWN]}…"
            yield Found(
                record.at(*keys),
                f'"{piece}" is left over from a template.',
                "the text itself",
                "Write what belongs here, or take the line out until it is known.",
            )


def _written(city: City) -> Iterator[tuple[Record, Keys, str]]:
    for record, (keys, text, _) in city.texts:
        if text.plain is not None:
            yield record, keys, text.plain
        else:
            for language, wording in text.wordings:
                yield record, (*keys, language), wording.text
    for record in city.records():
        for keys, word in words(record):
            yield record, keys, word


RULE = Rule("template-residue", Severity.ERROR, "Text left over from a template.", _look)
