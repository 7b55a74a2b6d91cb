"""Text left over from a template that nobody filled in."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.residue import residue
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.walk import Keys

_SHOWN = 60


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    left = residue(_texts(city))
    if not left:
        return
    for number, (record, keys) in enumerate(_places(city)):
        if number in left:
            piece = left[number] if len(left[number]) <= _SHOWN else f"{left[number][:_SHOWN]}…"
            yield Found(
                record.at(*keys),
                f'"{piece}" is left over from a template.',
                "the text itself",
                "Write what belongs here, or take the line out until it is known.",
            )


def _texts(city: City) -> list[str]:
    """Return everything that is written in words; the places are looked up only if something is found."""
    found: list[str] = []
    for _, walked in city.walked:
        for _, text, _ in walked.texts:
            if text.plain is not None:
                found.append(text.plain)
            else:
                found.extend([wording.text for _, wording in text.wordings])
        found.extend([word for _, word in walked.words])
    return found


def _places(city: City) -> Iterator[tuple[Record, Keys]]:
    """Give the place of each of these, in the same order."""
    for record, walked in city.walked:
        for keys, text, _ in walked.texts:
            if text.plain is not None:
                yield record, keys
            else:
                yield from ((record, (*keys, language)) for language, _ in text.wordings)
        yield from ((record, keys) for keys, _ in walked.words)


RULE = Rule("template-residue", Severity.ERROR, "Text left over from a template.", _look)
