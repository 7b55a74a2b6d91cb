"""Text left over from a template that nobody filled in."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.residue import residue
from lgdkit.check.rule import Found, Rule
from lgdkit.check.words import placed
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_SHOWN = 60


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for record, keys, left in placed(city, residue(city.told.texts, city.vocabulary)):
        piece = left if len(left) <= _SHOWN else f"{left[:_SHOWN]}…"
        yield Found(
            record.at(*keys),
            f'"{piece}" is left over from a template.',
            "the text itself",
            "Write what belongs here, or take the line out until it is known.",
        )


RULE = Rule("template-residue", Severity.ERROR, "Text left over from a template.", _look)
