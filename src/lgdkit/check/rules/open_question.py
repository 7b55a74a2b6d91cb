"""A question about what was taken over that is not answered yet."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

if TYPE_CHECKING:
    from lgdkit.model.original import Copied


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    first = city.languages[0]
    records: tuple[Copied, ...] = (*city.actions, *city.commitments, *city.deals)
    asked = [each for each in records if each.questions]
    if not asked:
        return
    from lgdkit.model.open import open_questions  # only where there is one

    for record in asked:
        for number, each in open_questions(record):
            key = each.about.replace("/", ": ") if each.about else ""
            yield Found(
                record.at("questions", number),
                f"Not answered yet: {each.ask.best(first, first)[1].text}",
                f"the answer under {key}: of this record" if key else "answer: with the answer in words",
                "Write it, or take the question out where it does not arise.",
            )


RULE = Rule("open-question", Severity.WARNING, "A question about a record that is not answered yet.", _look)
