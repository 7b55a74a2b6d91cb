"""A practice without results, or a result without a figure and without the reason why there is none."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_ADVICE = 'Count something that others can count too, or say why nobody has: amount: {not_quantified: "why"}.'


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for practice in city.practices:
        if lacks(practice, "results"):
            message = "Nothing says what came of this practice."
            yield Found(practice.place, message, "results: [{text: …, amount: 163 deals}]", _ADVICE)
        for index, result in enumerate(practice.results):
            if result.amount is None:
                message = "This result has no figure, and no reason why there is none."
                yield Found(practice.at("results", index), message, "amount: 163 deals", _ADVICE)


RULE = Rule(
    "practice-without-result",
    Severity.WARNING,
    "A practice without a result, or a result without a figure or a reason.",
    _look,
)
