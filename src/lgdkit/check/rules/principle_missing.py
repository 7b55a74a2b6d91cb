"""A principle of the Local Green Deal to which the city says nothing."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.city import Principle

_PRINCIPLES: tuple[str, ...] = get_args(Principle)


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    record = city.record
    if record is None or unread(record, "principles"):
        return
    missing = [each for each in _PRINCIPLES if each not in record.principles]
    if missing:
        yield Found(
            record.at("principles"),
            f"The city does not say what it does for {' and '.join(missing)}.",
            "principles: {" + ", ".join(f"{each}: …" for each in missing) + "}",
            "A sentence or two each: the roadmap opens with them.",
        )


RULE = Rule(
    "principle-missing",
    Severity.INFO,
    "A principle of the Local Green Deal to which the city says nothing.",
    _look,
)
