"""Text left over from a template that nobody filled in."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.residue import residue
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.walk import Keys, texts, words

_SHOWN = 60


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    written: list[str] = []
    where: list[tuple[Record, Keys]] = []
    for record in city.records():
        for keys, text in _written(record):
            written.append(text)
            where.append((record, keys))
    for number, left in residue(written).items():
        record, keys = where[number]
        yield Found(
            record.at(*keys),
            f'"{left if len(left) <= _SHOWN else left[: _SHOWN - 1] + "…"}" is left over from a template.',
            "the text itself",
            "Write what belongs here, or take the line out until it is known.",
        )


def _written(record: Record) -> Iterator[tuple[Keys, str]]:
    for keys, text, _ in texts(record):
        if text.plain is not None:
            yield keys, text.plain
        else:
            for language, wording in text.wordings:
                yield (*keys, language), wording.text
    yield from words(record)


RULE = Rule("template-residue", Severity.ERROR, "Text left over from a template.", _look)
